import { readFile } from 'node:fs/promises';
import type { CalendarYear, WeekPattern, WorkingCalendar } from '#kernel/working-calendar.ts';
import { type CalendarEntry, type KnownDays, workingCalendarOf } from '#modules/calendar/domain/calendar-entry.ts';

interface ShippedCalendar {
  readonly weeks: readonly WeekPattern[];
  readonly years: readonly (CalendarYear & {
    readonly days: readonly (Omit<CalendarEntry, 'citation'> & { readonly citation?: string })[];
  })[];
}

const file = new URL('../../../starter/calendar.json', import.meta.url);

/** The national days that come with this release, read without a database. */
export async function readShippedDays(): Promise<KnownDays> {
  const { weeks, years }: ShippedCalendar = JSON.parse(await readFile(file, 'utf8'));
  const entries = years.flatMap(({ days, citation }) => days.map((day) => ({ citation, ...day })));
  return { weeks, years, entries };
}

/** The calendar of those days. */
export async function readShippedCalendar(): Promise<WorkingCalendar> {
  return workingCalendarOf(await readShippedDays());
}
