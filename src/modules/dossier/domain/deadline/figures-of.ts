import { type Moment, minute, wholeDay } from '#kernel/moment.ts';
import { addWorkingTime, workSpanBetween } from '#kernel/working-hours.ts';
import { measureOf } from './due-of-term.ts';
import { type Dues, findDues, stillStretches } from './find-dues.ts';
import { type KnownLedger, readLedger } from './read-ledger.ts';
import { lengthOf, lengthOfAll, type Stretch } from './stretches.ts';
import type { DeadlineFigures, DeadlineInput, PauseKind, TimeLeft } from './types.ts';

const inMinutes = (milliseconds: number) => Math.floor(milliseconds / minute);

function pausedMinutes(input: DeadlineInput, ledger: KnownLedger): DeadlineFigures['pausedMinutes'] {
  const worked = (stretches: readonly Stretch[]) =>
    inMinutes(lengthOfAll(input.calendar, false, stretches, ledger.receivedAt));
  const ofKind = (kind: PauseKind) => worked(ledger.pauses.filter((pause) => pause.kind === kind));
  return {
    supplement: ofKind('supplement'),
    'financial-obligation': ofKind('financial-obligation'),
    'external-consultation': ofKind('external-consultation'),
    'applicant-wish': ofKind('applicant-wish'),
    all: worked(ledger.pauses),
    excluded: worked(stillStretches(input.rules, ledger)),
  };
}

/** How long a dossier is past a due date, without the stretches after it in which the clock stood still; 0 when not. */
function lateBy(input: DeadlineInput, ledger: KnownLedger, due: Moment): number {
  if (ledger.until <= due) return 0;
  const byClock = measureOf(input) === 'clock-time';
  const past = lengthOf(input.calendar, byClock, { from: due, to: ledger.until });
  return past - lengthOfAll(input.calendar, byClock, stillStretches(input.rules, ledger), due);
}

function clockSpan(milliseconds: number) {
  return {
    days: Math.floor(milliseconds / wholeDay),
    minutes: inMinutes(milliseconds % wholeDay),
    totalMinutes: inMinutes(milliseconds),
  };
}

function timeLeft(input: DeadlineInput, ledger: KnownLedger, due: Moment): TimeLeft {
  const { until } = ledger;
  const side = until <= due ? 'left' : 'over';
  if (measureOf(input) === 'clock-time') {
    return { ...clockSpan(side === 'left' ? due - until : lateBy(input, ledger, due)), side, unit: 'clock' };
  }
  if (side === 'left') return { ...workSpanBetween(input.calendar, until, due), side, unit: 'worked' };
  const end = addWorkingTime(input.calendar, due, lateBy(input, ledger, due));
  return { ...workSpanBetween(input.calendar, due, end), side, unit: 'worked' };
}

/**
 * By Decision 766 the time between the request of one supplement and its receipt is taken off (clock time, as the
 * portal's formula subtracts two moments); a dossier that waits for it is judged at its request; a second request makes
 * it late. The date it is judged by is the first one.
 */
function metricOf(ledger: KnownLedger, { firstDue }: Dues): Pick<DeadlineFigures, 'metricDue' | 'metricOnTime'> {
  const supplements = ledger.pauses.filter(({ kind }) => kind === 'supplement');
  const [only] = supplements;
  const isCounted = only !== undefined && supplements.length === 1;
  const metricDue = (isCounted ? firstDue + (only.to - only.from) : firstDue) as Moment;
  return { metricDue, metricOnTime: supplements.length <= 1 && ledger.until <= metricDue };
}

/** All figures of a dossier's time that `deadlineOf` gives, from a ledger and dues that are read already. */
export function figuresFrom(input: DeadlineInput, ledger: KnownLedger, dues: Dues): DeadlineFigures {
  const { firstDue, statutoryDue, currentDue } = dues;
  const isPaused = stillStretches(input.rules, ledger).some(({ isOpen }) => isOpen);
  return {
    firstDue,
    statutoryDue,
    currentDue,
    isProvisional: isPaused,
    pausedMinutes: pausedMinutes(input, ledger),
    ...metricOf(ledger, dues),
    state: ledger.endedAt === undefined ? (isPaused ? 'paused' : 'running') : 'ended',
    left: timeLeft(input, ledger, currentDue),
    isLateByFirst: ledger.until > statutoryDue,
    isLateByCurrent: ledger.until > currentDue,
    lateByFirst: inMinutes(lateBy(input, ledger, statutoryDue)),
    lateByCurrent: inMinutes(lateBy(input, ledger, currentDue)),
    supplements: ledger.pauses.filter(({ kind }) => kind === 'supplement').length,
    extensions: dues.accepted.length,
  };
}

/**
 * The figures of a dossier's time without the explanation: for lists and re-projections of many. Throws RangeError
 * when the ledger has no receipt.
 */
export function figuresOf(input: DeadlineInput): DeadlineFigures {
  const ledger = readLedger(input.ledger, input.now);
  return figuresFrom(input, ledger, findDues(input, ledger));
}
