import type { Id } from '#kernel/brands.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import { obey } from '#server/obey.ts';
import type { ReorganisationForm as Asked } from '../contract/units.ts';
import { mayReorganise, type Reorganisation } from '../domain/succession.ts';
import { mayEditUnit, mayEndUnit, mayRuleUnit } from '../domain/unit-tree.ts';
import { dayBefore } from '../domain/validity.ts';
import type { Forest, StoredUnit } from '../queries/unit-tree.ts';
import type { UnitStep } from '../store/unit.ts';
import { stepForNewUnit } from './make-unit.ts';

interface Founded {
  readonly id: Id;
  readonly heir: boolean;
  readonly steps: readonly UnitStep[];
}

/** What a merge, split or refounding writes, and the units it is about. */
export interface ReorganisationSteps {
  readonly steps: readonly UnitStep[];
  readonly predecessors: readonly Id[];
  readonly successors: readonly Id[];
}

/** The steps of a merge, split or refounding, once the rules allow it; 409 with the present unit for a stale version. */
export function stepsOfReorganisation(ctx: Context, forest: Forest, asked: Asked): ReorganisationSteps {
  const predecessors = asked.predecessors.map((each) => openPredecessor(ctx, forest, each.id, each.version));
  const successors = asked.successors.map((each) => found(ctx, forest, asked, each));
  obey(mayReorganise(ruled(forest, asked, predecessors, successors), forest.successions));
  const lastDay = dayBefore(asked.day);
  const steps: UnitStep[] = successors.flatMap((each) => each.steps);
  for (const unit of predecessors) {
    for (const { id: successorId, heir } of successors) {
      const { kind, day, citation } = asked;
      steps.push({ op: 'succeed', id: unit.id, successorId, kind, heir, from: day, citation });
    }
    if (asked.predecessorContinues || unit.validTo === lastDay) continue;
    obey(mayEndUnit(forest.tree, forest.levels, unit, lastDay, false));
    steps.push({ op: 'end', id: unit.id, to: lastDay });
  }
  return { steps, predecessors: predecessors.map((each) => each.id), successors: successors.map((each) => each.id) };
}

function openPredecessor(ctx: Context, { tree }: Forest, id: Id, version: number): StoredUnit {
  const unit = tree.get(id);
  if (!unit) fail('not-found', {}, 404);
  obey(mayEditUnit(tree, ctx.unitId, unit, ctx.today), 403);
  if (unit.version !== version) fail('stale-version', {}, 409, { current: unit });
  return unit;
}

function found(ctx: Context, forest: Forest, asked: Asked, successor: Asked['successors'][number]): Founded {
  if ('id' in successor) {
    if (!forest.tree.has(successor.id)) fail('not-found', {}, 404);
    return { id: successor.id, heir: successor.heir, steps: [] };
  }
  const { heir, ...unit } = successor;
  const id = ctx.newId();
  const ruled = unit.parentId !== null && mayRuleUnit(forest.tree, ctx.unitId, unit.parentId, ctx.today).ok;
  const made = {
    ...unit,
    id,
    keptBy: ruled ? null : ctx.unitId,
    validFrom: asked.day,
    validTo: null,
    citation: asked.citation,
  };
  return { id, heir, steps: [stepForNewUnit(forest, made, { unitId: ctx.unitId, today: ctx.today })] };
}

function ruled(
  { tree }: Forest,
  asked: Asked,
  predecessors: readonly StoredUnit[],
  successors: readonly Founded[],
): Reorganisation {
  return {
    kind: asked.kind,
    day: asked.day,
    predecessorContinues: asked.predecessorContinues,
    predecessors,
    successors: successors.map(({ id, heir }) => {
      const { validFrom, validTo } = tree.get(id) ?? { validFrom: asked.day, validTo: null };
      return { id, heir, validFrom, validTo };
    }),
  };
}
