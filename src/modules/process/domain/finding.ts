import type { Term } from './norm.ts';

export const findingKinds = [
  'no-steps',
  'sum-mismatch',
  'sum-over-term',
  'sum-under-term',
  'term-mismatch',
  'units-mixed',
  'unit-unclear',
  'duration-missing',
  'duration-unread',
  'duration-zero',
  'number-repeated',
  'number-slipped',
  'number-missing',
  'name-missing',
  'actor-missing',
  'actor-unknown',
  'dead-end',
  'unreachable',
  'no-final-step',
  'final-goes-on',
  'next-to-nowhere',
  'return-to-nowhere',
  'return-forward',
  'loop',
  'condition-unknown',
  'condition-twice',
  'branch-open',
  'fork-not-parallel',
  'district-ended',
  'declared-missing',
  'term-unknown',
  'post-unknown',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** An amount of time that was added up: exact in thousandths, and the same in the other unit of its kind. */
export type Amount = Term;

/** What is wrong (`error`: cannot be put into force) or doubtful (`warning`: may be, with a reason). */
export interface Finding {
  readonly kind: FindingKind;
  readonly severity: 'error' | 'warning';
  readonly stepNo?: number;
  /** What the words need, by name. */
  readonly params?: Readonly<Record<string, string | number>>;
  readonly declared?: Amount;
  readonly computed?: Amount;
}
