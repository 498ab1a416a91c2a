import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { allowed, refused } from '#kernel/verdict.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { obey } from '#server/obey.ts';
import {
  createUnit,
  endUnit,
  getUnit,
  listLevels,
  listUnits,
  moveUnit,
  renameUnit,
  reorganiseUnits,
  setUnitHost,
  type UnitDetail,
} from '../contract/units.ts';
import { mayChangeFrom, mayEditUnit, mayEndUnit, mayStandUnder } from '../domain/unit-tree.ts';
import { listingOf } from '../queries/listing.ts';
import { type UnitViewer, unitDetailOf, unitRows } from '../queries/unit-rows.ts';
import { type Forest, loadForest, type StoredUnit } from '../queries/unit-tree.ts';
import { lockUnits, type UnitStep, unitFold, writeUnits } from '../store/unit.ts';
import { stepForNewUnit } from './make-unit.ts';
import { stepsOfReorganisation } from './reorganise.ts';

export function mountUnits(mount: Mount): void {
  mount(listUnits, async (ctx, { query }) => {
    const listing = listingOf(ctx, query);
    return unitRows(await loadForest(ctx.db, ctx.unitId), viewerOf(ctx, listing.day), listing);
  });

  mount(getUnit, async (ctx, { params: { id }, query }) =>
    detailOf(ctx, await loadForest(ctx.db, ctx.unitId), id, query.on ?? ctx.today),
  );

  mount(listLevels, async (ctx) => ({ rows: [...(await loadForest(ctx.db, ctx.unitId)).levels.values()] }));

  mount(createUnit, async (ctx, { body: { outside, ...body } }) => {
    const forest = await openForest(ctx);
    const id = ctx.newId();
    const made = { ...body, id, keptBy: outside ? ctx.unitId : null };
    const step = stepForNewUnit(forest, made, { unitId: ctx.unitId, today: ctx.today });
    return await save(ctx, forest, { id, action: 'unit.created', steps: [step], day: body.validFrom }, body.citation);
  });

  mount(renameUnit, async (ctx, { params: { id }, body }) => {
    const forest = await openForest(ctx);
    const unit = getOpenUnit(ctx, forest, id, body.version);
    obey(mayChangeFrom(unit, unit.names, body.from));
    const fold = unitFold(unit.code, [...unit.names.map((each) => each.name), body.name]);
    const steps: UnitStep[] = [{ op: 'name', id, ...body, fold }];
    return await save(ctx, forest, { id, action: 'unit.renamed', steps, day: body.from }, body.citation);
  });

  mount(moveUnit, async (ctx, { params: { id }, body }) => {
    const forest = await openForest(ctx);
    const unit = getOpenUnit(ctx, forest, id, body.version);
    obey(mayChangeFrom(unit, unit.parents, body.from));
    const period = { validFrom: body.from, validTo: unit.validTo };
    obey(mayStandUnder(forest.tree, forest.levels, unit, body.parentId, period));
    const steps: UnitStep[] = [{ op: 'parent', id, ...body }];
    return await save(ctx, forest, { id, action: 'unit.moved', steps, day: body.from }, body.citation);
  });

  mount(endUnit, async (ctx, { params: { id }, body }) => {
    const forest = await openForest(ctx);
    const unit = getOpenUnit(ctx, forest, id, body.version);
    const succeeded = forest.successions.some((each) => each.predecessorId === id);
    obey(mayEndUnit(forest.tree, forest.levels, unit, body.lastDay, succeeded));
    const steps: UnitStep[] = [{ op: 'end', id, version: body.version, to: body.lastDay }];
    return await save(ctx, forest, { id, action: 'unit.ended', steps, day: body.lastDay ?? ctx.today }, body.citation);
  });

  mount(setUnitHost, async (ctx, { params: { id }, body }) => {
    const forest = await openForest(ctx);
    getOpenUnit(ctx, forest, id, body.version);
    const steps: UnitStep[] = [{ op: 'host', id, ...body }];
    return await save(ctx, forest, { id, action: 'unit.host-set', steps, day: ctx.today });
  });

  mount(reorganiseUnits, async (ctx, { body }) => {
    const before = await openForest(ctx);
    const { steps, predecessors, successors } = stepsOfReorganisation(ctx, before, body);
    await writeUnits(ctx.db, steps, ctx.today);
    const after = await loadForest(ctx.db, ctx.unitId);
    for (const id of new Set([...predecessors, ...successors])) {
      logUnit(ctx, 'unit.reorganised', id, before, after, body.citation);
    }
    ctx.publish('unit.reorganised', { predecessors, successors });
    const details = (ids: readonly Id[]) => ids.map((id) => detailOf(ctx, after, id, body.day));
    return { predecessors: details(predecessors), successors: details(successors) };
  });
}

/** The units that concern the acting one, locked against other changes of the tree. */
async function openForest(ctx: Context): Promise<Forest> {
  await lockUnits(ctx.db);
  return await loadForest(ctx.db, ctx.unitId);
}

/** The unit a change is based on: 404 when it does not concern the acting one, 403 when it is another's to change. */
function getOpenUnit(ctx: Context, forest: Forest, id: Id, version: number): StoredUnit {
  const unit = forest.tree.get(id);
  if (!unit) fail('not-found', {}, 404);
  obey(mayEditUnit(forest.tree, ctx.unitId, unit, ctx.today), 403);
  if (unit.version !== version) {
    fail('stale-version', {}, 409, { current: detailOf(ctx, forest, id, ctx.today) });
  }
  return unit;
}

interface UnitChange {
  readonly id: Id;
  readonly action: string;
  readonly steps: readonly UnitStep[];
  /** The day on which the answer is read. */
  readonly day: PlainDate;
}

async function save(ctx: Context, before: Forest, change: UnitChange, reason?: string): Promise<UnitDetail> {
  await writeUnits(ctx.db, change.steps, ctx.today);
  const after = await loadForest(ctx.db, ctx.unitId);
  logUnit(ctx, change.action, change.id, before, after, reason);
  ctx.publish('unit.changed', { id: change.id });
  return detailOf(ctx, after, change.id, change.day);
}

function logUnit(ctx: Context, action: string, id: Id, before: Forest, after: Forest, reason?: string): void {
  const former = before.tree.get(id);
  ctx.log({
    action,
    record: { type: 'unit', id },
    ...(former ? { before: former } : {}),
    after: after.tree.get(id),
    ...(reason ? { reason } : {}),
  });
}

function detailOf(ctx: Context, forest: Forest, id: Id, day: PlainDate): UnitDetail {
  const unit = forest.tree.get(id);
  if (!unit) fail('not-found', {}, 404);
  return unitDetailOf(forest, unit, viewerOf(ctx, day));
}

function viewerOf(ctx: Context, day: PlainDate): UnitViewer {
  const mayManage = ctx.may('org.manage') ? allowed : refused('forbidden');
  return { unitId: ctx.unitId, day, today: ctx.today, mayManage };
}
