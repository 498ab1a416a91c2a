import { endOfQuarter, type PlainDate, partsOf } from '#kernel/plain-date.ts';
import { lastWorkingDayOnOrBefore, type WorkingCalendar } from '#kernel/working-calendar.ts';

/**
 * When standing work is looked at next, after it was looked at today: the last working day of the following quarter,
 * or the day planned already when that is later.
 */
export function nextReview(today: PlainDate, planned: PlainDate | null, calendar: WorkingCalendar): PlainDate {
  const { year, month } = partsOf(today);
  const quarter = Math.ceil(month / 3);
  const end = quarter === 4 ? endOfQuarter(year + 1, 1) : endOfQuarter(year, quarter + 1);
  const next = lastWorkingDayOnOrBefore(calendar, end);
  return planned !== null && planned > next ? planned : next;
}
