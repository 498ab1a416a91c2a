import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Bearing } from './apply-act.ts';

/** A task with its row locked. */
export interface LockedTask extends Omit<Bearing, 'departmentId'> {
  readonly id: Id;
  readonly source: 'plan' | 'document' | 'meeting' | 'other';
  readonly planId: Id | null;
  readonly planYear: number;
  readonly parentId: Id | null;
  readonly content: string;
  readonly place: string;
  readonly number: string;
  readonly fieldCode: string | null;
  readonly holderName: string;
  readonly ours: boolean;
  readonly weight: number;
  readonly urgency: 'normal' | 'urgent' | 'immediate';
  readonly closed: boolean;
  readonly droppedBy: string | null;
  readonly carriedFrom: Id | null;
  readonly version: number;
  /** Tasks under it that are not done. */
  readonly openChildren: number;
  /** What is owed for it. */
  readonly obligationIds: readonly Id[];
}

/** Tasks by id, locked in one order; those the unit does not have are left out. */
export async function lockTasks(ctx: Context, ids: readonly Id[]): Promise<LockedTask[]> {
  const { rows } = await sql<LockedTask>`
    select t.id, t.source, t.plan_id as "planId", t.plan_year as "planYear", t.parent_id as "parentId", t.content, t.place,
      t.number, t.field_code as "fieldCode", t.holder_name as "holderName", t.ours, t.weight::float8 as weight, t.urgency,
      t.closed, t.dropped_by as "droppedBy", t.carried_from as "carriedFrom", t.position_id as "positionId",
      t.person_id as "personId", t.version,
      (select count(*)::integer from work_task k where k.unit_id = t.unit_id and k.parent_id = t.id and not k.closed)
        as "openChildren",
      array(select o.id from obligation o where o.unit_id = t.unit_id and o.task_id = t.id order by o.due, o.id)
        as "obligationIds"
    from work_task t where t.unit_id = ${ctx.unitId} and t.id = any(${[...ids]}::uuid[])
    order by t.id for update of t`.execute(ctx.db);
  return rows;
}

/** One task for a change; 404 when the unit has none, 409 with what it is now when somebody changed it. */
export async function getTaskAt(ctx: Context, id: Id, version: number): Promise<LockedTask> {
  const [task] = await lockTasks(ctx, [id]);
  if (!task) fail('not-found', {}, 404);
  if (task.version !== version) {
    const { obligationIds: _obligationIds, openChildren: _openChildren, ...current } = task;
    fail('stale-version', {}, 409, { current });
  }
  return task;
}

/** Writes what changed in a task and moves its version on. */
export async function updateTask(
  ctx: Context,
  task: Pick<LockedTask, 'id' | 'version'>,
  change: {
    readonly content?: string;
    readonly fold?: string;
    readonly weight?: number;
    readonly urgency?: string;
    readonly position_id?: Id | null;
    readonly person_id?: Id | null;
    readonly holder_name?: string;
    readonly assigned?: boolean;
    readonly closed?: boolean;
    readonly dropped_by?: string;
    readonly carried_from?: Id;
  },
): Promise<number> {
  const version = task.version + 1;
  await ctx.db
    .updateTable('work_task')
    .set({ ...change, version })
    .where('unit_id', '=', ctx.unitId)
    .where('id', '=', task.id)
    .execute();
  return version;
}
