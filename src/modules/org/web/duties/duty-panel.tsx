import { useToday } from '#web/shell/session.ts';
import { useSend } from '#web/use-send.ts';
import { changeDuty, createDuty, type DutyRow, listDuties } from '../../contract/duties.ts';
import type { FormField } from '../form-field.tsx';
import { HistoryFold } from '../history-fold.tsx';
import { useMayManage } from '../may-manage.ts';
import { RecordForm } from '../record-form.tsx';
import { RecordPanel } from '../record-panel.tsx';
import type { Panel } from '../use-panel.ts';
import { useRecord } from '../use-record.ts';
import { DutyPostsSection } from './duty-posts-section.tsx';

type Values = Pick<DutyRow, 'name' | 'sort' | 'validFrom' | 'validTo'>;

const fields: readonly FormField<keyof Values>[] = [
  { name: 'name', label: 'Tên đầu mối', kind: 'text', isRequired: true },
  { name: 'sort', label: 'Thứ tự trong danh sách', kind: 'number', isRequired: true },
  { name: 'validFrom', label: 'Từ ngày', kind: 'day', isRequired: true },
  { name: 'validTo', label: 'Đến hết ngày', kind: 'day', description: 'Để trống khi còn đầu mối này.' },
];

/** One duty: the posts that bore it through time, and what it is. */
export function DutyPanel({ panel }: { panel: Panel }) {
  const found = useRecord(listDuties, panel.open ?? '');
  return (
    <RecordPanel panel={panel} found={found} newTitle="Thêm đầu mối" titleOf={(row) => row.name}>
      {(duty) => (
        <>
          {duty && <DutyPostsSection duty={duty} />}
          <DutyForm duty={duty} onDone={panel.close} />
          {duty && <HistoryFold type="duty" id={duty.id} />}
        </>
      )}
    </RecordPanel>
  );
}

function DutyForm({ duty, onDone }: { duty: DutyRow | undefined; onDone: () => void }) {
  const today = useToday();
  const create = useSend(createDuty);
  const change = useSend(changeDuty);
  return (
    <RecordForm<Values>
      draftKey={`org.duty.${duty?.id ?? 'new'}`}
      fields={fields}
      stored={duty ?? { name: '', sort: 100, validFrom: today, validTo: null }}
      version={duty?.version ?? 0}
      submit={duty ? 'Lưu thay đổi' : 'Thêm'}
      done={duty ? 'Đã lưu đầu mối.' : 'Đã thêm đầu mối. Mở lại để giao cho chức danh.'}
      verdict={useMayManage()}
      onSend={({ name, sort, validFrom, validTo }, version) => {
        const body = { name, sort, validFrom, validTo };
        return duty
          ? change.mutateAsync({ params: { id: duty.id }, body: { ...body, version } })
          : create.mutateAsync({ body });
      }}
      onDone={onDone}
      onCancel={onDone}
    />
  );
}
