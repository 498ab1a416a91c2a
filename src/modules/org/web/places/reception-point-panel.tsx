import { useToday } from '#web/shell/session.ts';
import { useSend } from '#web/use-send.ts';
import {
  changeReceptionPoint,
  createReceptionPoint,
  listReceptionPoints,
  type ReceptionPoint,
} from '../../contract/reception-points.ts';
import type { FormField } from '../form-field.tsx';
import { HistoryFold } from '../history-fold.tsx';
import { useMayManage } from '../may-manage.ts';
import { RecordForm } from '../record-form.tsx';
import { RecordPanel } from '../record-panel.tsx';
import type { Panel } from '../use-panel.ts';
import { useRecord } from '../use-record.ts';

type Values = Omit<ReceptionPoint, 'id' | 'code' | 'version'>;

const fields: readonly FormField<keyof Values>[] = [
  { name: 'name', label: 'Tên điểm', kind: 'text', isRequired: true },
  { name: 'address', label: 'Địa chỉ', kind: 'text', isRequired: true },
  { name: 'hours', label: 'Giờ làm việc', kind: 'text' },
  { name: 'phone', label: 'Điện thoại', kind: 'text' },
  { name: 'sort', label: 'Thứ tự trong danh sách', kind: 'number', isRequired: true },
  { name: 'validFrom', label: 'Từ ngày', kind: 'day', isRequired: true },
  { name: 'validTo', label: 'Đến hết ngày', kind: 'day', description: 'Để trống khi còn hoạt động.' },
];

/** One reception point. */
export function ReceptionPointPanel({ panel }: { panel: Panel }) {
  const found = useRecord(listReceptionPoints, panel.open ?? '');
  return (
    <RecordPanel panel={panel} found={found} newTitle="Thêm điểm tiếp nhận" titleOf={(row) => row.name}>
      {(point) => (
        <>
          <PointForm point={point} onDone={panel.close} />
          {point && <HistoryFold type="reception-point" id={point.id} />}
        </>
      )}
    </RecordPanel>
  );
}

function PointForm({ point, onDone }: { point: ReceptionPoint | undefined; onDone: () => void }) {
  const today = useToday();
  const create = useSend(createReceptionPoint);
  const change = useSend(changeReceptionPoint);
  const blank = { name: '', address: '', hours: null, phone: null, sort: 100, validFrom: today, validTo: null };
  return (
    <RecordForm<Values>
      draftKey={`org.reception-point.${point?.id ?? 'new'}`}
      fields={fields}
      stored={point ?? blank}
      version={point?.version ?? 0}
      submit={point ? 'Lưu thay đổi' : 'Thêm'}
      done={point ? 'Đã lưu điểm tiếp nhận.' : 'Đã thêm điểm tiếp nhận.'}
      verdict={useMayManage()}
      onSend={({ name, address, hours, phone, sort, validFrom, validTo }, version) => {
        const body = { name, address, hours, phone, sort, validFrom, validTo };
        return point
          ? change.mutateAsync({ params: { id: point.id }, body: { ...body, version } })
          : create.mutateAsync({ body });
      }}
      onDone={onDone}
      onCancel={onDone}
    />
  );
}
