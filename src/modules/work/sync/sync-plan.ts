import type { Id } from '#kernel/brands.ts';
import { loadWorkingCalendar } from '#modules/calendar/queries.ts';
import { postsOn } from '#modules/org/queries.ts';
import { listPlannedWork, listPlansInForce, type PlanInForce, type PlannedWork } from '#modules/plan/queries.ts';
import { reportTermsOn } from '#modules/report/queries.ts';
import { getSetting } from '#modules/setting/queries.ts';
import type { Context } from '#server/context.ts';
import type { LongWork } from '#server/module.ts';
import { firstReview } from '../domain/due-day.ts';
import { leadOf, type Part, type PostOfUnit, partsOfTask } from '../domain/lead-of.ts';
import { obligationsOfTask } from '../domain/obligations-of-task.ts';
import { onReportCalendar } from '../domain/on-report-calendar.ts';
import { reconcile } from '../domain/reconcile.ts';
import { becauseOf } from './because-of.ts';
import { appendCounts, countTasks } from './count-tasks.ts';
import { deriveStates } from './derive.ts';
import { dropMissing } from './drop-missing.ts';
import { loadBatch, type StoredBatch, type StoredTask } from './load-batch.ts';
import { lockWork } from './recount.ts';
import { addObligations, changeObligations, endObligations, followTasks, type SyncFrame } from './write-obligations.ts';
import { settleTasks, type WantedTask, writeParts, writeTasks } from './write-tasks.ts';

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

async function syncBatch(ctx: Context, plan: PlanInForce, after: Id | null): Promise<readonly PlannedWork[]> {
  await lockWork(ctx);
  const planned = await listPlannedWork(ctx.db, ctx.unitId, plan, after, tasksAtOnce);
  if (planned.length === 0) return planned;
  const ids = planned.map(({ id }) => id);
  const stored = await loadBatch(ctx, ids);
  const counts = await countTasks(ctx, ids);
  const posts = await postsOn(ctx.db, ctx.unitId, ctx.today);
  const calendar = await loadWorkingCalendar(ctx.db, ctx.unitId);
  const frame: SyncFrame = {
    planId: plan.id,
    soonDays: await getSetting(ctx.db, ctx.unitId, 'work.soon-days'),
    reviewOn: firstReview(plan.year, ctx.today, calendar),
    because: becauseOf(plan),
  };
  const tasks = planned.map((task) => wantedTask(task, posts));
  await writeTasks(
    ctx,
    plan,
    tasks.filter((task) => differs(task, stored.tasks.get(task.id))),
  );
  await writeParts(ctx, changedParts(planned, posts, stored));
  const rules = planned.flatMap((task) => task.rules);
  const periodic = new Set(rules.filter(({ rule }) => rule.kind === 'periodic').map(({ id }) => id));
  const terms = await reportTermsOn(ctx.db, ctx.unitId, ctx.today);
  const wanted = planned
    .flatMap((task) => obligationsOfTask(task, plan.year, calendar))
    .map((one) => (one.ruleId !== null && periodic.has(one.ruleId) ? onReportCalendar(one, terms, calendar) : one));
  const { add, change, end } = reconcile(stored.obligations, wanted);
  await endObligations(ctx, frame, end);
  await changeObligations(ctx, frame, change);
  await addObligations(ctx, frame, add);
  const divisions = tasks.map((task) => divisionOf(task, stored.tasks.get(task.id)));
  const bearers = new Map(stored.obligations.map(({ id, positionId }) => [id, positionId]));
  const moved = await followTasks(ctx, frame, divisions, bearers);
  const isChanged = add.length + change.length + end.length + moved.length > 0;
  if (!isChanged) return planned;
  await settleTasks(ctx, ids);
  await appendCounts(ctx, counts, await countTasks(ctx, ids));
  logBatch(ctx, plan, { added: add.length, changed: change.length, ended: end.length });
  const touched = [
    ...change.map((one) => one.stored.id),
    ...end.map(({ id }) => id),
    ...moved.filter((id) => bearers.has(id)),
  ];
  if (touched.length > 0) ctx.publish('obligation.changed', { ids: [...new Set(touched)] });
  return planned;
}

function wantedTask(task: PlannedWork, posts: readonly PostOfUnit[]): WantedTask {
  const { id, place, number, fieldCode, content } = task;
  const lead = leadOf(task.roles, posts);
  return {
    id,
    place,
    number,
    fieldCode,
    content,
    ours: task.ours && !lead.external,
    positionId: lead.positionId,
    holderName: lead.name,
    departmentId: lead.departmentId,
  };
}

function differs(wanted: WantedTask, stored: StoredTask | undefined): boolean {
  if (!stored || stored.droppedBy !== null) return true;
  const always = ['place', 'number', 'fieldCode', 'content', 'ours'] as const;
  const fromPlan = ['positionId', 'holderName'] as const;
  return [...always, ...(stored.assigned ? [] : fromPlan)].some((field) => wanted[field] !== stored[field]);
}

function divisionOf(wanted: WantedTask, stored: StoredTask | undefined) {
  return { id: wanted.id, departmentId: stored?.assigned ? stored.departmentId : wanted.departmentId };
}

function changedParts(
  planned: readonly PlannedWork[],
  posts: readonly PostOfUnit[],
  stored: StoredBatch,
): ReadonlyMap<Id, readonly Part[]> {
  const keyOf = (parts: readonly Part[]) =>
    JSON.stringify(parts.map((part) => [part.kind, part.positionId, part.departmentId, part.name]));
  return new Map(
    planned
      .map((task) => [task.id, partsOfTask(task.roles, leadOf(task.roles, posts))] as const)
      .filter(([id, parts]) => keyOf(parts) !== keyOf(stored.parts.get(id) ?? [])),
  );
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
