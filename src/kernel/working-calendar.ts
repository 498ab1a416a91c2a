import { fromEpochDay, type PlainDate, partsOf, toEpochDay } from './plain-date.ts';
import { dayHours } from './working-hours/day-hours.ts';
import { type RankedHours, rankHours } from './working-hours/ranked-hours.ts';
import type { TimetablePage } from './working-hours/timetable-page.ts';

/** 1 = Monday … 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** One stretch of office hours as `HH:MM`, e.g. 07:00 to 11:30. */
export type Session = { from: string; to: string };

/** Sessions by weekday; a weekday without any is a rest day. */
export type WeekHours = Readonly<Partial<Record<Weekday, readonly Session[]>>>;

/** Other hours in a part of every year (`MM-DD` both included); the weekdays that are worked stay the same. */
export type SeasonHours = { from: string; to: string; week: WeekHours };

/** The office week from a day of effect until the next pattern's. */
export type WeekPattern = {
  effectiveFrom: PlainDate;
  week: WeekHours;
  seasons?: readonly SeasonHours[];
};

/**
 * Why a day is off though it might be worked: a public holiday, a day off that makes up for a holiday on a rest day
 * (Labour Code 2019 art. 111.3), a day exchanged for a worked weekend, or a decision of the unit alone.
 */
export type DayOffKind = 'holiday' | 'compensatory' | 'swapped' | 'special';

/** A day off by notice. */
export type DayOff = { day: PlainDate; kind: DayOffKind; name: string; citation: string };

/** A rest day that is worked by notice, with hours of its own or those of the weekday it stands for. */
export type WorkedDay = { day: PlainDate; name: string; citation: string; sessions?: readonly Session[] };

/** What is known of a year: announced by a notice, or only the days that the law fixes. */
export type CalendarYear = { year: number; announced: boolean; citation: string };

/** What a calendar is made of. */
export type CalendarParts = {
  patterns: readonly WeekPattern[];
  daysOff: readonly DayOff[];
  workedDays: readonly WorkedDay[];
  years: readonly CalendarYear[];
};

type RankedPattern = { from: number; worked: readonly boolean[]; hours: RankedHours };

/** The working days of one office, indexed by day; made by `makeWorkingCalendar`. Days are counted since 1970-01-01. */
export type WorkingCalendar = {
  readonly patterns: readonly RankedPattern[];
  readonly offByDay: ReadonlyMap<number, DayOff>;
  readonly workedByDay: ReadonlyMap<number, WorkedDay>;
  readonly years: ReadonlyMap<number, CalendarYear>;
  /** Hours and sums over stretches of days, made when a stretch is first asked of (see `timetable-page.ts`). */
  readonly pages: Map<number, TimetablePage>;
};

/** Why a day is worked or not; `announced` is false when the notice of its year is not known, so that it may change. */
export type DayExplanation = { day: PlainDate; announced: boolean } & (
  | { working: true; reason: 'weekday' }
  | { working: true; reason: 'worked-rest-day'; name: string; citation: string }
  | { working: false; reason: 'weekend' }
  | { working: false; reason: DayOffKind; name: string; citation: string }
);

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

function workedWeekdays(week: WeekHours): boolean[] {
  return [false, ...weekdays.map((weekday) => (week[weekday]?.length ?? 0) > 0)];
}

function rankPattern(pattern: WeekPattern): RankedPattern {
  const worked = workedWeekdays(pattern.week);
  if (!worked.includes(true)) throw new RangeError(`no weekday is worked from ${pattern.effectiveFrom}`);
  for (const season of pattern.seasons ?? []) {
    if (workedWeekdays(season.week).join() !== worked.join()) {
      throw new RangeError(`the season from ${season.from} works other weekdays than its pattern`);
    }
  }
  return { from: toEpochDay(pattern.effectiveFrom), worked, hours: rankHours(pattern) };
}

/**
 * Makes a calendar whose look-ups take constant time. Of two entries for one day or year the later in the list holds.
 * Throws RangeError without any pattern, for a pattern that works no weekday, for a season that works other weekdays
 * than its pattern, for a day that is said to be both off and worked, and for hours that are no times of day, go
 * backwards or overlap.
 */
export function makeWorkingCalendar(parts: CalendarParts): WorkingCalendar {
  if (parts.patterns.length === 0) throw new RangeError('a calendar needs a week pattern');
  const offByDay = new Map(parts.daysOff.map((off) => [toEpochDay(off.day), off]));
  const workedByDay = new Map(parts.workedDays.map((worked) => [toEpochDay(worked.day), worked]));
  for (const [epochDay, worked] of workedByDay) {
    if (offByDay.has(epochDay)) throw new RangeError(`${worked.day} is both off and worked`);
    dayHours(worked.sessions ?? []);
  }
  return {
    patterns: parts.patterns.map(rankPattern).sort((a, b) => b.from - a.from),
    offByDay,
    workedByDay,
    years: new Map(parts.years.map((year) => [year.year, year])),
    pages: new Map(),
  };
}

