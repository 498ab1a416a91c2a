import type { Term } from '#kernel/term.ts';

export const findingKinds = [
  'no-steps',
  'sum-mismatch',
  'sum-over-term',
  'sum-under-term',
  'declared-over-term',
  'units-mixed',
  'unit-unclear',
  'declared-missing',
  'declared-unread',
  'term-unknown',
  'duration-missing',
  'duration-unread',
  'duration-zero',
  'number-missing',
  'number-repeated',
  'number-slipped',
  'name-missing',
  'actor-missing',
  'actor-unknown',
  'post-unknown',
  'district-ended',
  'no-final-step',
  'final-goes-on',
  'dead-end',
  'unreachable',
  'loop',
  'next-to-nowhere',
  'return-to-nowhere',
  'return-forward',
  'condition-unknown',
  'condition-twice',
  'branch-open',
  'fork-not-parallel',
  'code-missing',
  'code-repeated',
  'cell-merged',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** What is wrong (`error`: cannot be put into force) or doubtful (`warning`: can, with a reason). */
export interface Finding {
  readonly kind: FindingKind;
  readonly severity: 'error' | 'warning';
  /** Number of the step, as it is written. */
  readonly stepNo?: number | string;
  /** Where it stands in a sheet, e.g. `D7`. */
  readonly cell?: string;
  /** What the words need, by name. */
  readonly params?: Readonly<Record<string, string | number>>;
  readonly declared?: Term;
  readonly computed?: Term;
}

/** True when nothing forbids to put into force what was checked. */
export function isFaultless(findings: readonly Finding[]): boolean {
  return findings.every((finding) => finding.severity !== 'error');
}
