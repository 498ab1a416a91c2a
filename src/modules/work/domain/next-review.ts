import { addDays, endOfQuarter, type PlainDate, partsOf } from '#kernel/plain-date.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import { firstReview } from './due-day.ts';

/**
 * When standing work of a year is looked at next, after it was looked at today: the last working day of the following
 * quarter, or the day planned already when that is later; null when the year has no quarter left.
 */
export function nextReview(
  today: PlainDate,
  planned: PlainDate | null,
  planYear: number,
  calendar: WorkingCalendar,
): PlainDate | null {
  const { year, month } = partsOf(today);
  const next = firstReview(planYear, addDays(endOfQuarter(year, Math.ceil(month / 3)), 1), calendar);
  return planned !== null && next !== null && planned > next ? planned : next;
}
