import type { PlainDate } from '#kernel/plain-date.ts';
import { obey } from '#server/obey.ts';
import { mayHaveLevel, mayRuleUnit, mayStandUnder } from '../domain/unit-tree.ts';
import { mayHaveDates } from '../domain/validity.ts';
import type { Forest } from '../queries/unit-tree.ts';
import { type UnitStep, unitFold } from '../store/unit.ts';

/** A unit as it is asked for. */
export interface NewUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly level: string;
  readonly parentId: string | null;
  /** The unit that keeps the entry of a body that does not work in this installation. */
  readonly keptBy: string | null;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly citation: string;
}

/**
 * The step that makes a unit, once the rules allow it. A unit that works here is made by a unit above it; the entry of
 * any other body is kept by the unit that makes it.
 */
export function stepForNewUnit(
  forest: Forest,
  asked: NewUnit,
  actor: { readonly unitId: string; readonly today: PlainDate },
): UnitStep {
  obey(mayHaveDates(asked));
  obey(mayHaveLevel(forest.levels.get(asked.level), asked));
  if (asked.parentId !== null) {
    obey(mayStandUnder(forest.tree, forest.levels, asked, asked.parentId, asked));
    if (asked.keptBy === null) obey(mayRuleUnit(forest.tree, actor.unitId, asked.parentId, actor.today), 403);
  }
  const { validFrom, validTo, ...unit } = asked;
  return { op: 'create', ...unit, from: validFrom, to: validTo, fold: unitFold(asked.code, [asked.name]) };
}
