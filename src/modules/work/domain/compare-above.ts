import type { Gap } from './above-gap.ts';

/**
 * How ours stands against what a higher plan asks: met; other or weaker with a reason; other or weaker without one;
 * missing; or no longer asked for.
 */
export const comparisons = ['unexplained', 'missing', 'explained', 'met', 'gone'] as const;
export type Comparison = (typeof comparisons)[number];

/** What of ours carries out what is asked, and how it differs. */
export interface Answering {
  /** What comparing finds: a weaker figure, a later day. */
  readonly gap: Gap | null;
  /** Where the content differs, as somebody wrote it. */
  readonly difference: string | null;
  readonly reason: string | null;
  /** It is no longer worked on, or no longer in the plan: it carries out nothing. */
  readonly ended: boolean;
}

/** Whether what carries it out is other than asked: then it needs a reason. */
export function deviates({ gap, difference }: Pick<Answering, 'gap' | 'difference'>): boolean {
  return gap !== null || difference !== null;
}

/**
 * How ours stands against one thing asked. Of several that carry it out together, each that falls behind needs its reason.
 * What nothing carries out is explained when somebody said why.
 */
export function compareAbove(
  asked: { readonly gone: boolean; readonly absentReason: string | null },
  answering: readonly Answering[],
): Comparison {
  if (asked.gone) return 'gone';
  const living = answering.filter((one) => !one.ended);
  if (living.length === 0) return asked.absentReason === null ? 'missing' : 'explained';
  const behind = living.filter(deviates);
  if (behind.length === 0) return 'met';
  return behind.every((one) => one.reason !== null) ? 'explained' : 'unexplained';
}
