import type { Id, UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import { describeDueRule } from './domain/due-rule/describe-due-rule.ts';
import { type ListedTask, listTasksOf } from './queries/list-tasks.ts';
import { listFieldsOf } from './queries/plan-heads.ts';
import { listStatementsOf, listTargetsOf } from './queries/plan-rows.ts';

export { listFieldsOf };

/** What other modules may know of plans. Here: what a unit shows to everybody. */

/** A plan on the public page. */
export interface PublishedPlan {
  readonly id: Id;
  readonly year: number;
  readonly title: string;
  readonly issuer: string;
  readonly version: number;
  readonly decisionNumber: string | null;
  /** `YYYY-MM-DD` */
  readonly decisionDate: string | null;
  readonly taskCount: number;
  readonly targetCount: number;
}

export interface PublishedTask {
  readonly id: Id;
  readonly no: string;
  readonly place: string;
  readonly content: string;
  /** False: work of a higher level. */
  readonly ours: boolean;
  readonly outputs: readonly string[];
  readonly leads: readonly string[];
  readonly coordinators: readonly string[];
  /** Due rules in words, each with the output it is of. */
  readonly dues: readonly string[];
}

export interface PublishedContent extends PublishedPlan {
  /** Fields of reform in their order, those without a task left out; `code` is `none` for tasks without a field. */
  readonly fields: readonly {
    readonly code: string;
    readonly name: string;
    readonly tasks: readonly PublishedTask[];
  }[];
  readonly targets: readonly { readonly id: Id; readonly text: string; readonly ours: boolean }[];
  readonly statements: readonly { readonly kind: 'purpose' | 'objective' | 'funding'; readonly text: string }[];
}

const mostTasks = 2_000;

/** The plans that a unit has made public, newest year first. */
export async function listPublishedPlans(db: Db, unitId: UnitId): Promise<PublishedPlan[]> {
  const rows = await db
    .selectFrom('plan as p')
    .innerJoin('plan_version as v', (join) =>
      join.onRef('v.unit_id', '=', 'p.unit_id').onRef('v.plan_id', '=', 'p.id').onRef('v.version', '=', 'p.version'),
    )
    .select(['p.id', 'p.year', 'v.title', 'v.issuer', 'v.version', 'v.decision_number', 'v.decision_date'])
    .select(['v.task_count', 'v.target_count'])
    .where('p.unit_id', '=', unitId)
    .where('p.published', '=', true)
    .orderBy('p.year', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id as Id,
    year: row.year,
    title: row.title,
    issuer: row.issuer,
    version: row.version,
    decisionNumber: row.decision_number,
    decisionDate: row.decision_date,
    taskCount: row.task_count,
    targetCount: row.target_count,
  }));
}

/** A public plan with its version in force, field by field; undefined when the unit shows none of this id. */
export async function findPublishedPlan(db: Db, unitId: UnitId, planId: Id): Promise<PublishedContent | undefined> {
  const plan = (await listPublishedPlans(db, unitId)).find((one) => one.id === planId);
  if (!plan) return undefined;
  const at = { unitId, planId, version: plan.version };
  const list = await listTasksOf(db, at, { sort: 'position' }, { limit: mostTasks, offset: 0 });
  const tasks = Map.groupBy(list?.rows ?? [], (row) => row.fieldCode ?? 'none');
  const fields = [...(await listFieldsOf(db)), { code: 'none', name: 'Nhiệm vụ khác' }];
  const targets = await listTargetsOf(db, at);
  const statements = await listStatementsOf(db, at);
  return {
    ...plan,
    fields: fields
      .filter(({ code }) => tasks.has(code))
      .map(({ code, name }) => ({ code, name, tasks: (tasks.get(code) ?? []).map(publishedTask) })),
    targets: targets.map((row) => ({ id: row.id as Id, text: row.content, ours: row.ours })),
    statements: statements.map((row) => ({
      kind: row.kind as PublishedContent['statements'][number]['kind'],
      text: row.content,
    })),
  };
}

function publishedTask(task: ListedTask): PublishedTask {
  const named = (role: string) => task.roles.filter((one) => one.role === role).map((one) => one.text);
  return {
    id: task.id,
    no: task.no,
    place: task.place,
    content: task.content,
    ours: task.ours,
    outputs: task.outputs.map((output) => output.text),
    leads: named('lead'),
    coordinators: named('coordinator'),
    dues: task.dues.map((due) => describeDueRule(due.rule)),
  };
}

export { listPlannedWork, listPlansInForce, type PlanInForce, type PlannedWork } from './queries/planned-work.ts';
