import type { PlainDate } from '#kernel/plain-date.ts';

/** How the figure of a target binds; the same codes as in plans. */
export type FigureOperator = '=' | 'min' | '>=' | '>' | 'max' | '<=' | '<';

/** The figure of a target. */
export interface Figure {
  readonly operator: FigureOperator;
  readonly value: number;
  readonly unit: string;
  /** Aimed at ("phấn đấu"), not bound to. */
  readonly aspiration: boolean;
}

/**
 * How ours falls behind what is asked: a weaker figure, a figure that cannot be compared, only aimed at where the other
 * binds, a later last day, or no day where the other has one.
 */
export type Gap = 'weaker' | 'other-figure' | 'aspiration' | 'later' | 'undated';

const directions: Readonly<Record<FigureOperator, 'floor' | 'ceiling' | 'point'>> = {
  '=': 'point',
  min: 'floor',
  '>=': 'floor',
  '>': 'floor',
  max: 'ceiling',
  '<=': 'ceiling',
  '<': 'ceiling',
};

/**
 * How our figure falls behind the one asked for; null when it is at least as strong. A plain figure ("đạt 95 %") binds as
 * the other one does, as a floor when both are plain. Figures of different units or opposite directions cannot be compared.
 */
export function gapOfFigures(asked: Figure, ours: Figure): Gap | null {
  if (asked.unit.trim() !== ours.unit.trim()) return 'other-figure';
  const [theirs, own] = [directions[asked.operator], directions[ours.operator]];
  const both = theirs === 'point' ? own : theirs;
  if (own !== 'point' && own !== both) return 'other-figure';
  const ahead = both === 'ceiling' ? asked.value - ours.value : ours.value - asked.value;
  const isOpen = asked.operator === '>' || asked.operator === '<';
  const isStrict = isOpen && ours.operator !== asked.operator;
  if (ahead < 0 || (ahead === 0 && isStrict)) return 'weaker';
  return ours.aspiration && !asked.aspiration ? 'aspiration' : null;
}

/** How our last day falls behind the one asked for; null when it is not later, or none is asked for. */
export function gapOfDays(asked: PlainDate | null, ours: PlainDate | null): Gap | null {
  if (asked === null) return null;
  if (ours === null) return 'undated';
  return ours > asked ? 'later' : null;
}
