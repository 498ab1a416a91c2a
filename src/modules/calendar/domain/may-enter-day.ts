import { type PlainDate, partsOf } from '#kernel/plain-date.ts';
import { allowed, refused, type Verdict } from '#kernel/verdict.ts';
import { isWorkingDay, type WorkingCalendar } from '#kernel/working-calendar.ts';
import type { CalendarEntry } from './calendar-entry.ts';

/** What is known where a day is entered. */
export interface DayBefore {
  /** The office week alone, see `weekOnly`. */
  readonly week: WorkingCalendar;
  readonly national: CalendarEntry | undefined;
  readonly own: CalendarEntry | undefined;
  readonly reason: string | undefined;
}

/**
 * Whether a unit may say this of a day: a worked day must be a rest day otherwise and a day off a working one (a holiday
 * may fall on a rest day); `ordinary` needs something national to cancel; what is already said is changed with a reason.
 */
export function mayEnterDay(entry: CalendarEntry, { week, national, own, reason }: DayBefore): Verdict {
  const isWorkedAnyway = isWorkingDay(week, entry.day);
  const { day } = entry;
  if (entry.kind === 'worked' && isWorkedAnyway) return refused('calendar-worked-anyway', { day });
  if (['compensatory', 'swapped', 'special'].includes(entry.kind) && !isWorkedAnyway) {
    return refused('calendar-off-anyway', { day });
  }
  if (entry.kind === 'ordinary' && !national) return refused('calendar-nothing-to-cancel', { day });
  if ((national || own) && !reason) return refused('calendar-reason-missing', { day });
  return allowed;
}

/** What is known where a notice is entered. */
export interface NoticeBefore {
  readonly year: number;
  readonly week: WorkingCalendar;
  /** Whether some day of it is in the calendar already and says something else. */
  readonly isChanging: boolean;
  readonly reason: string | undefined;
}

/** Whether these days make a notice of the year: all in it, none twice, each fit for its day; changes with a reason. */
export function mayEnterNotice(
  days: readonly CalendarEntry[],
  { year, week, isChanging, reason }: NoticeBefore,
): Verdict {
  const seen = new Set<PlainDate>();
  for (const entry of days) {
    const { day } = entry;
    if (partsOf(day).year !== year) return refused('calendar-other-year', { day, year });
    if (seen.has(day)) return refused('calendar-day-twice', { day });
    seen.add(day);
    const verdict = mayEnterDay(entry, { week, national: undefined, own: undefined, reason });
    if (!verdict.ok) return verdict;
  }
  return isChanging && !reason ? refused('calendar-notice-changes') : allowed;
}
