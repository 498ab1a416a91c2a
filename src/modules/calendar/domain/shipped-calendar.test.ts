import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addDays, daysBetween, type PlainDate } from '#kernel/plain-date.ts';
import {
  addWorkingDays,
  type DayOffKind,
  explainDay,
  firstWorkingDayOnOrAfter,
  isWorkingDay,
  knowsYear,
  type WeekPattern,
  workingDaysBetween,
} from '#kernel/working-calendar.ts';
import { type DayKind, workingCalendarOf } from './calendar-entry.ts';

interface Shipped {
  readonly weeks: readonly WeekPattern[];
  readonly years: readonly {
    readonly year: number;
    readonly announced: boolean;
    readonly citation: string;
    readonly days: readonly { day: PlainDate; kind: DayKind; name: string; citation?: string }[];
  }[];
}

const shipped: Shipped = JSON.parse(
  readFileSync(new URL('../../../../starter/calendar.json', import.meta.url), 'utf8'),
);
const calendar = workingCalendarOf({
  weeks: shipped.weeks,
  years: shipped.years,
  entries: shipped.years.flatMap(({ days, citation }) => days.map((day) => ({ citation, ...day }))),
});
const date = (text: string) => text as PlainDate;

test.each([
  [2021, 250, '01/01 10/02 11/02 12/02 15/02 16/02 21/04 30/04 03/05 02/09 03/09', ''],
  [2022, 249, '03/01 31/01 01/02 02/02 03/02 04/02 11/04 02/05 03/05 01/09 02/09', ''],
  [2023, 249, '02/01 20/01 23/01 24/01 25/01 26/01 01/05 02/05 03/05 01/09 04/09', ''],
  [2024, 251, '01/01 08/02 09/02 12/02 13/02 14/02 18/04 29/04 30/04 01/05 02/09 03/09', '04/05'],
  [2025, 250, '01/01 27/01 28/01 29/01 30/01 31/01 07/04 30/04 01/05 02/05 01/09 02/09', '26/04'],
  [2026, 249, '01/01 02/01 16/02 17/02 18/02 19/02 20/02 27/04 30/04 01/05 31/08 01/09 02/09 24/11', '10/01 22/08'],
])('%i has %i working days, weekdays off %s and worked Saturdays %s', (year, count, off, worked) => {
  const first = date(`${year}-01-01`);
  const days = Array.from({ length: daysBetween(first, date(`${year + 1}-01-01`)) }, (_, n) => addDays(first, n));
  const short = (wanted: readonly string[]) =>
    days
      .filter((day) => wanted.includes(explainDay(calendar, day).reason))
      .map((day) => `${day.slice(8)}/${day.slice(5, 7)}`)
      .join(' ');
  const offKinds: readonly DayOffKind[] = ['holiday', 'compensatory', 'swapped'];
  expect(days.filter((day) => isWorkingDay(calendar, day))).toHaveLength(count);
  expect(short(offKinds)).toBe(off);
  expect(short(['worked-rest-day'])).toBe(worked);
  expect(knowsYear(calendar, year)).toBe(true);
});

test.each([
  ['2026-04-24', 3, '2026-05-04'],
  ['2026-08-21', 5, '2026-08-27'],
  ['2026-08-27', 3, '2026-09-04'],
  ['2026-11-23', 2, '2026-11-26'],
  ['2025-12-30', 5, '2026-01-08'],
  ['2025-04-24', 3, '2025-04-28'],
  ['2024-04-26', 3, '2024-05-04'],
  ['2025-08-28', 3, '2025-09-04'],
  ['2026-02-13', 3, '2026-02-25'],
  ['2022-01-28', 5, '2022-02-11'],
])('a dossier of %s with %i working days is due on %s', (from, n, due) => {
  expect(addWorkingDays(calendar, date(from), n)).toBe(due);
  expect(workingDaysBetween(calendar, date(from), date(due))).toBe(n);
});

test('fifteen calendar days from 12/04/2026 end on a day off and roll on', () => {
  expect(firstWorkingDayOnOrAfter(calendar, addDays(date('2026-04-12'), 15))).toBe('2026-04-28');
});

test('2027 has only the days the law fixes and is not announced; what lies beyond is not known', () => {
  const days = shipped.years.find((one) => one.year === 2027)?.days.map((one) => one.day);
  expect(days).toEqual(['2027-01-01', '2027-04-16', '2027-04-30', '2027-05-03', '2027-09-02', '2027-11-24']);
  expect([2020, 2027, 2028].map((year) => knowsYear(calendar, year))).toEqual([false, false, false]);
  expect(explainDay(calendar, date('2027-02-08'))).toEqual({
    day: '2027-02-08',
    announced: false,
    working: true,
    reason: 'weekday',
  });
});
