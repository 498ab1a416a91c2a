import type { PlainDate } from '#kernel/plain-date.ts';
import { useToday } from '#web/shell/session.ts';
import { useSend } from '#web/use-send.ts';
import { changeDepartment, createDepartment, type DepartmentRow, listDepartments } from '../../contract/departments.ts';
import type { FormField } from '../form-field.tsx';
import { HistoryFold } from '../history-fold.tsx';
import { useMayManage } from '../may-manage.ts';
import { RecordForm } from '../record-form.tsx';
import { RecordPanel } from '../record-panel.tsx';
import { useChoices } from '../use-choices.ts';
import type { Panel } from '../use-panel.ts';
import { useRecord } from '../use-record.ts';

type Values = Pick<DepartmentRow, 'name' | 'parentId' | 'sort' | 'validFrom' | 'validTo'>;

/** One division: its name, place and days. */
export function DepartmentPanel({ panel }: { panel: Panel }) {
  const found = useRecord(listDepartments, panel.open ?? '');
  return (
    <RecordPanel panel={panel} found={found} newTitle="Thêm phòng, ban, bộ phận" titleOf={(row) => row.name}>
      {(department) => (
        <>
          <DepartmentForm department={department} onDone={panel.close} />
          {department && <HistoryFold type="department" id={department.id} />}
        </>
      )}
    </RecordPanel>
  );
}

function DepartmentForm({ department, onDone }: { department: DepartmentRow | undefined; onDone: () => void }) {
  const today = useToday();
  const above = useChoices(listDepartments, (row) => row.name, { query: { every: 'yes' } });
  const create = useSend(createDepartment);
  const change = useSend(changeDepartment);
  const fields: readonly FormField<keyof Values>[] = [
    { name: 'name', label: 'Tên', kind: 'text', isRequired: true },
    {
      name: 'parentId',
      label: 'Thuộc phòng, ban',
      kind: 'pick',
      options: above.filter((one) => one.value !== department?.id),
      description: 'Để trống nếu trực thuộc UBND.',
    },
    { name: 'sort', label: 'Thứ tự trong danh sách', kind: 'number', isRequired: true },
    { name: 'validFrom', label: 'Từ ngày', kind: 'day', isRequired: true },
    { name: 'validTo', label: 'Đến hết ngày', kind: 'day', description: 'Để trống khi còn hoạt động.' },
  ];
  return (
    <RecordForm<Values>
      draftKey={`org.department.${department?.id ?? 'new'}`}
      fields={fields}
      stored={department ?? { name: '', parentId: null, sort: 100, validFrom: today as PlainDate, validTo: null }}
      version={department?.version ?? 0}
      submit={department ? 'Lưu thay đổi' : 'Thêm'}
      done={department ? 'Đã lưu phòng, ban.' : 'Đã thêm phòng, ban.'}
      verdict={useMayManage()}
      onSend={({ name, parentId, sort, validFrom, validTo }, version) => {
        const body = { name, parentId, sort, validFrom, validTo };
        return department
          ? change.mutateAsync({ params: { id: department.id }, body: { ...body, version } })
          : create.mutateAsync({ body });
      }}
      onDone={onDone}
      onCancel={onDone}
    />
  );
}
