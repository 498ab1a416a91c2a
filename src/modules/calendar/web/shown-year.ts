import { plainDate } from '#kernel/plain-date.ts';
import { type WorkingCalendar, workingDaysBetween } from '#kernel/working-calendar.ts';
import type { CalendarOfYear } from '../contract.ts';
import { workingCalendarOf } from '../domain/calendar-entry.ts';

/** A year of the calendar as the screen shows it. */
export interface ShownYear {
  readonly stored: CalendarOfYear;
  readonly calendar: WorkingCalendar;
  /** Working days of the year. */
  readonly count: number;
  /** What is known of the year's notice; undefined when nothing is. */
  readonly known: CalendarOfYear['years'][number] | undefined;
}

/** The working days that follow from what the server tells of a year. */
export function shownYearOf(stored: CalendarOfYear): ShownYear {
  const calendar = workingCalendarOf(stored);
  const { year } = stored;
  return {
    stored,
    calendar,
    count: workingDaysBetween(calendar, plainDate(year - 1, 12, 31), plainDate(year, 12, 31)),
    known: stored.years.find((one) => one.year === year),
  };
}
