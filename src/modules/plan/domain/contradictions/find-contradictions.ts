import type { PlanReading } from '../reading/plan-reading.ts';
import type { SourceLine } from '../source-document.ts';
import { assignmentContradictions } from './assignment-contradictions.ts';
import { bodyRowContradictions } from './body-row-contradictions.ts';
import { type Contradiction, contradictionWeights, type IssuerContext } from './contradiction.ts';
import { deadlineContradictions } from './deadline-contradictions.ts';
import { levelContradictions } from './level-contradictions.ts';
import { orderContradictions } from './order-contradictions.ts';
import { outputContradictions } from './output-contradictions.ts';
import { targetContradictions } from './target-contradictions.ts';
import { wordingContradictions } from './wording-contradictions.ts';

/** Whose plan a reading says it is, for when nobody else knows better. */
export function issuerOf(reading: PlanReading): IssuerContext {
  return { level: reading.issuerLevel, twoTier: reading.twoTier === true };
}

/**
 * Finds what in a plan contradicts itself, is missing or was left over from another plan: each finding with its
 * places, what is proposed and what may be chosen. Pure and deterministic; those that need a decision come first,
 * then in the order of the document. `lines` are those of the document, for the findings about its form.
 */
export function findContradictions(
  reading: PlanReading,
  issuer: IssuerContext = issuerOf(reading),
  lines: readonly SourceLine[] = [],
): Contradiction[] {
  const found = [
    ...targetContradictions(reading, issuer.level),
    ...orderContradictions(reading),
    ...deadlineContradictions(reading),
    ...assignmentContradictions(reading, issuer),
    ...levelContradictions(reading, issuer),
    ...bodyRowContradictions(reading),
    ...outputContradictions(reading),
    ...wordingContradictions(reading, lines),
  ];
  return inOrder([...new Map(found.map((one) => [one.key, one])).values()]);
}

/** Those that need a decision first, then in the order of the document. */
export function inOrder(found: readonly Contradiction[]): Contradiction[] {
  const rank = ({ code }: Contradiction) => (contradictionWeights[code] === 'decide' ? 0 : 1);
  const lineOf = ({ places }: Contradiction) => places[0]?.lines[0] ?? Number.POSITIVE_INFINITY;
  return [...found].sort((a, b) => rank(a) - rank(b) || compare(lineOf(a), lineOf(b)));
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
