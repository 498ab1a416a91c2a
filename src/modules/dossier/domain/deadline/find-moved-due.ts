import { dayOf, type Moment, toIso } from '#kernel/moment.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import { type ChangedDay, changedDays } from '#kernel/working-hours.ts';
import { findDues } from './find-dues.ts';
import { readLedger } from './read-ledger.ts';
import { later } from './stretches.ts';
import type { DeadlineInput, ExplanationLine } from './types.ts';

/** How an edit of the calendar moves the current due date of a dossier, and by which days. */
export type MovedDue = {
  readonly before: Moment;
  readonly after: Moment;
  readonly explanation: readonly ExplanationLine[];
};

function changeLine({ day, before, after }: ChangedDay): ExplanationLine {
  if (after.working && before.working) return { code: 'calendar-hours', day };
  const source = 'name' in after ? after : 'name' in before ? before : { name: '', citation: '' };
  const params = { name: source.name, citation: source.citation };
  return { code: after.working ? 'calendar-worked' : 'calendar-off', day, params };
}

/**
 * What becomes of a dossier's current due date when its calendar is edited: the date before and after, and the days
 * between receipt and the later of both that changed. Undefined when the date stays. The input has the calendar as it
 * was.
 */
export function findMovedDue(input: DeadlineInput, edited: WorkingCalendar): MovedDue | undefined {
  const ledger = readLedger(input.ledger, input.now);
  const { currentDue: before } = findDues(input, ledger);
  const { currentDue: after } = findDues({ ...input, calendar: edited }, ledger);
  if (before === after) return undefined;
  const days = changedDays(input.calendar, edited, dayOf(ledger.receivedAt), dayOf(later(before, after)));
  return {
    before,
    after,
    explanation: [
      ...days.map(changeLine),
      { code: 'moved-by-calendar', moment: after, params: { before: toIso(before) } },
    ],
  };
}
