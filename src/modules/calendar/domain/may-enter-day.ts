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
