import { type Moment, momentOn } from '#kernel/moment.ts';
import { fromEpochDay, type PlainDate, toEpochDay } from '#kernel/plain-date.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import { nthWorkingDay } from '#kernel/working-hours.ts';
import { rulesOn } from './deadline/rules.ts';

/** The bounds between which lists tell dossiers apart by their due date. */
export interface ListMoments {
  readonly now: Moment;
  /** Due before this and not yet late: soon. The end of the next working day. */
  readonly soonUntil: Moment;
  /** Due from `apologyFrom` until before `apologyUntil`: today is the last working day for an apology. */
  readonly apologyFrom: Moment;
  readonly apologyUntil: Moment;
}

/** The bounds as they stand at a moment of a day, by the rules in force on it. */
export function listMoments(now: Moment, today: PlainDate, calendar: WorkingCalendar): ListMoments {
  const epochDay = toEpochDay(today);
  const next = nthWorkingDay(calendar, epochDay, 1);
  const notice = rulesOn(today).extensionNoticeDays.value;
  const startOf = (day: number) => momentOn(fromEpochDay(day), 0);
  return {
    now,
    soonUntil: startOf(next + 1),
    apologyFrom: startOf(epochDay + notice),
    apologyUntil: startOf(next + notice),
  };
}
