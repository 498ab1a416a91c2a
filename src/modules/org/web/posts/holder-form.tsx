import type { Id } from '#kernel/brands.ts';
import { useToday } from '#web/shell/session.ts';
import { useSend } from '#web/use-send.ts';
import { listPeople } from '../../contract/people.ts';
import { changeHolder, createHolder, type HolderRow, listPositions } from '../../contract/positions.ts';
import { holdingModes } from '../../domain/may-hold-post.ts';
import { modeWords } from '../../text.ts';
import type { FormField } from '../form-field.tsx';
import { useMayManage } from '../may-manage.ts';
import { RecordForm } from '../record-form.tsx';
import { useChoices } from '../use-choices.ts';

interface Values extends Pick<HolderRow, 'mode' | 'validFrom' | 'validTo' | 'citation'> {
  readonly otherId: Id | null;
}

interface HolderFormProps {
  readonly of: { readonly positionId: Id } | { readonly personId: Id };
  readonly holder: HolderRow | undefined;
  readonly onDone: () => void;
}

/** Gives a post to a person, or changes the days and the form of a holding. */
export function HolderForm({ of, holder, onDone }: HolderFormProps) {
  const today = useToday();
  const isOfPost = 'positionId' in of;
  const people = useChoices(listPeople, (row) => row.name);
  const positions = useChoices(listPositions, (row) => row.title);
  const create = useSend(createHolder);
  const change = useSend(changeHolder);
  const other: FormField<keyof Values> = isOfPost
    ? { name: 'otherId', label: 'Người giữ', kind: 'pick', options: people, isRequired: true }
    : { name: 'otherId', label: 'Chức danh', kind: 'pick', options: positions, isRequired: true };
  const fields: readonly FormField<keyof Values>[] = [
    ...(holder ? [] : [other]),
    {
      name: 'mode',
      label: 'Hình thức',
      kind: 'pick',
      options: holdingModes.map((mode) => ({ value: mode, label: modeWords[mode] })),
      isRequired: true,
    },
    { name: 'validFrom', label: 'Từ ngày', kind: 'day', isRequired: true },
    { name: 'validTo', label: 'Đến hết ngày', kind: 'day', description: 'Để trống khi còn giữ.' },
    { name: 'citation', label: 'Quyết định', kind: 'text', description: 'Số, ngày của quyết định.' },
  ];
  return (
    <RecordForm<Values>
      draftKey={`org.holder.${holder?.id ?? JSON.stringify(of)}`}
      fields={fields}
      stored={
        holder
          ? { ...holder, otherId: null }
          : { otherId: null, mode: 'holder', validFrom: today, validTo: null, citation: null }
      }
      version={holder?.version ?? 0}
      submit={holder ? 'Lưu thay đổi' : 'Giao chức danh'}
      done={holder ? 'Đã lưu.' : 'Đã giao chức danh.'}
      verdict={useMayManage()}
      onSend={({ otherId, mode, validFrom, validTo, citation }, version) => {
        const body = { mode, validFrom, validTo, citation };
        if (holder) return change.mutateAsync({ params: { id: holder.id }, body: { ...body, version } });
        const pair = isOfPost ? { ...of, personId: otherId as Id } : { ...of, positionId: otherId as Id };
        return create.mutateAsync({ body: { ...body, ...pair } });
      }}
      onDone={onDone}
      onCancel={onDone}
    />
  );
}
