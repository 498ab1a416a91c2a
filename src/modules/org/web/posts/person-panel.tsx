import { useToday } from '#web/shell/session.ts';
import { useSend } from '#web/use-send.ts';
import { changePerson, createPerson, listPeople, type PersonRow } from '../../contract/people.ts';
import type { FormField } from '../form-field.tsx';
import { HistoryFold } from '../history-fold.tsx';
import { useMayManage } from '../may-manage.ts';
import { RecordForm } from '../record-form.tsx';
import { RecordPanel } from '../record-panel.tsx';
import type { Panel } from '../use-panel.ts';
import { useRecord } from '../use-record.ts';
import { HoldersSection } from './holders-section.tsx';

type Values = Pick<PersonRow, 'name' | 'email' | 'phone' | 'validFrom' | 'validTo'>;

const fields: readonly FormField<keyof Values>[] = [
  { name: 'name', label: 'Họ và tên', kind: 'text', isRequired: true },
  { name: 'email', label: 'Thư điện tử', kind: 'text', description: 'Để nhận thông báo; có thể để trống.' },
  { name: 'phone', label: 'Điện thoại', kind: 'text' },
  { name: 'validFrom', label: 'Công tác tại đơn vị từ ngày', kind: 'day', isRequired: true },
  {
    name: 'validTo',
    label: 'Đến hết ngày',
    kind: 'day',
    description: 'Khi chuyển đi hoặc nghỉ: kết thúc chức danh trước, rồi ghi ngày ở đây.',
  },
];

/** One person: posts through time, and how to reach them. */
export function PersonPanel({ panel }: { panel: Panel }) {
  const found = useRecord(listPeople, panel.open ?? '');
  return (
    <RecordPanel panel={panel} found={found} newTitle="Thêm cán bộ, công chức" titleOf={(row) => row.name}>
      {(person) => (
        <>
          {person && <HoldersSection of={{ personId: person.id }} />}
          <PersonForm person={person} onDone={panel.close} />
          {person && <HistoryFold type="person" id={person.id} />}
        </>
      )}
    </RecordPanel>
  );
}

function PersonForm({ person, onDone }: { person: PersonRow | undefined; onDone: () => void }) {
  const today = useToday();
  const create = useSend(createPerson);
  const change = useSend(changePerson);
  return (
    <RecordForm<Values>
      draftKey={`org.person.${person?.id ?? 'new'}`}
      fields={fields}
      stored={person ?? { name: '', email: null, phone: null, validFrom: today, validTo: null }}
      version={person?.version ?? 0}
      submit={person ? 'Lưu thay đổi' : 'Thêm'}
      done={person ? 'Đã lưu.' : 'Đã thêm người. Mở lại để giao chức danh.'}
      verdict={useMayManage()}
      onSend={({ name, email, phone, validFrom, validTo }, version) => {
        const body = { name, email, phone, validFrom, validTo };
        return person
          ? change.mutateAsync({ params: { id: person.id }, body: { ...body, version } })
          : create.mutateAsync({ body });
      }}
      onDone={onDone}
      onCancel={onDone}
    />
  );
}