/** The office week in force on a day; before the earliest pattern that one holds. */
export function patternOn(calendar: WorkingCalendar, epochDay: number): RankedPattern | undefined {
  const { patterns } = calendar;
  return patterns.find((pattern) => pattern.from <= epochDay) ?? patterns[patterns.length - 1];
}

function weekdayWorked(calendar: WorkingCalendar, epochDay: number): boolean {
  return patternOn(calendar, epochDay)?.worked[((((epochDay + 3) % 7) + 7) % 7) + 1] ?? false;
}

function worksOn(calendar: WorkingCalendar, epochDay: number): boolean {
  if (calendar.offByDay.has(epochDay)) return false;
  return calendar.workedByDay.has(epochDay) || weekdayWorked(calendar, epochDay);
}

/** Whether the notice of days off of this year is known. Without it a year's days may still change, and readers are told. */
export function knowsYear(calendar: WorkingCalendar, year: number): boolean {
  return calendar.years.get(year)?.announced ?? false;
}

/** The years from one day to another (in either order, both included) whose notice is not known. */
export function unknownYears(calendar: WorkingCalendar, from: PlainDate, to: PlainDate): number[] {
  const [first, last] = from <= to ? [from, to] : [to, from];
  const unknown: number[] = [];
  for (let { year } = partsOf(first); year <= partsOf(last).year; year += 1) {
    if (!knowsYear(calendar, year)) unknown.push(year);
  }
  return unknown;
}

/** Whether the office works on this day, as far as known (see `knowsYear`). */
export function isWorkingDay(calendar: WorkingCalendar, day: PlainDate): boolean {
  return worksOn(calendar, toEpochDay(day));
}

function roll(calendar: WorkingCalendar, day: PlainDate, step: 1 | -1): PlainDate {
  let epochDay = toEpochDay(day);
  while (!worksOn(calendar, epochDay)) epochDay += step;
  return fromEpochDay(epochDay);
}

/** The day itself when it is worked, or else the last working day before it: how the end of a month or quarter is met. */
export function lastWorkingDayOnOrBefore(calendar: WorkingCalendar, day: PlainDate): PlainDate {
  return roll(calendar, day, -1);
}

/** The day itself when it is worked, or else the next working day: how a term ends (Civil Code 2015 art. 148.5). */
export function firstWorkingDayOnOrAfter(calendar: WorkingCalendar, day: PlainDate): PlainDate {
  return roll(calendar, day, 1);
}

/**
 * The n-th working day after a day, which is not counted itself (Civil Code 2015 art. 147.2); before it when n is
 * negative; the day itself, worked or not, when n is 0. Throws RangeError when n is not whole.
 */
export function addWorkingDays(calendar: WorkingCalendar, day: PlainDate, n: number): PlainDate {
  if (!Number.isInteger(n)) throw new RangeError(`not a whole number of working days: ${n}`);
  const step = n < 0 ? -1 : 1;
  let epochDay = toEpochDay(day);
  for (let left = Math.abs(n); left > 0; ) {
    epochDay += step;
    if (worksOn(calendar, epochDay)) left -= 1;
  }
  return fromEpochDay(epochDay);
}

/**
 * How many working days one has to go from a day to another: those after `from` up to and including `to`; negative when
 * `to` is earlier, counting those from `to` until before `from`. The inverse of `addWorkingDays` for working days.
 */
export function workingDaysBetween(calendar: WorkingCalendar, from: PlainDate, to: PlainDate): number {
  const end = toEpochDay(to);
  const step = to < from ? -1 : 1;
  let count = 0;
  for (let epochDay = toEpochDay(from); epochDay !== end; ) {
    epochDay += step;
    if (worksOn(calendar, epochDay)) count += step;
  }
  return count;
}

/** Why a day is worked or off, with the name and source of a notice that says so. */
export function explainDay(calendar: WorkingCalendar, day: PlainDate): DayExplanation {
  const epochDay = toEpochDay(day);
  const known = { day, announced: knowsYear(calendar, partsOf(day).year) };
  const off = calendar.offByDay.get(epochDay);
  if (off) return { ...known, working: false, reason: off.kind, name: off.name, citation: off.citation };
  if (weekdayWorked(calendar, epochDay)) return { ...known, working: true, reason: 'weekday' };
  const worked = calendar.workedByDay.get(epochDay);
  if (!worked) return { ...known, working: false, reason: 'weekend' };
  return { ...known, working: true, reason: 'worked-rest-day', name: worked.name, citation: worked.citation };
}
