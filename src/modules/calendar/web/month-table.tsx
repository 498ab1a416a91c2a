import { Link } from 'react-router';
import { addDays, daysBetween, endOfMonth, type PlainDate, plainDate, weekdayOf } from '#kernel/plain-date.ts';
import { explainDay, isWorkingDay, type WorkingCalendar, workingDaysBetween } from '#kernel/working-calendar.ts';
import type { ShownEntry } from '../contract.ts';
import type { DayKind } from '../domain/calendar-entry.ts';
import { dayWords, kindNames, weekdayNames } from '../text.ts';

/** What stands beside the number of a day that is not simply worked or a weekend. */
export const kindMarks: Readonly<Record<DayKind, string>> = {
  holiday: 'L',
  compensatory: 'B',
  swapped: 'H',
  special: 'R',
  worked: 'LB',
  ordinary: 'K',
};

const heads = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'] as const;

interface MonthProps {
  readonly year: number;
  readonly month: number;
  readonly calendar: WorkingCalendar;
  readonly entries: ReadonlyMap<PlainDate, ShownEntry>;
  readonly today: PlainDate;
  readonly toOf: (day: PlainDate) => string;
}

/** A small month; days of a notice lead to their entry. */
export function MonthTable({ year, month, calendar, ...day }: MonthProps) {
  const first = plainDate(year, month, 1);
  const last = endOfMonth(year, month);
  const count = workingDaysBetween(calendar, addDays(first, -1), last);
  return (
    <table className="month">
      <caption>
        Tháng {month} <span className="dimmed">{count} ngày làm việc</span>
      </caption>
      <thead>
        <tr>
          {heads.map((head, index) => (
            <th key={head} scope="col" abbr={weekdayNames[(index + 1) as 1]}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(first, last).map((week) => (
          <tr key={week.find((one) => one !== undefined)}>
            {week.map((one, index) =>
              one ? <DayCell key={one} day={one} calendar={calendar} {...day} /> : <td key={heads[index]} />,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function weeksOf(first: PlainDate, last: PlainDate): (PlainDate | undefined)[][] {
  const blank = weekdayOf(first) - 1;
  const days = daysBetween(first, last) + 1;
  return Array.from({ length: Math.ceil((blank + days) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_unused, column) => {
      const index = week * 7 + column - blank;
      return index >= 0 && index < days ? addDays(first, index) : undefined;
    }),
  );
}

type DayProps = Pick<MonthProps, 'calendar' | 'entries' | 'today' | 'toOf'> & { readonly day: PlainDate };

function DayCell({ day, calendar, entries, today, toOf }: DayProps) {
  const entry = entries.get(day);
  const number = Number(day.slice(8));
  return (
    <td
      data-off={!isWorkingDay(calendar, day) || undefined}
      data-kind={entry?.kind}
      aria-current={day === today ? 'date' : undefined}
    >
      {entry ? (
        <Link to={toOf(day)} title={dayWords(explainDay(calendar, day))} preventScrollReset>
          {number}
          <small aria-hidden>{kindMarks[entry.kind]}</small>
          <span className="visually-hidden">
            {kindNames[entry.kind]}: {entry.name}
          </span>
        </Link>
      ) : (
        number
      )}
    </td>
  );
}
