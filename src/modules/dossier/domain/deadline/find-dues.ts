import type { Moment } from '#kernel/moment.ts';
import type { Verdict } from '#kernel/verdict.ts';
import { dueOfTerm, measureOf } from './due-of-term.ts';
import { mayApologise, mayReappoint } from './may-apologise.ts';
import type { KnownExtension, KnownLedger, KnownPause } from './read-ledger.ts';
import { later, movedBy, type Stretch } from './stretches.ts';
import type { DeadlineInput, DeadlineRules } from './types.ts';

/** A re-appointment that the law does not allow, with its reason. */
export type RefusedExtension = { readonly extension: KnownExtension; readonly verdict: Verdict };

/** The due dates of a ledger, and which re-appointments count. */
export type Dues = {
  /** The moment the running term began: receipt, or the last full supplement. */
  readonly start: Moment;
  readonly firstDue: Moment;
  readonly statutoryDue: Moment;
  readonly currentDue: Moment;
  readonly accepted: readonly KnownExtension[];
  readonly refused: readonly RefusedExtension[];
};

/** Whether a pause's time is left out of the term: also while a supplement is awaited that begins the term again. */
export function standsStill(rules: DeadlineRules, pause: KnownPause): boolean {
  return pause.excluded || (pause.awaitsSupplement && rules.supplementRestarts.value);
}

/** The stretches in which the clock of the statutory term stood still. */
export function stillStretches(rules: DeadlineRules, ledger: KnownLedger): KnownPause[] {
  return ledger.pauses.filter((pause) => standsStill(rules, pause));
}

/** The pauses as known at an earlier moment. */
function cutAt(stretches: readonly Stretch[], at: Moment): Stretch[] {
  return stretches.filter(({ from }) => from <= at).map(({ from, to }) => ({ from, to: to < at ? to : at }));
}

/** The moment at which the term that runs at a moment began. */
function startAt(rules: DeadlineRules, ledger: KnownLedger, at: Moment): Moment {
  if (!rules.supplementRestarts.value) return ledger.receivedAt;
  return ledger.supplementsReceived.findLast((received) => received <= at) ?? ledger.receivedAt;
}

/** The due date by law as it stood at a moment. */
function statutoryAt(input: DeadlineInput, ledger: KnownLedger, still: readonly Stretch[], at: Moment): Moment {
  const start = startAt(input.rules, ledger, at);
  const byClock = measureOf(input) === 'clock-time';
  return movedBy(input.calendar, byClock, dueOfTerm(input, start), cutAt(still, at), start);
}

/** The due date in force at a moment, with the re-appointments accepted until then. */
function currentAt(
  input: DeadlineInput,
  ledger: KnownLedger,
  still: readonly Stretch[],
  accepted: readonly KnownExtension[],
  at: Moment,
): Moment {
  const statutory = statutoryAt(input, ledger, still, at);
  const extension = accepted.at(-1);
  if (!extension) return statutory;
  const byClock = measureOf(input) === 'clock-time';
  const moved = movedBy(input.calendar, byClock, extension.newDue, cutAt(still, at), extension.decidedAt);
  return later(statutory, moved);
}

/**
 * The due dates at the ledger's cut-off. Each re-appointment is judged by what was known when it was decided; one that
 * the law does not allow changes no date and is named with its reason.
 */
export function findDues(input: DeadlineInput, ledger: KnownLedger): Dues {
  const still = stillStretches(input.rules, ledger);
  const accepted: KnownExtension[] = [];
  const refused: RefusedExtension[] = [];
  for (const extension of ledger.extensions) {
    const due = currentAt(input, ledger, still, accepted, extension.decidedAt);
    const may = mayApologise(input.rules, extension.decidedAt, ledger.receivedAt, due, accepted.length);
    const verdict = may.ok ? mayReappoint(input.calendar, due, extension.newDue) : may;
    if (verdict.ok) accepted.push(extension);
    else refused.push({ extension, verdict });
  }
  return {
    start: startAt(input.rules, ledger, ledger.until),
    firstDue: dueOfTerm(input, ledger.receivedAt),
    statutoryDue: statutoryAt(input, ledger, still, ledger.until),
    currentDue: currentAt(input, ledger, still, accepted, ledger.until),
    accepted,
    refused,
  };
}
