import { type Moment, minute, toIso } from '#kernel/moment.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import { addWorkingTime, findStartOfHours } from '#kernel/working-hours.ts';
import { cutoffLine, dayOfDoing, endOfWorkingDay, findNextDayReason } from './due-of-term.ts';
import type { DeadlineRules, ExplanationLine } from './types.ts';

/**
 * By when what was received at a moment must be with the office that solves it (the 15:00 rule). Received before the
 * cutoff on a working day: by the end of that day's hours. At or after it, after hours, or on a day off: at the
 * beginning of the next working day, that is within its first hour of work (`nextDayTransferMinutes` of the rules).
 */
export function transferDue(
  calendar: WorkingCalendar,
  rules: DeadlineRules,
  at: Moment,
): { readonly due: Moment; readonly explanation: readonly ExplanationLine[] } {
  const day = dayOfDoing(calendar, rules, at);
  const isSameDay = findNextDayReason(calendar, rules, at) === undefined;
  const start = findStartOfHours(calendar, day) ?? at;
  const due = isSameDay
    ? endOfWorkingDay(calendar, day)
    : addWorkingTime(calendar, start, rules.nextDayTransferMinutes.value * minute);
  return {
    due,
    explanation: [
      { code: 'received', moment: at },
      cutoffLine(calendar, rules, at),
      ...(isSameDay ? [] : [{ code: 'transfer-first-hours' as const, moment: start, params: { due: toIso(due) } }]),
      { code: 'due', moment: due },
    ],
  };
}
