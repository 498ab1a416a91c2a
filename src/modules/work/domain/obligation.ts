import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Stage } from './states.ts';

/** How an obligation comes by its day. */
export const obligationKinds = ['dated', 'standing', 'guided', 'triggered', 'undated'] as const;
export type ObligationKind = (typeof obligationKinds)[number];

/** One step of how a due day came about. */
export interface DueStep {
  readonly code: 'words' | 'calendar-day' | 'day-before' | 'day-off' | 'due' | 'year-not-announced' | 'waits' | 'open';
  readonly day: PlainDate | null;
  readonly words: string;
}

/** An obligation that a task wants, before anybody did anything about it. */
export interface WantedObligation {
  readonly taskId: Id;
  readonly outputId: Id | null;
  readonly ruleId: Id | null;
  readonly kind: ObligationKind;
  readonly title: string;
  readonly period: string;
  readonly report: boolean;
  readonly startsOn: PlainDate | null;
  readonly due: PlainDate | null;
  readonly dueWords: string;
  readonly dueSteps: readonly DueStep[];
}

/** The stage a new obligation begins in. */
export function firstStage(kind: ObligationKind): Stage {
  return kind === 'guided' || kind === 'triggered' ? 'awaiting-guidance' : 'open';
}
