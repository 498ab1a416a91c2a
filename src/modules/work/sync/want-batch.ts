import type { Id } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import { loadWorkingCalendar } from '#modules/calendar/queries.ts';
import { postsOn } from '#modules/org/queries.ts';
import type { PlanInForce, PlannedWork } from '#modules/plan/queries.ts';
import { reportTermsOn } from '#modules/report/queries.ts';
import { getSetting } from '#modules/setting/queries.ts';
import type { Context } from '#server/context.ts';
import { firstReview } from '../domain/due-day.ts';
import { leadOf, type Part, type PostOfUnit, partsOfTask } from '../domain/lead-of.ts';
import type { WantedObligation } from '../domain/obligation.ts';
import { obligationsOfTask } from '../domain/obligations-of-task.ts';
import { onReportCalendar } from '../domain/on-report-calendar.ts';
import { becauseOf } from './because-of.ts';
import type { StoredBatch, StoredTask } from './load-batch.ts';
import type { SyncFrame } from './write-obligations.ts';
import type { WantedTask } from './write-tasks.ts';

/** What the version in force, the organisation and the calendars make of some tasks. */
interface WantedBatch {
  /** Those that are new, or other than they are kept. */
  readonly tasks: readonly WantedTask[];
  /** The division of every task. */
  readonly divisions: readonly { readonly id: Id; readonly departmentId: Id | null }[];
  /** Coordinators, where they are other than they are kept. */
  readonly parts: ReadonlyMap<Id, readonly Part[]>;
  readonly obligations: readonly WantedObligation[];
}

/** What holds for all obligations of a plan today. */
export async function frameOf(ctx: Context, plan: PlanInForce): Promise<SyncFrame> {
  const calendar = await loadWorkingCalendar(ctx.db, ctx.unitId);
  return {
    planId: plan.id,
    soonDays: await getSetting(ctx.db, ctx.unitId, 'work.soon-days'),
    reviewOn: firstReview(plan.year, ctx.today, calendar),
    because: becauseOf(plan),
  };
}

/** Finds out what is wanted of some tasks; reads only. */
export async function wantBatch(
  ctx: Context,
  plan: PlanInForce,
  planned: readonly PlannedWork[],
  stored: StoredBatch,
): Promise<WantedBatch> {
  const posts = await postsOn(ctx.db, ctx.unitId, ctx.today);
  const tasks = planned.map((task) => wantedTask(task, posts));
  return {
    tasks: tasks.filter((task) => differs(task, stored.tasks.get(task.id))),
    divisions: tasks.map((task) => divisionOf(task, stored.tasks.get(task.id))),
    parts: changedParts(planned, posts, stored),
    obligations: await wantedObligations(ctx, plan, planned),
  };
}

async function wantedObligations(
  ctx: Context,
  plan: PlanInForce,
  planned: readonly PlannedWork[],
): Promise<readonly WantedObligation[]> {
  const calendar = await loadWorkingCalendar(ctx.db, ctx.unitId);
  const terms = await reportTermsOn(ctx.db, ctx.unitId, ctx.today);
  const rules = planned.flatMap((task) => task.rules);
  const periodic = new Set(rules.filter(({ rule }) => rule.kind === 'periodic').map(({ id }) => id));
  return planned
    .flatMap((task) => obligationsOfTask(task, plan.year, calendar))
    .map((one) => (one.ruleId !== null && periodic.has(one.ruleId) ? onReportCalendar(one, terms, calendar) : one));
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
    fold: fold([content, place, lead.name, ...task.outputs.map((output) => output.content)].join(' ')),
  };
}

function differs(wanted: WantedTask, stored: StoredTask | undefined): boolean {
  if (!stored) return true;
  const always = ['place', 'number', 'fieldCode', 'content', 'ours', 'fold'] as const;
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
