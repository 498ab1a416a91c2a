import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import type { Weekday, WeekHours } from '#kernel/working-calendar.ts';
import type { FormField } from '#modules/org/web/form-field.tsx';
import { RecordForm } from '#modules/org/web/record-form.tsx';
import { RemoveDialog } from '#modules/org/web/remove-dialog.tsx';
import { SidePanel } from '#web/ui/side-panel.tsx';
import { useSend } from '#web/use-send.ts';
import { type ShownWeek, setCalendarWeek, withdrawCalendarWeek } from '../contract.ts';
import { readSessions } from '../domain/read-sessions.ts';
import { sessionWords, weekdayNames } from '../text.ts';
import { useMayManageCalendar } from './may-manage-calendar.ts';

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
type HoursField = `hours${Weekday}`;
type Values = Readonly<Record<HoursField, string | null>> & {
  readonly effectiveFrom: PlainDate | null;
  readonly citation: string;
  readonly reason: string | null;
};

interface WeekPanelProps {
  /** The unit's own week; undefined for a new one. */
  readonly week: ShownWeek | undefined;
  /** Whose hours a new week begins with. */
  readonly latest: ShownWeek | undefined;
  readonly onClose: () => void;
}

/** The office week of the unit from a day on. */
export function WeekPanel({ week, latest, onClose }: WeekPanelProps) {
  const [isWithdrawing, setWithdrawing] = useState(false);
  const may = useMayManageCalendar();
  const title = week ? `Tuần làm việc từ ${formatDate(week.effectiveFrom)}` : 'Đặt tuần làm việc của đơn vị';
  return (
    <SidePanel isOpen title={title} onClose={onClose}>
      <WeekForm week={week} hours={(week ?? latest)?.week ?? {}} onDone={onClose} />
      {week && may.ok && (
        <Button mt="md" variant="subtle" color="red" onClick={() => setWithdrawing(true)}>
          Bỏ tuần làm việc này
        </Button>
      )}
      {week && isWithdrawing && <Withdraw week={week} onClose={onClose} />}
    </SidePanel>
  );
}

function fieldsOf(week: ShownWeek | undefined): readonly FormField<keyof Values>[] {
  return [
    ...(week ? [] : [{ name: 'effectiveFrom', label: 'Từ ngày', kind: 'day', isRequired: true } as const]),
    ...weekdays.map(
      (weekday): FormField<keyof Values> => ({
        name: `hours${weekday}`,
        label: weekdayNames[weekday],
        kind: 'text',
        ...(weekday === 1 && { description: 'Ví dụ 07:00–11:30, 13:30–17:00. Để trống là ngày nghỉ hằng tuần.' }),
      }),
    ),
    { name: 'citation', label: 'Căn cứ', kind: 'text', isRequired: true },
    { name: 'reason', label: 'Lý do', kind: 'long', isRequired: week !== undefined, description: 'Ghi vào nhật ký.' },
  ];
}

function WeekForm({ week, hours, onDone }: { week: ShownWeek | undefined; hours: WeekHours; onDone: () => void }) {
  const save = useSend(setCalendarWeek);
  const texts = Object.fromEntries(
    weekdays.map((weekday) => [`hours${weekday}`, hours[weekday]?.length ? sessionWords(hours[weekday]) : null]),
  ) as Readonly<Record<HoursField, string | null>>;
  return (
    <RecordForm<Values>
      draftKey={`calendar.week.${week?.effectiveFrom ?? 'new'}`}
      fields={fieldsOf(week)}
      stored={{ ...texts, effectiveFrom: week?.effectiveFrom ?? null, citation: week?.citation ?? '', reason: null }}
      version={week?.version ?? 0}
      submit={week ? 'Lưu thay đổi' : 'Đặt tuần làm việc'}
      done="Đã lưu tuần làm việc."
      verdict={useMayManageCalendar()}
      onSend={({ effectiveFrom, citation, reason, ...values }, version) => {
        if (effectiveFrom === null) throw new Error('Xin chọn ngày bắt đầu.');
        const body = { effectiveFrom, week: hoursIn(values), citation, version };
        return save.mutateAsync({ body: { ...body, ...(reason !== null && { reason }) } });
      }}
      onDone={onDone}
      onCancel={onDone}
    />
  );
}

/** The hours typed for each weekday; refused with the weekday that cannot be read. */
function hoursIn(values: Readonly<Record<HoursField, string | null>>): WeekHours {
  const week: Partial<Record<Weekday, { from: string; to: string }[]>> = {};
  for (const weekday of weekdays) {
    const sessions = readSessions(values[`hours${weekday}`] ?? '');
    if (!sessions) {
      throw new Error(`Giờ của ${weekdayNames[weekday]} chưa đúng. Xin ghi dạng 07:00–11:30, 13:30–17:00.`);
    }
    if (sessions.length > 0) week[weekday] = sessions;
  }
  return week;
}

function Withdraw({ week, onClose }: { week: ShownWeek; onClose: () => void }) {
  const withdraw = useSend(withdrawCalendarWeek);
  const { effectiveFrom, version } = week;
  return (
    <RemoveDialog
      title={`Bỏ tuần làm việc từ ${formatDate(effectiveFrom)}?`}
      confirm="Bỏ tuần làm việc"
      done="Đã bỏ tuần làm việc của đơn vị."
      onSend={(reason) => withdraw.mutateAsync({ body: { effectiveFrom, version, reason } })}
      onClose={onClose}
    >
      <p>Từ ngày này, đơn vị làm việc theo tuần có hiệu lực trước đó.</p>
    </RemoveDialog>
  );
}
