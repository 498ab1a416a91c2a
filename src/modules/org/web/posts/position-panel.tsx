import { useToday } from '#web/shell/session.ts';
import { useSend } from '#web/use-send.ts';
import { listDepartments } from '../../contract/departments.ts';
import { changePosition, createPosition, listPositions, type PositionRow } from '../../contract/positions.ts';
import type { FormField } from '../form-field.tsx';
import { HistoryFold } from '../history-fold.tsx';
import { useMayManage } from '../may-manage.ts';
import { RecordForm } from '../record-form.tsx';
import { RecordPanel } from '../record-panel.tsx';
import { useChoices } from '../use-choices.ts';
import type { Panel } from '../use-panel.ts';
import { useRecord } from '../use-record.ts';
import { HoldersSection } from './holders-section.tsx';

type Values = Pick<PositionRow, 'title' | 'departmentId' | 'seats' | 'leader' | 'sort' | 'validFrom' | 'validTo'>;

/** One post: who holds it through time, and what it is. */
export function PositionPanel({ panel }: { panel: Panel }) {
  const found = useRecord(listPositions, panel.open ?? '');
  return (
    <RecordPanel panel={panel} found={found} newTitle="Thêm chức danh" titleOf={(row) => row.title}>
      {(position) => (
        <>
          {position && <HoldersSection of={{ positionId: position.id }} />}
          <PositionForm position={position} onDone={panel.close} />
          {position && <HistoryFold type="position" id={position.id} />}
        </>
      )}
    </RecordPanel>
  );
}

function PositionForm({ position, onDone }: { position: PositionRow | undefined; onDone: () => void }) {
  const today = useToday();
  const departments = useChoices(listDepartments, (row) => row.name, { query: { every: 'yes' } });
  const create = useSend(createPosition);
  const change = useSend(changePosition);
  const fields: readonly FormField<keyof Values>[] = [
    { name: 'title', label: 'Tên chức danh', kind: 'text', isRequired: true },
    {
      name: 'departmentId',
      label: 'Phòng, ban, bộ phận',
      kind: 'pick',
      options: departments,
      description: 'Để trống nếu trực thuộc UBND.',
    },
    { name: 'leader', label: 'Đứng đầu phòng, ban hoặc đơn vị', kind: 'yes' },
    { name: 'seats', label: 'Số người giữ cùng lúc', kind: 'number', isRequired: true },
    { name: 'sort', label: 'Thứ tự trong danh sách', kind: 'number', isRequired: true },
    { name: 'validFrom', label: 'Từ ngày', kind: 'day', isRequired: true },
    { name: 'validTo', label: 'Đến hết ngày', kind: 'day', description: 'Để trống khi còn chức danh này.' },
  ];
  const blank = { title: '', departmentId: null, seats: 1, leader: false, sort: 100, validFrom: today, validTo: null };
  return (
    <RecordForm<Values>
      draftKey={`org.position.${position?.id ?? 'new'}`}
      fields={fields}
      stored={position ?? blank}
      version={position?.version ?? 0}
      submit={position ? 'Lưu thay đổi' : 'Thêm'}
      done={position ? 'Đã lưu chức danh.' : 'Đã thêm chức danh. Mở lại để giao cho người giữ.'}
      verdict={useMayManage()}
      onSend={({ title, departmentId, seats, leader, sort, validFrom, validTo }, version) => {
        const body = { title, departmentId, seats, leader, sort, validFrom, validTo };
        return position
          ? change.mutateAsync({ params: { id: position.id }, body: { ...body, version } })
          : create.mutateAsync({ body });
      }}
      onDone={onDone}
      onCancel={onDone}
    />
  );
}
