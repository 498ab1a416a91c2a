import { Title } from '@mantine/core';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import { ActionButton } from '#web/ui/action-button.tsx';
import type { ShownWeek } from '../contract.ts';
import { weekWords } from '../text.ts';
import { calendarWords, useMayManageCalendar } from './may-manage-calendar.ts';

interface WeekSectionProps {
  readonly weeks: readonly ShownWeek[];
  readonly onOpen: (effectiveFrom: PlainDate | undefined) => void;
}

/** The office weeks by day of effect; those of the unit can be changed. */
export function WeekSection({ weeks, onOpen }: WeekSectionProps) {
  const may = { verdict: useMayManageCalendar(), words: calendarWords };
  const latestFirst = [...weeks].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1));
  return (
    <section className="calendar-weeks" aria-label="Tuần làm việc">
      <Title order={2}>Tuần làm việc</Title>
      <ul>
        {latestFirst.map((week) => (
          <li key={week.source + week.effectiveFrom}>
            <strong>Từ {formatDate(week.effectiveFrom)}</strong> ({week.source === 'unit' ? 'đơn vị đặt' : 'cả nước'}):{' '}
            {weekWords(week.week)}. <span className="dimmed">{week.citation}</span>{' '}
            {week.source === 'unit' && (
              <button type="button" className="link-button" onClick={() => onOpen(week.effectiveFrom)}>
                Sửa tuần từ {formatDate(week.effectiveFrom)}
              </button>
            )}
          </li>
        ))}
      </ul>
      <ActionButton {...may} variant="default" onClick={() => onOpen(undefined)}>
        Đặt tuần làm việc của đơn vị
      </ActionButton>
    </section>
  );
}
