import type { Term, TermUnit } from '#kernel/term.ts';
import { type AmountKind, amountKind, hourMillis, roundingOf, termOfHours, unitsOf } from '../amount.ts';
import type { Finding } from '../finding.ts';
import type { ProcessBody } from '../process.ts';
import { findLongestWay, type WayTime } from './longest-way.ts';

/** A same-day procedure has at most this: the working day it is received on, or the next (Nghị định 61/2018/NĐ-CP điều 18). */
const sameDay: Term = { unit: 'working-day', milli: 1_000 };

/**
 * Findings on the time of a process: against the total its document declares (must be equal), and against the legal term
 * (must not be over; under it without a document saying so is asked about). Times of the office and of the clock cannot be
 * added or compared; that is said, and an excess only when it is certain: more working days than there are days.
 */
export function checkSum(flow: ProcessBody, legalTerm: Term | null | undefined): Finding[] {
  const time = findLongestWay(flow);
  if (!time) return [];
  const { declared, steps } = flow;
  const isPart = steps.some((step) => step.counted && step.norm === null);
  const findings = [
    ...checkMixture(time),
    ...(declared ? checkDeclared(time, declared) : []),
    ...checkLegal(time, declared, legalTerm),
  ];
  return isPart ? findings.filter(holdsForPart) : findings;
}

/** While times are missing, a sum can be found too long but not too short. */
function holdsForPart({ kind, declared, computed }: Finding): boolean {
  if (kind === 'sum-under-term') return false;
  return kind !== 'sum-mismatch' || !declared || !computed || hourMillis(computed) > hourMillis(declared);
}

function checkMixture(time: WayTime): Finding[] {
  if (time.working === 0 || time.clock === 0) return [];
  return [{ kind: 'units-mixed', severity: 'warning', params: { of: 'steps', ...bothSums(time) } }];
}

function checkDeclared(time: WayTime, declared: Term): Finding[] {
  const kind = amountKind(declared);
  if (time.working > 0 && time.clock > 0) return isSurelyOver(time, declared) ? [mismatch(time, declared)] : [];
  const own = kindOfTime(time);
  if (kind === null) return own === null || time[own] === 0 ? [] : [mismatch(time, declared)];
  if (own !== null && own !== kind) {
    if (isSurelyOver(time, declared)) return [mismatch(time, declared)];
    const params = { of: 'declared', ...bothSums(time) };
    return [{ kind: 'units-mixed', severity: 'warning', params, declared, computed: sumOf(time, declared) }];
  }
  const difference = Math.abs(time[kind] - hourMillis(declared));
  return difference > time.rounding + roundingOf(declared) ? [mismatch(time, declared)] : [];
}

function mismatch(time: WayTime, declared: Term): Finding {
  return { kind: 'sum-mismatch', severity: 'error', declared, computed: sumOf(time, declared) };
}

function checkLegal(time: WayTime, declared: Term | null, legalTerm: Term | null | undefined): Finding[] {
  if (legalTerm === undefined) return [];
  if (legalTerm === null) return [{ kind: 'term-unknown', severity: 'warning' }];
  const limit = legalTerm.unit === 'immediate' ? sameDay : legalTerm;
  const findings: Finding[] = [];
  if (declared && isOver(timeOfTerm(declared), limit))
    findings.push({ kind: 'declared-over-term', severity: 'error', declared: legalTerm, computed: declared });
  const own = kindOfTime(time);
  const shown = { declared: legalTerm, computed: sumOf(time, limit) };
  if (isOver(time, limit)) findings.push({ kind: 'sum-over-term', severity: 'error', ...shown });
  else if (own !== null && own !== amountKind(limit) && time[own] > 0)
    findings.push({ kind: 'units-mixed', severity: 'warning', params: { of: 'term', ...bothSums(time) }, ...shown });
  else if (!declared && legalTerm.unit !== 'immediate' && isUnder(time, limit))
    findings.push({ kind: 'sum-under-term', severity: 'warning', ...shown });
  return findings;
}

function isOver(time: WayTime, limit: Term): boolean {
  const kind = amountKind(limit);
  if (kind === null) return false;
  const other = kind === 'working' ? 'clock' : 'working';
  if (time[other] > 0 && time[kind] === 0) return isSurelyOver(time, limit);
  return time[kind] > hourMillis(limit) + time.rounding + roundingOf(limit);
}

function isUnder(time: WayTime, limit: Term): boolean {
  const kind = amountKind(limit);
  return kind !== null && time[kind] < hourMillis(limit) - time.rounding - roundingOf(limit);
}

/** A working day takes at least a day, and an hour of the office at least one of the clock. */
function isSurelyOver(time: WayTime, limit: Term): boolean {
  if (limit.unit === 'day') return time.working * 3 + time.clock > hourMillis(limit) + time.rounding * 3;
  if (limit.unit === 'hour') return time.working + time.clock > hourMillis(limit) + time.rounding;
  return amountKind(limit) === 'working' && time.working > hourMillis(limit) + time.rounding;
}

function timeOfTerm(term: Term): WayTime {
  const kind = amountKind(term);
  const millis = hourMillis(term);
  return {
    working: kind === 'working' ? millis : 0,
    clock: kind === 'clock' ? millis : 0,
    rounding: roundingOf(term),
  };
}

function kindOfTime(time: WayTime): AmountKind | null {
  if (time.working > 0) return 'working';
  return time.clock > 0 ? 'clock' : null;
}

/** The sum in the unit of what it is compared with where they can be, else in days or hours of its own kind. */
function sumOf(time: WayTime, like: Term): Term {
  const kind = kindOfTime(time) ?? amountKind(like) ?? 'working';
  const isDays = like.unit === 'day' || like.unit === 'working-day' || like.unit === 'immediate';
  const unit = unitsOf[kind][isDays ? 'day' : 'hour'] as Exclude<TermUnit, 'immediate'>;
  return termOfHours(time[kind], unit);
}

function bothSums(time: WayTime): Record<string, number> {
  return { working: time.working, clock: time.clock };
}
