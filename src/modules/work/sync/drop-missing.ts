import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { PlanInForce } from '#modules/plan/queries.ts';
import type { Context } from '#server/context.ts';
import type { StoredObligation } from '../domain/reconcile.ts';
import { becauseOf } from './because-of.ts';
import { lockTasksFirst } from './lock-tasks-first.ts';
import { endObligations } from './write-obligations.ts';
import { dropTasks } from './write-tasks.ts';

/** Ends the tasks of a plan that its version in force no longer has, with what is still open of them. */
export async function dropMissing(ctx: Context, plan: PlanInForce, seen: ReadonlySet<Id>): Promise<void> {
  const rows = await ctx.db
    .selectFrom('work_task')
    .select('id')
    .where('unit_id', '=', ctx.unitId)
    .where('plan_id', '=', plan.id)
    .where('dropped_by', 'is', null)
    .$castTo<{ id: Id }>()
    .execute();
  const gone = rows.map(({ id }) => id).filter((id) => !seen.has(id));
  if (gone.length === 0) return;
  const because = becauseOf(plan);
  await lockTasksFirst(ctx.db, ctx.unitId, gone);
  const open = await sql<Pick<StoredObligation, 'id' | 'due' | 'stage'>>`
    select id, due, stage from obligation
    where unit_id = ${ctx.unitId} and task_id = any(${gone}::uuid[]) and stage not in ('accepted', 'not-arising', 'void')
    order by task_id, id for update`.execute(ctx.db);
  await endObligations(ctx, { because }, open.rows);
  await dropTasks(ctx, gone, because);
  ctx.log({
    action: 'work.plan-taken-up',
    record: { type: 'plan', id: plan.id },
    after: { version: plan.version, ended: open.rows.length },
    reason: because,
  });
  if (open.rows.length > 0) ctx.publish('obligation.changed', { ids: open.rows.map(({ id }) => id) });
}
