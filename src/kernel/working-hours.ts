import { fromOfficeTime, type Moment, minute, toOfficeTime, wholeDay } from './moment.ts';
import { fromEpochDay, type PlainDate, toEpochDay } from './plain-date.ts';
import { explainDay, type WorkingCalendar } from './working-calendar.ts';
import { type DayHours, noHours, timeWhenWorked, workedUntil } from './working-hours/day-hours.ts';
import { pageDays, pageOf } from './working-hours/timetable-page.ts';

/** A moment by its day since 1970 and the milliseconds since that day began. */
type Clocked = { readonly epochDay: number; readonly ofDay: number };

function clocked(at: Moment): Clocked {
  const officeTime = toOfficeTime(at);
  const epochDay = Math.floor(officeTime / wholeDay);
  return { epochDay, ofDay: officeTime - epochDay * wholeDay };
}

function placeOf(epochDay: number): { number: number; place: number } {
  const number = Math.floor(epochDay / pageDays);
  return { number, place: epochDay - number * pageDays };
}

/** The day since 1970 that an instant falls on in Viet Nam. */
export function epochDayOf(at: Moment): number {
  return clocked(at).epochDay;
}

/** The office hours of a day since 1970; none when it is off. */
export function hoursOn(calendar: WorkingCalendar, epochDay: number): DayHours {
  const { number, place } = placeOf(epochDay);
  return pageOf(calendar, number).hours[place] ?? noHours;
}

/** The moment at which office hours begin on a day since 1970; undefined when it is off. */
export function findStartOfHours(calendar: WorkingCalendar, epochDay: number): Moment | undefined {
  const [start] = hoursOn(calendar, epochDay).from;
  return start === undefined ? undefined : fromOfficeTime(epochDay * wholeDay + start);
}

/** The moment at which office hours end on a day since 1970; undefined when it is off. */
export function findEndOfHours(calendar: WorkingCalendar, epochDay: number): Moment | undefined {
  const end = hoursOn(calendar, epochDay).to.at(-1);
  return end === undefined ? undefined : fromOfficeTime(epochDay * wholeDay + end);
}

/** The n-th working day after a day, both as days since 1970; n is whole and at least 1. Takes a look-up per 512 days. */
export function nthWorkingDay(calendar: WorkingCalendar, epochDay: number, n: number): number {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`not a number of working days to go: ${n}`);
  let { number, place } = placeOf(epochDay);
  let wanted = (pageOf(calendar, number).daysBefore[place + 1] ?? 0) + n;
  for (;;) {
    const { workedDays } = pageOf(calendar, number);
    place = workedDays[wanted - 1] ?? -1;
    if (place >= 0) return number * pageDays + place;
    wanted -= workedDays.length;
    number += 1;
  }
}

/** How many days from one to another, the first not counted and the last counted, are worked; `to` is not earlier. */
export function countWorkingDays(calendar: WorkingCalendar, from: number, to: number): number {
  const [start, end] = [placeOf(from), placeOf(to)];
  let count =
    (pageOf(calendar, end.number).daysBefore[end.place + 1] ?? 0) -
    (pageOf(calendar, start.number).daysBefore[start.place + 1] ?? 0);
  for (let number = start.number; number < end.number; number += 1) count += pageOf(calendar, number).workedDays.length;
  return count;
}

/** Worked milliseconds since the beginning of the moment's page. */
function workedInPage(calendar: WorkingCalendar, { epochDay, ofDay }: Clocked): number {
  const { number, place } = placeOf(epochDay);
  const page = pageOf(calendar, number);
  return (page.timeBefore[place] ?? 0) + workedUntil(page.hours[place] ?? noHours, ofDay);
}

/**
 * The earliest moment by which so many milliseconds of office hours have passed since a moment; the moment itself for
 * none. What ends exactly with a session stays there: 10:30 and an hour make 11:30, not 13:30. Throws RangeError for a
 * negative time.
 */
