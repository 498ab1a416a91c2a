import { useNavigate } from 'react-router';
import { notify } from '#web/notices.ts';
import { useToday } from '#web/shell/session.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useSend } from '#web/use-send.ts';
import { addProcedureVersion } from '../../contract/catalogue.ts';
import { VersionForm } from './version-form.tsx';

const blank = {
  level: 'Cấp xã',
  channels: 'trực tiếp',
  onlineLevel: 'không trực tuyến',
  isLinked: 'không',
  source: 'Đơn vị nhập',
  verified: 'có',
} as const;

/** A procedure of the unit's own. */
export function Component() {
  const navigate = useNavigate();
  const send = useSend(addProcedureVersion, {
    onSuccess: ({ code }) => {
      notify('done', 'Đã thêm thủ tục của đơn vị.');
      void navigate(`/thu-tuc/${encodeURIComponent(code)}`);
    },
  });
  return (
    <>
      <PageHeader
        title="Thêm thủ tục của đơn vị"
        back={{ to: '/thu-tuc', label: 'Danh mục thủ tục' }}
        note="Dùng cho thủ tục chưa có trong danh mục quốc gia. Chỉ đơn vị mình thấy."
      />
      <VersionForm
        draftKey="procedure.new"
        stored={blank}
        submit="Thêm thủ tục"
        from={useToday()}
        isChange={false}
        isPending={send.isPending}
        error={send.error}
        onSend={({ code, content }, effectiveFrom) =>
          send.mutate({ params: { code }, body: { effectiveFrom, content, after: null } })
        }
        onCancel={() => void navigate('/thu-tuc')}
      />
    </>
  );
}
