import type { PlainDate } from '#kernel/plain-date.ts';
import {
  type CalendarYear,
  makeWorkingCalendar,
  type Session,
  type WeekPattern,
  type WorkingCalendar,
} from '#kernel/working-calendar.ts';

/**
 * What may be said of a day: off by holiday, in compensation, swapped or by decision of the unit; a rest day that is
 * worked; or as its weekday, whatever the national calendar says.
 */
export const dayKinds = ['holiday', 'compensatory', 'swapped', 'special', 'worked', 'ordinary'] as const;
export type DayKind = (typeof dayKinds)[number];

/** What a notice or a unit says of one day. */
export interface CalendarEntry {
  readonly day: PlainDate;
  readonly kind: DayKind;
  readonly name: string;
  readonly citation: string;
  /** Own hours of a worked rest day; without them those of the weekday it stands for. */
  readonly sessions?: readonly Session[];
}

/** All that is known of an office's days, national entries already overridden by its own. */
export interface KnownDays {
  readonly weeks: readonly WeekPattern[];
  readonly entries: readonly CalendarEntry[];
  readonly years: readonly CalendarYear[];
}

/** The entries of the country with those of a unit instead, where it has any for the day; sorted by day. */
export function overridden<Entry extends CalendarEntry>(
  national: readonly CalendarEntry[],
  own: readonly Entry[],
): (CalendarEntry | Entry)[] {
  const byDay = new Map<PlainDate, CalendarEntry | Entry>(national.map((entry) => [entry.day, entry]));
  for (const entry of own) byDay.set(entry.day, entry);
  return [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The working days that follow from what is known. */
export function workingCalendarOf({ weeks, entries, years }: KnownDays): WorkingCalendar {
  return makeWorkingCalendar({
    patterns: weeks,
    daysOff: entries.flatMap(({ kind, ...entry }) =>
      kind === 'worked' || kind === 'ordinary' ? [] : [{ ...entry, kind }],
    ),
    workedDays: entries.filter((entry) => entry.kind === 'worked'),
    years,
  });
}

/** The working days by the office week alone, as if no notice said anything. */
export function weekOnly(weeks: readonly WeekPattern[]): WorkingCalendar {
  return workingCalendarOf({ weeks, entries: [], years: [] });
}
