import type { PlainDate } from '#kernel/plain-date.ts';
import { allowed, refused, type Verdict } from '#kernel/verdict.ts';
import { findShared, isValidOn, isWithin, lastDayOf, mayHaveDates, type Validity } from './validity.ts';

export interface DatedName extends Validity {
  readonly name: string;
  readonly shortName: string;
}

export interface DatedParent extends Validity {
  readonly parentId: string;
}

export interface UnitLevel extends Validity {
  readonly code: string;
  readonly name: string;
  readonly rank: number;
}

/** A unit with all names and parents it ever had, oldest first. */
export interface TreeUnit extends Validity {
  readonly id: string;
  readonly level: string;
  /** The unit that keeps this entry when the unit itself does not work in this installation. */
  readonly keptBy: string | null;
  readonly names: readonly DatedName[];
  readonly parents: readonly DatedParent[];
}

export type UnitTree = ReadonlyMap<string, TreeUnit>;

/** The name of a unit on a day; before its first name the first, after its last the last, so that history reads. */
export function getNameOn(unit: TreeUnit, day: PlainDate): DatedName {
  const first = unit.names[0];
  const last = unit.names.at(-1);
  if (!first || !last) throw new RangeError('a unit has at least one name');
  return unit.names.find((name) => isValidOn(name, day)) ?? (day < first.validFrom ? first : last);
}

/** The id of the unit above on a day, or undefined for the top of the tree. */
export function findParentOn(unit: TreeUnit, day: PlainDate): string | undefined {
  return unit.parents.find((parent) => isValidOn(parent, day))?.parentId;
}

/** The units above on a day, nearest first; ends at an unknown unit and never loops. */
export function ancestorsOn(tree: UnitTree, unitId: string, day: PlainDate): readonly string[] {
  const found: string[] = [];
  let unit = tree.get(unitId);
  while (unit) {
    const parentId = findParentOn(unit, day);
    if (parentId === undefined || parentId === unitId || found.includes(parentId)) break;
    found.push(parentId);
    unit = tree.get(parentId);
  }
  return found;
}

/** True when `above` stands over `unitId` on some day of the period. */
export function standsOver(tree: UnitTree, above: string, unitId: string, period: Validity): boolean {
  const unit = tree.get(unitId);
  if (!unit) return false;
  return unit.parents.some((parent) => {
    const shared = findShared(parent, period);
    return shared !== undefined && (parent.parentId === above || standsOver(tree, above, parent.parentId, shared));
  });
}

/**
 * Whether a unit may stand under a parent in a period: both known, the parent of a higher level, valid all through
 * (`org-parent-outside-dates`), and never below the unit itself (`org-unit-cycle`).
 */
export function mayStandUnder(
  tree: UnitTree,
  levels: ReadonlyMap<string, UnitLevel>,
  unit: { readonly id: string; readonly level: string },
  parentId: string,
  period: Validity,
): Verdict {
  const parent = tree.get(parentId);
  if (!parent) return refused('org-parent-unknown');
  if (parentId === unit.id || standsOver(tree, unit.id, parentId, period)) return refused('org-unit-cycle');
  const above = levels.get(parent.level);
  const below = levels.get(unit.level);
  if (!above || !below) return refused('org-level-unknown');
  if (above.rank >= below.rank) return refused('org-parent-level', { parent: above.name, child: below.name });
  if (!isWithin(period, parent)) {
    return refused('org-parent-outside-dates', { from: parent.validFrom, to: parent.validTo ?? '' });
  }
  return allowed;
}

/** Whether a level exists all through the days of a unit (`org-level-unknown`, `org-level-outside-dates`). */
export function mayHaveLevel(level: UnitLevel | undefined, period: Validity): Verdict {
  if (!level) return refused('org-level-unknown');
  if (isWithin(period, level)) return allowed;
  return refused('org-level-outside-dates', { level: level.name, from: level.validFrom, to: level.validTo ?? '' });
}

/**
 * Whether a dated fact (name, parent) may change from a day on: only the newest period is cut, so that history stays.
 * A change on the very first day of that period corrects it. Refuses days outside the unit's (`org-outside-unit-dates`)
 * and days before a later change (`org-later-change`).
 */
export function mayChangeFrom(unit: Validity, periods: readonly Validity[], from: PlainDate): Verdict {
  if (!isValidOn(unit, from)) {
    return refused('org-outside-unit-dates', { from: unit.validFrom, to: unit.validTo ?? '' });
  }
  const newest = periods.at(-1);
  return newest && from < newest.validFrom ? refused('org-later-change', { day: newest.validFrom }) : allowed;
}

/**
 * Whether a unit may found units under another: under itself, or under one that stands below it on the day or later.
 * Otherwise `org-unit-not-yours`; it may then only keep an entry.
 */
export function mayRuleUnit(tree: UnitTree, actorId: string, unitId: string, today: PlainDate): Verdict {
  const fromToday: Validity = { validFrom: today, validTo: null };
  return unitId === actorId || standsOver(tree, actorId, unitId, fromToday) ? allowed : refused('org-unit-not-yours');
}

/** Whether a unit may write the entry of another: one it rules, or one it keeps. Otherwise `org-unit-not-yours`. */
export function mayEditUnit(tree: UnitTree, actorId: string, unit: TreeUnit, today: PlainDate): Verdict {
  return unit.keptBy === actorId ? allowed : mayRuleUnit(tree, actorId, unit.id, today);
}

/**
 * Whether a unit may end after a day, or its end be moved (null: no end). Units still under it afterwards must be moved
 * first (`org-unit-has-units`, with their number); a later end than before must suit its level and its parent; the end
 * of a unit that others came after stays (`org-unit-succeeded`).
 */
export function mayEndUnit(
  tree: UnitTree,
  levels: ReadonlyMap<string, UnitLevel>,
  unit: TreeUnit,
  lastDay: PlainDate | null,
  hasSuccessor: boolean,
): Verdict {
  const next: Validity = { validFrom: unit.validFrom, validTo: lastDay };
  const order = mayHaveDates(next);
  if (!order.ok) return order;
  if (hasSuccessor && unit.validTo !== null) return refused('org-unit-succeeded');
  const level = mayHaveLevel(levels.get(unit.level), next);
  if (!level.ok) return level;
  const parent = unit.parents.at(-1);
  if (parent && lastDayOf(next) >= parent.validFrom) {
    const standing = mayStandUnder(tree, levels, unit, parent.parentId, { ...next, validFrom: parent.validFrom });
    if (!standing.ok) return standing;
  }
  const below = [...tree.values()].filter((other) =>
    other.parents.some((each) => each.parentId === unit.id && lastDayOf(each) > lastDayOf(next)),
  );
  return below.length === 0 ? allowed : refused('org-unit-has-units', { count: below.length });
}
