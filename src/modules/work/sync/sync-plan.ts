import type { Id } from '#kernel/brands.ts';
import { listPlannedWork, listPlansInForce, type PlanInForce, type PlannedWork } from '#modules/plan/queries.ts';
import type { Context } from '#server/context.ts';
import type { LongWork } from '#server/module.ts';
import { reconcile } from '../domain/reconcile.ts';
import { becauseOf } from './because-of.ts';
import { appendCounts, countTasks } from './count-tasks.ts';
import { deriveStates } from './derive.ts';
import { dropMissing } from './drop-missing.ts';
import { loadBatch } from './load-batch.ts';
import { lockWork } from './recount.ts';
import { frameOf, wantBatch } from './want-batch.ts';
import { addObligations, changeObligations, endObligations, followTasks } from './write-obligations.ts';
import { settleTasks, writeParts, writeTasks } from './write-tasks.ts';

const tasksAtOnce = 300;

/**
 * Takes up the version in force of a plan: its tasks, who leads and coordinates them, and what is due when. Batch by
 * batch, each in a transaction of its own; run again, also after it was cut off, it changes only what differs. The same
 * follows changes of the organisation and of the working calendar.
 */
export async function syncPlan(work: LongWork, planId: Id): Promise<void> {
  const [plan] = await work.read((ctx) => listPlansInForce(ctx.db, ctx.unitId, planId));
  if (!plan) return;
  const seen = new Set<Id>();
  for (let after: Id | null = null; ; ) {
    const from: Id | null = after;
    let batch: readonly PlannedWork[] = [];
    await work.act(undefined, async (ctx) => {
      batch = await syncBatch(ctx, plan, from);
    });
    for (const { id } of batch) seen.add(id);
    after = batch.at(-1)?.id ?? null;
    if (batch.length < tasksAtOnce) break;
  }
  await work.act(undefined, async (ctx) => {
    await lockWork(ctx);
    await dropMissing(ctx, plan, seen);
    await deriveStates(ctx);
  });
}

/** Brings every plan in force of a unit up to date. */
export async function syncAllPlans(work: LongWork): Promise<void> {
  const plans = await work.read((ctx) => listPlansInForce(ctx.db, ctx.unitId));
  for (const { id } of plans) await syncPlan(work, id);
}

/** Gives the tasks it looked at. Tasks that were dropped by a document stay as they are. */
async function syncBatch(ctx: Context, plan: PlanInForce, after: Id | null): Promise<readonly PlannedWork[]> {
  await lockWork(ctx);
  const planned = await listPlannedWork(ctx.db, ctx.unitId, plan, after, tasksAtOnce);
  const stored = await loadBatch(
    ctx,
    planned.map(({ id }) => id),
  );
  const worked = planned.filter(({ id }) => !stored.dropped.has(id));
  if (worked.length === 0) return planned;
  const ids = worked.map(({ id }) => id);
  const before = await countTasks(ctx, ids);
  const frame = await frameOf(ctx, plan);
  const want = await wantBatch(ctx, plan, worked, stored);
  await writeTasks(ctx, plan, want.tasks);
  await writeParts(ctx, want.parts);
  const { add, change, end } = reconcile(stored.obligations, want.obligations);
  await endObligations(ctx, frame, end);
  await changeObligations(ctx, frame, change);
  await addObligations(ctx, frame, add);
  const bearers = new Map(stored.obligations.map(({ id, positionId }) => [id, positionId]));
  const moved = await followTasks(ctx, frame, want.divisions, bearers);
  if (add.length + change.length + end.length + moved.length === 0) return planned;
  await settleTasks(ctx, ids);
  await appendCounts(ctx, before, await countTasks(ctx, ids));
  logBatch(ctx, plan, { added: add.length, changed: change.length, ended: end.length });
  const touched = new Set([...[...change.map((one) => one.stored), ...end].map(({ id }) => id), ...moved]);
  const known = [...touched].filter((id) => bearers.has(id));
  if (known.length > 0) ctx.publish('obligation.changed', { ids: known });
  return planned;
}

function logBatch(
  ctx: Context,
  plan: PlanInForce,
  counts: { readonly added: number; readonly changed: number; readonly ended: number },
): void {
  if (counts.added + counts.changed + counts.ended === 0) return;
  ctx.log({
    action: 'work.plan-taken-up',
    record: { type: 'plan', id: plan.id },
    after: { version: plan.version, ...counts },
    reason: becauseOf(plan),
  });
}
