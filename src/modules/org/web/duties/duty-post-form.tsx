import type { Id } from '#kernel/brands.ts';
import { useToday } from '#web/shell/session.ts';
import { useSend } from '#web/use-send.ts';
import { changeDutyPost, createDutyPost, type DutyPostRow, type DutyRow } from '../../contract/duties.ts';
import { listPositions } from '../../contract/positions.ts';
import type { FormField } from '../form-field.tsx';
import { useMayManage } from '../may-manage.ts';
import { RecordForm } from '../record-form.tsx';
import { useChoices } from '../use-choices.ts';

interface Values extends Pick<DutyPostRow, 'validFrom' | 'validTo' | 'citation'> {
  readonly positionId: Id | null;
}

interface DutyPostFormProps {
  readonly duty: DutyRow;
  readonly bearing: DutyPostRow | undefined;
  readonly onDone: () => void;
}

/** Gives a duty to a post from a day, or changes the days of a bearing. */
export function DutyPostForm({ duty, bearing, onDone }: DutyPostFormProps) {
  const today = useToday();
  const positions = useChoices(listPositions, (row) => row.title, { query: { every: 'yes' } });
  const create = useSend(createDutyPost);
  const change = useSend(changeDutyPost);
  const post: FormField<keyof Values> = {
    name: 'positionId',
    label: 'Chức danh',
    kind: 'pick',
    options: positions,
    isRequired: true,
  };
  const fields: readonly FormField<keyof Values>[] = [
    ...(bearing ? [] : [post]),
    {
      name: 'validFrom',
      label: 'Từ ngày',
      kind: 'day',
      isRequired: true,
      ...(!bearing && { description: 'Chức danh đang đảm nhận tự thôi từ ngày trước đó.' }),
    },
    { name: 'validTo', label: 'Đến hết ngày', kind: 'day', description: 'Để trống khi chưa định ngày kết thúc.' },
    { name: 'citation', label: 'Căn cứ', kind: 'text', description: 'Số, ngày của văn bản phân công.' },
  ];
  return (
    <RecordForm<Values>
      draftKey={`org.duty-post.${bearing?.id ?? duty.id}`}
      fields={fields}
      stored={bearing ?? { positionId: null, validFrom: today, validTo: null, citation: null }}
      version={bearing?.version ?? 0}
      submit={bearing ? 'Lưu thay đổi' : 'Giao đầu mối'}
      done={bearing ? 'Đã lưu.' : 'Đã giao đầu mối.'}
      verdict={useMayManage()}
      onSend={({ positionId, validFrom, validTo, citation }, version) => {
        const body = { validFrom, validTo, citation };
        return bearing
          ? change.mutateAsync({ params: { id: bearing.id }, body: { ...body, version } })
          : create.mutateAsync({ body: { ...body, dutyId: duty.id, positionId: positionId as Id } });
      }}
      onDone={onDone}
      onCancel={onDone}
    />
  );
}
