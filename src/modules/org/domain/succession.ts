import type { PlainDate } from '#kernel/plain-date.ts';
import { allowed, refused, type Verdict } from '#kernel/verdict.ts';
import { dayBefore, lastDayOf, type Validity } from './validity.ts';

export const successionKinds = ['merge', 'split', 'rename'] as const;
export type SuccessionKind = (typeof successionKinds)[number];

/** From `day` on, `successorId` goes on for `predecessorId`; the heir is the one that takes over its records. */
export interface Succession {
  readonly predecessorId: string;
  readonly successorId: string;
  readonly kind: SuccessionKind;
  readonly heir: boolean;
  readonly day: PlainDate;
}

/**
 * The unit that answers for the records of a unit on a day: itself, or its heir, or that one's heir in turn.
 * Every unit has exactly one answer, so nothing is counted twice or lost.
 */
export function heirOn(unitId: string, day: PlainDate, successions: readonly Succession[]): string {
  const seen = new Set<string>([unitId]);
  let current = unitId;
  for (;;) {
    const next = successions.find((link) => link.heir && link.predecessorId === current && link.day <= day);
    if (!next || seen.has(next.successorId)) return current;
    seen.add(next.successorId);
    current = next.successorId;
  }
}

/**
 * Figures of units carried to the units that answer for them on a day. The sum of all figures stays the same, and
 * carrying twice changes nothing.
 */
export function carryTotals(
  totals: ReadonlyMap<string, number>,
  day: PlainDate,
  successions: readonly Succession[],
): ReadonlyMap<string, number> {
  const carried = new Map<string, number>();
  for (const [unitId, figure] of totals) {
    const heir = heirOn(unitId, day, successions);
    carried.set(heir, (carried.get(heir) ?? 0) + figure);
  }
  return carried;
}

/** All units whose records `unitId` answers for on a day, itself among them, oldest links included. */
export function predecessorsOn(unitId: string, day: PlainDate, successions: readonly Succession[]): readonly string[] {
  const known = new Set(successions.map((link) => link.predecessorId));
  return [unitId, ...[...known].filter((id) => id !== unitId && heirOn(id, day, successions) === unitId)];
}

/** A merge, split or refounding as it is asked for. */
export interface Reorganisation {
  readonly kind: SuccessionKind;
  readonly day: PlainDate;
  readonly predecessors: readonly ({ readonly id: string } & Validity)[];
  readonly successors: readonly ({ readonly id: string; readonly heir: boolean } & Validity)[];
  /** A split by which the predecessor goes on with less; then nobody inherits its records. */
  readonly predecessorContinues: boolean;
}

/**
 * Whether units may be merged, split or founded anew on a day. A merge has one successor, a split one predecessor and
 * at least two units afterwards, a refounding one of each; successors exist from the day on, predecessors until the day
 * before; exactly one successor inherits, and no unit comes after itself.
 */
export function mayReorganise(asked: Reorganisation, successions: readonly Succession[]): Verdict {
  const shape = mayHaveShape(asked);
  if (!shape.ok) return shape;
  for (const unit of asked.predecessors) {
    if (unit.validFrom >= asked.day) return refused('org-predecessor-too-young', { from: unit.validFrom });
    if (lastDayOf(unit) < dayBefore(asked.day)) return refused('org-unit-ended', { day: lastDayOf(unit) });
    if (successions.some((link) => link.predecessorId === unit.id && link.heir))
      return refused('org-already-succeeded');
  }
  for (const unit of asked.successors) {
    if (unit.validFrom > asked.day || lastDayOf(unit) < asked.day) return refused('org-successor-outside-dates');
    if (asked.predecessors.some((before) => comesAfter(before.id, unit.id, successions))) {
      return refused('org-succession-cycle');
    }
  }
  return allowed;
}

function mayHaveShape(asked: Reorganisation): Verdict {
  const before = asked.predecessors.length;
  const after = asked.successors.length + (asked.predecessorContinues ? 1 : 0);
  const heirs = asked.successors.filter((unit) => unit.heir).length;
  if (asked.kind === 'merge' && (before < 1 || after !== 1)) return refused('org-merge-shape');
  if (asked.kind === 'split' && (before !== 1 || after < 2)) return refused('org-split-shape');
  if (asked.kind === 'rename' && (before !== 1 || after !== 1)) return refused('org-refound-shape');
  if (asked.predecessorContinues && asked.kind !== 'split') return refused('org-merge-shape');
  return heirs === (asked.predecessorContinues ? 0 : 1) ? allowed : refused('org-one-heir');
}

/** True when `later` is `earlier` itself or goes on for it, directly or through others. */
function comesAfter(later: string, earlier: string, successions: readonly Succession[]): boolean {
  if (later === earlier) return true;
  return successions.some((link) => link.predecessorId === earlier && comesAfter(later, link.successorId, successions));
}
