import { dayOf, type Moment, toIso } from '#kernel/moment.ts';
import { addDays, type PlainDate } from '#kernel/plain-date.ts';
import { allowed, refused, type Verdict } from '#kernel/verdict.ts';
import { isWorkingDay, type WorkingCalendar } from '#kernel/working-calendar.ts';
import type { DeadlineRules } from './types.ts';

/** The last day on which an apology may be sent for a due date: so many days before its day. */
export function lastApologyDay(rules: DeadlineRules, due: Moment): PlainDate {
  return addDays(dayOf(due), -rules.extensionNoticeDays.value);
}

/**
 * Whether a dossier with this due date may be re-appointed at a moment. Refused: `extension-used` when it was as often
 * as allowed; `extension-too-late` after the last day for an apology (`extension-term-too-short` where that day lies
 * before receipt, so that there never was time for one).
 */
export function mayApologise(rules: DeadlineRules, at: Moment, receivedAt: Moment, due: Moment, used: number): Verdict {
  if (used >= rules.maxExtensions.value) return refused('extension-used', { most: rules.maxExtensions.value });
  const lastDay = lastApologyDay(rules, due);
  if (lastDay < dayOf(receivedAt)) return refused('extension-term-too-short', { due: toIso(due) });
  return dayOf(at) > lastDay ? refused('extension-too-late', { lastDay, due: toIso(due) }) : allowed;
}

/** Whether a date may be re-appointed instead of a due date: later than it (`extension-not-later`), on a working day (`extension-day-off`). */
export function mayReappoint(calendar: WorkingCalendar, due: Moment, newDue: Moment): Verdict {
  if (newDue <= due) return refused('extension-not-later', { due: toIso(due) });
  return isWorkingDay(calendar, dayOf(newDue)) ? allowed : refused('extension-day-off', { day: dayOf(newDue) });
}
