import { dayOf, type Moment } from '#kernel/moment.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { refused, type Verdict } from '#kernel/verdict.ts';
import { lastWorkingDayOnOrBefore } from '#kernel/working-calendar.ts';
import { findDues } from './find-dues.ts';
import { lastApologyDay, mayApologise, mayReappoint } from './may-apologise.ts';
import { readLedger } from './read-ledger.ts';
import type { DeadlineInput } from './types.ts';

/**
 * Whether the date of a dossier may be re-appointed now (`input.now`), with an apology at least a day before it is due
 * (Decree 61/2018 art. 19.9). Also refused with `extension-ended` once processing has ended; give `newDue` to have the
 * new date examined as well (`extension-not-later`, `extension-day-off`).
 */
export function mayExtend(input: DeadlineInput, newDue?: Moment): Verdict {
  const ledger = readLedger(input.ledger, input.now);
  if (ledger.endedAt !== undefined) return refused('extension-ended');
  const { currentDue, accepted } = findDues(input, ledger);
  const verdict = mayApologise(input.rules, input.now, ledger.receivedAt, currentDue, accepted.length);
  return verdict.ok && newDue !== undefined ? mayReappoint(input.calendar, currentDue, newDue) : verdict;
}

/** How it stands with the apology for a dossier that may become late. */
export type ApologyStanding = {
  readonly verdict: Verdict;
  /** The last day of the calendar on which it may be sent. */
  readonly lastDay: PlainDate;
  /** The last working day on which it may be sent. */
  readonly lastWorkingDay: PlainDate;
  /** "Hôm nay là ngày cuối được gửi phiếu xin lỗi": no working day is left after today. */
  readonly isLastDay: boolean;
};

/** Whether, until when, and whether only today an apology may be sent for a dossier. */
export function apologyStanding(input: DeadlineInput): ApologyStanding {
  const { currentDue } = findDues(input, readLedger(input.ledger, input.now));
  const verdict = mayExtend(input);
  const lastDay = lastApologyDay(input.rules, currentDue);
  const lastWorkingDay = lastWorkingDayOnOrBefore(input.calendar, lastDay);
  return { verdict, lastDay, lastWorkingDay, isLastDay: verdict.ok && dayOf(input.now) >= lastWorkingDay };
}
