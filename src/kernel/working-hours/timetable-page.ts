import { fromEpochDay } from '../plain-date.ts';
import { patternOn, type WorkingCalendar } from '../working-calendar.ts';
import { type DayHours, dayHours, noHours } from './day-hours.ts';
import { hoursInSeason } from './ranked-hours.ts';

/** Days of one page. */
export const pageDays = 512;

/**
 * A stretch of 512 days with what counting needs: hours of each day, and sums from the beginning of the page, so that
 * terms of any length are found by a few look-ups instead of day by day.
 */
export type TimetablePage = {
  readonly hours: readonly DayHours[];
  /** Working days of the page before each of its days; one more entry than days, the last is the whole page's. */
  readonly daysBefore: Int32Array;
  /** Worked milliseconds of the page before each of its days; the last entry is the whole page's. */
  readonly timeBefore: Float64Array;
  /** The days of the page that are worked, by their place in it. */
  readonly workedDays: readonly number[];
};

/** 1 = Monday … 7 = Sunday. */
function weekdayOf(epochDay: number): number {
  return ((((epochDay + 3) % 7) + 7) % 7) + 1;
}

/** The hours that a weekday has at this time of the year. */
function usualHours(calendar: WorkingCalendar, epochDay: number, weekday: number): DayHours {
  const pattern = patternOn(calendar, epochDay);
  if (!pattern) return noHours;
  return hoursInSeason(pattern.hours, fromEpochDay(epochDay).slice(5))[weekday] ?? noHours;
}

/** The weekday off that a worked rest day was exchanged for: the swapped day nearest to it, the earlier of two. */
function swappedWeekday(calendar: WorkingCalendar, epochDay: number): number | undefined {
  let nearest: number | undefined;
  for (const [day, off] of calendar.offByDay) {
    if (off.kind !== 'swapped') continue;
    const distance = Math.abs(day - epochDay);
    const best = nearest === undefined ? Number.POSITIVE_INFINITY : Math.abs(nearest - epochDay);
    if (distance < best || (distance === best && day < epochDay)) nearest = day;
  }
  return nearest === undefined ? undefined : weekdayOf(nearest);
}

/** The hours of a worked rest day without its own: those of the weekday it stands for, else of the first one worked. */
function substituteHours(calendar: WorkingCalendar, epochDay: number): DayHours {
  const weekdays = [swappedWeekday(calendar, epochDay) ?? 1, 1, 2, 3, 4, 5, 6, 7];
  return weekdays.map((weekday) => usualHours(calendar, epochDay, weekday)).find(({ total }) => total > 0) ?? noHours;
}

function hoursOf(calendar: WorkingCalendar, epochDay: number): DayHours {
  if (calendar.offByDay.has(epochDay)) return noHours;
  const worked = calendar.workedByDay.get(epochDay);
  if (worked?.sessions?.length) return dayHours(worked.sessions);
  const usual = usualHours(calendar, epochDay, weekdayOf(epochDay));
  return worked && usual.total === 0 ? substituteHours(calendar, epochDay) : usual;
}

function makePage(calendar: WorkingCalendar, number: number): TimetablePage {
  const hours: DayHours[] = [];
  const daysBefore = new Int32Array(pageDays + 1);
  const timeBefore = new Float64Array(pageDays + 1);
  const workedDays: number[] = [];
  for (let place = 0; place < pageDays; place += 1) {
    const ofDay = hoursOf(calendar, number * pageDays + place);
    hours.push(ofDay);
    if (ofDay.total > 0) workedDays.push(place);
    daysBefore[place + 1] = workedDays.length;
    timeBefore[place + 1] = (timeBefore[place] ?? 0) + ofDay.total;
  }
  return { hours, daysBefore, timeBefore, workedDays };
}

/** The page with this number, which begins on day 512 × number since 1970; made once for each calendar. */
export function pageOf(calendar: WorkingCalendar, number: number): TimetablePage {
  const known = calendar.pages.get(number);
  if (known) return known;
  const page = makePage(calendar, number);
  calendar.pages.set(number, page);
  return page;
}
