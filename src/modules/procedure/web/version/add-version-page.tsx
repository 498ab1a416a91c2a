import { useNavigate, useParams } from 'react-router';
import { notify } from '#web/notices.ts';
import { useToday } from '#web/shell/session.ts';
import { ErrorState } from '#web/ui/error-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { addProcedureVersion, getProcedure, type ProcedurePage } from '../../contract/catalogue.ts';
import { cellsOf } from '../../domain/sheet/procedure-sheet.ts';
import { VersionForm } from './version-form.tsx';

/** A new version of a procedure from a day on; what was there stays for dossiers begun before. */
export function Component() {
  const { code = '' } = useParams();
  const { data, error } = useCall(getProcedure, { params: { code } });
  if (error) return <ErrorState error={error} />;
  return data ? <Loaded procedure={data} /> : <p>Đang lấy nội dung…</p>;
}

function Loaded({ procedure }: { procedure: ProcedurePage }) {
  const navigate = useNavigate();
  const { code, content, versionId } = procedure;
  const address = `/thu-tuc/${encodeURIComponent(code)}`;
  const send = useSend(addProcedureVersion, {
    onSuccess: () => {
      notify('done', 'Đã thêm phiên bản mới.');
      void navigate(address);
    },
  });
  const stored = cellsOf({ code, effectiveFrom: null, abolished: false, successorCode: null, content });
  return (
    <>
      <PageHeader
        title="Sửa nội dung thủ tục"
        back={{ to: address, label: content.name }}
        note="Lưu thành phiên bản mới của đơn vị; phiên bản cũ vẫn còn."
      />
      <VersionForm
        draftKey={`procedure.version.${versionId}`}
        stored={stored}
        submit="Lưu phiên bản mới"
        from={useToday()}
        isChange
        isPending={send.isPending}
        error={send.error}
        onSend={(row, effectiveFrom, reason) =>
          send.mutate({
            params: { code },
            body: {
              effectiveFrom,
              content: { ...row.content, localCode: content.localCode },
              after: versionId,
              ...(reason !== '' && { reason }),
            },
          })
        }
        onCancel={() => void navigate(address)}
      />
    </>
  );
}
