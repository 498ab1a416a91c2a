import { fromOfficeTime, hour, type Moment, toOfficeTime, wholeDay } from '#kernel/moment.ts';
import { fromEpochDay } from '#kernel/plain-date.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import { timeOfDay } from '#kernel/working-hours/day-hours.ts';
import { addWorkingTime, epochDayOf, findEndOfHours, nthWorkingDay } from '#kernel/working-hours.ts';
import type { DeadlineInput, DeadlineRules, ExplanationLine } from './types.ts';

/** What a term needs to become a due date, apart from the moment it begins. */
export type TermInput = Pick<DeadlineInput, 'term' | 'counting' | 'rules' | 'calendar'>;

/** How a term is counted in the end: by working days, worked time, days of the calendar, clock time, or within the day. */
export type Measure = 'working-days' | 'worked-time' | 'days' | 'clock-time' | 'immediate';

/** How this term is counted: a fraction of days is time, and a procedure may count whole working days as hours. */
export function measureOf({ term, counting }: Pick<TermInput, 'term' | 'counting'>): Measure {
  const isWhole = term.milli % 1_000 === 0;
  switch (term.unit) {
    case 'working-day':
      return isWhole && counting === 'day-based' ? 'working-days' : 'worked-time';
    case 'working-hour':
      return 'worked-time';
    case 'day':
      return isWhole ? 'days' : 'clock-time';
    case 'hour':
      return 'clock-time';
    case 'immediate':
      return 'immediate';
  }
}

/** The worked milliseconds of a term that is counted so. */
export function workedTimeOf({ term, rules }: Pick<TermInput, 'term' | 'rules'>): number {
  const hours = term.unit === 'working-day' ? rules.workingHoursPerDay.value : 1;
  return (term.milli * hours * hour) / 1_000;
}

/** The clock milliseconds of a term that is counted so: a day is 24 hours. */
export function clockTimeOf({ term }: Pick<TermInput, 'term'>): number {
  return (term.milli * (term.unit === 'day' ? wholeDay : hour)) / 1_000;
}

/** The end of office hours of a working day. Throws RangeError when it is off. */
export function endOfWorkingDay(calendar: WorkingCalendar, epochDay: number): Moment {
  const end = findEndOfHours(calendar, epochDay);
  if (end === undefined) throw new RangeError(`day ${epochDay} is off`);
  return end;
}

/** Why something that comes at a moment is not done on that day. */
export type NextDayReason = 'day-off' | 'after-hours' | 'after-cutoff';

/** Why what comes at this moment waits for the next working day; undefined when it is done on its own. */
export function findNextDayReason(
  calendar: WorkingCalendar,
  rules: DeadlineRules,
  at: Moment,
): NextDayReason | undefined {
  const end = findEndOfHours(calendar, epochDayOf(at));
  if (end === undefined) return 'day-off';
  const cutoff = fromOfficeTime(epochDayOf(at) * wholeDay + timeOfDay(rules.cutoff.value));
  if (at >= end) return 'after-hours';
  return at >= cutoff ? 'after-cutoff' : undefined;
}

/** The day since 1970 on which something that comes at this moment is done: its own or the next working day. */
export function dayOfDoing(calendar: WorkingCalendar, rules: DeadlineRules, at: Moment): number {
  const day = epochDayOf(at);
  return findNextDayReason(calendar, rules, at) === undefined ? day : nthWorkingDay(calendar, day, 1);
}

/**
 * The last moment of a term that begins at a moment.
 *
 * Whole working days: the day of the beginning is not counted and the last ends with its office hours. Days of the
 * calendar: likewise, and a last day that is off rolls on to the next working day (Civil Code 2015 art. 147–148).
 * Working hours and fractions of working days: office hours from the beginning, or from the next session. Clock hours
 * and fractions of calendar days: day and night. Immediate: by the end of that working day's hours when it came before
 * the cutoff (15:00), else by the end of the next one's.
 */
export function dueOfTerm(input: TermInput, at: Moment): Moment {
  const { calendar, rules, term } = input;
  switch (measureOf(input)) {
    case 'working-days':
      return endOfWorkingDay(calendar, nthWorkingDay(calendar, epochDayOf(at), term.milli / 1_000));
    case 'worked-time':
      return addWorkingTime(calendar, at, workedTimeOf(input));
    case 'days':
      return endOfWorkingDay(calendar, nthWorkingDay(calendar, epochDayOf(at) + term.milli / 1_000 - 1, 1));
    case 'clock-time':
      return fromOfficeTime(toOfficeTime(at) + clockTimeOf(input));
    case 'immediate':
      return endOfWorkingDay(calendar, dayOfDoing(calendar, rules, at));
  }
}

/** The explanation of the cutoff: on which day something that comes at a moment is done, and why. */
export function cutoffLine(calendar: WorkingCalendar, rules: DeadlineRules, at: Moment): ExplanationLine {
  const reason = findNextDayReason(calendar, rules, at);
  const { value: cutoff, citation } = rules.cutoff;
  return {
    code: reason === undefined ? 'before-cutoff' : 'after-cutoff',
    day: fromEpochDay(dayOfDoing(calendar, rules, at)),
    params: reason === undefined ? { cutoff, citation } : { cutoff, citation, reason },
  };
}