export function addWorkingTime(calendar: WorkingCalendar, at: Moment, milliseconds: number): Moment {
  if (milliseconds === 0) return at;
  if (!(milliseconds > 0)) throw new RangeError(`not a time to go forward: ${milliseconds}`);
  const start = clocked(at);
  let { number } = placeOf(start.epochDay);
  let wanted = workedInPage(calendar, start) + milliseconds;
  let page = pageOf(calendar, number);
  for (let whole = page.timeBefore[pageDays] ?? 0; wanted > whole; whole = page.timeBefore[pageDays] ?? 0) {
    wanted -= whole;
    number += 1;
    page = pageOf(calendar, number);
  }
  let low = 0;
  let high = pageDays - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((page.timeBefore[middle + 1] ?? 0) >= wanted) high = middle;
    else low = middle + 1;
  }
  const ofDay = timeWhenWorked(page.hours[low] ?? noHours, wanted - (page.timeBefore[low] ?? 0));
  return fromOfficeTime((number * pageDays + low) * wholeDay + ofDay);
}

/** The milliseconds of office hours from one moment to another; negative when `to` is earlier. */
export function workingTimeBetween(calendar: WorkingCalendar, from: Moment, to: Moment): number {
  if (to < from) return 0 - workingTimeBetween(calendar, to, from);
  const [start, end] = [clocked(from), clocked(to)];
  let time = workedInPage(calendar, end) - workedInPage(calendar, start);
  const last = placeOf(end.epochDay).number;
  for (let { number } = placeOf(start.epochDay); number < last; number += 1) {
    time += pageOf(calendar, number).timeBefore[pageDays] ?? 0;
  }
  return time;
}

/** The moment itself within office hours, or else the beginning of the next session; the end of a session is outside. */
export function nextWorkingMoment(calendar: WorkingCalendar, at: Moment): Moment {
  return (addWorkingTime(calendar, at, 1) - 1) as Moment;
}

/** Working time as people say it: whole working days of the calendar, and worked minutes beside them (rounded down). */
export type WorkSpan = { readonly days: number; readonly minutes: number; readonly totalMinutes: number };

/**
 * The working time from one moment to a later one. A whole day is from a time of one working day to the same time of
 * the next, or a day from its first to its last minute, however long these days are, so that "1 ngày 3 giờ" is true
 * also where a Friday ends early. Nothing when `to` is earlier.
 */
export function workSpanBetween(calendar: WorkingCalendar, from: Moment, to: Moment): WorkSpan {
  const time = workingTimeBetween(calendar, from, to);
  if (time <= 0) return { days: 0, minutes: 0, totalMinutes: 0 };
  const start = clocked(nextWorkingMoment(calendar, from));
  const end = clocked(addWorkingTime(calendar, from, time));
  const firstHours = hoursOn(calendar, start.epochDay);
  const lastHours = hoursOn(calendar, end.epochDay);
  const before = workedUntil(firstHours, start.ofDay);
  let days = countWorkingDays(calendar, start.epochDay, end.epochDay);
  let rest = workedUntil(lastHours, end.ofDay) - before;
  if (before === 0 && rest === lastHours.total) {
    days += 1;
    rest = 0;
  } else if (rest < 0) {
    days -= 1;
    rest += firstHours.total;
  }
  return { days, minutes: Math.floor(rest / minute), totalMinutes: Math.floor(time / minute) };
}

/** A day whose hours differ between two calendars, and why it is worked or off in each. */
export type ChangedDay = {
  readonly day: PlainDate;
  readonly before: ReturnType<typeof explainDay>;
  readonly after: ReturnType<typeof explainDay>;
};

/** The days from one to another (both included) whose office hours two calendars give differently. */
export function changedDays(
  before: WorkingCalendar,
  after: WorkingCalendar,
  from: PlainDate,
  to: PlainDate,
): ChangedDay[] {
  const changed: ChangedDay[] = [];
  for (let epochDay = toEpochDay(from); epochDay <= toEpochDay(to); epochDay += 1) {
    const [was, is] = [hoursOn(before, epochDay), hoursOn(after, epochDay)];
    if (was.from.join() === is.from.join() && was.to.join() === is.to.join()) continue;
    const day = fromEpochDay(epochDay);
    changed.push({ day, before: explainDay(before, day), after: explainDay(after, day) });
  }
  return changed;
}
