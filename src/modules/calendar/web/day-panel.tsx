import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import type { FormField } from '#modules/org/web/form-field.tsx';
import { HistoryFold } from '#modules/org/web/history-fold.tsx';
import { RecordForm } from '#modules/org/web/record-form.tsx';
import { RemoveDialog } from '#modules/org/web/remove-dialog.tsx';
import type { Panel } from '#modules/org/web/use-panel.ts';
import { SidePanel } from '#web/ui/side-panel.tsx';
import { useSend } from '#web/use-send.ts';
import { type ShownEntry, setCalendarDay, withdrawCalendarDay } from '../contract.ts';
import { type DayKind, dayKinds } from '../domain/calendar-entry.ts';
import { kindNames, kindWithin } from '../text.ts';
import { useMayManageCalendar } from './may-manage-calendar.ts';

interface Values {
  readonly day: PlainDate | null;
  readonly kind: DayKind;
  readonly name: string;
  readonly citation: string;
  readonly reason: string | null;
}

interface DayPanelProps {
  readonly panel: Panel;
  readonly entry: ShownEntry | undefined;
}

/** One day of the calendar: where it comes from, and what the unit says of it. */
export function DayPanel({ panel, entry }: DayPanelProps) {
  const [isWithdrawing, setWithdrawing] = useState(false);
  const may = useMayManageCalendar();
  return (
    <SidePanel
      isOpen
      title={entry ? `${formatDate(entry.day)}: ${entry.name}` : 'Thêm ngày vào lịch'}
      onClose={panel.close}
    >
      {entry && <Source entry={entry} />}
      <DayForm entry={entry} onDone={panel.close} />
      {entry?.source === 'unit' && may.ok && (
        <Button mt="md" variant="subtle" color="red" onClick={() => setWithdrawing(true)}>
          Bỏ ngày đơn vị đã nhập
        </Button>
      )}
      {entry && may.ok && <HistoryFold type="calendar-day" id={entry.day} />}
      {entry && isWithdrawing && <Withdraw entry={entry} onClose={panel.close} />}
    </SidePanel>
  );
}

function Source({ entry }: { entry: ShownEntry }) {
  if (entry.source === 'national') {
    return (
      <Alert mb="md" color="blue">
        Ngày chung cả nước, theo {entry.citation}. Sửa ở đây chỉ đổi lịch của đơn vị.
      </Alert>
    );
  }
  const { national } = entry;
  return (
    <Alert mb="md" color="blue">
      {entry.byName} đã nhập cho đơn vị.
      {entry.reason !== null && ` Lý do: ${entry.reason}.`}
      {national && ` Lịch chung cả nước: ${kindWithin(national.kind)}, ${national.name}.`}
    </Alert>
  );
}

function DayForm({ entry, onDone }: { entry: ShownEntry | undefined; onDone: () => void }) {
  const save = useSend(setCalendarDay);
  const kinds = dayKinds.filter((kind) => kind !== 'ordinary' || entry?.national);
  const fields: readonly FormField<keyof Values>[] = [
    ...(entry ? [] : [{ name: 'day', label: 'Ngày', kind: 'day', isRequired: true } as const]),
    {
      name: 'kind',
      label: 'Loại ngày',
      kind: 'pick',
      isRequired: true,
      options: kinds.map((value) => ({ value, label: kindNames[value] })),
    },
    {
      name: 'name',
      label: 'Tên ngày',
      kind: 'text',
      isRequired: true,
      description: 'Ví dụ: Nghỉ bù Giỗ Tổ Hùng Vương.',
    },
    {
      name: 'citation',
      label: 'Căn cứ',
      kind: 'text',
      isRequired: true,
      description: 'Số văn bản thông báo ngày này.',
    },
    {
      name: 'reason',
      label: 'Lý do',
      kind: 'long',
      isRequired: entry !== undefined,
      description: 'Ghi vào nhật ký. Cần có khi đổi một ngày đã có trong lịch.',
    },
  ];
  const stored: Values = entry
    ? { day: entry.day, kind: entry.kind, name: entry.name, citation: entry.citation, reason: null }
    : { day: null, kind: 'holiday', name: '', citation: '', reason: null };
  return (
    <RecordForm<Values>
      draftKey={`calendar.day.${entry?.day ?? 'new'}`}
      fields={fields}
      stored={stored}
      version={entry?.version ?? 0}
      submit={entry ? 'Lưu thay đổi' : 'Thêm ngày'}
      done={entry ? 'Đã lưu ngày.' : 'Đã thêm ngày vào lịch.'}
      verdict={useMayManageCalendar()}
      onSend={({ day, kind, name, citation, reason }, version) => {
        if (day === null) throw new Error('Xin chọn ngày.');
        return save.mutateAsync({ body: { day, kind, name, citation, version, ...(reason !== null && { reason }) } });
      }}
      onDone={onDone}
      onCancel={onDone}
    />
  );
}

function Withdraw({ entry, onClose }: { entry: ShownEntry; onClose: () => void }) {
  const withdraw = useSend(withdrawCalendarDay);
  const { day, version } = entry;
  return (
    <RemoveDialog
      title={`Bỏ ngày ${formatDate(day)} đơn vị đã nhập?`}
      confirm="Bỏ ngày này"
      done="Đã bỏ ngày khỏi lịch của đơn vị."
      onSend={(reason) => withdraw.mutateAsync({ body: { day, version, reason } })}
      onClose={onClose}
    >
      <p>
        {entry.national
          ? `Ngày trở lại như lịch chung cả nước: ${entry.national.name}.`
          : 'Ngày trở lại như ngày thường trong tuần.'}{' '}
        Những gì đã nhập vẫn còn trong lịch sử.
      </p>
    </RemoveDialog>
  );
}
