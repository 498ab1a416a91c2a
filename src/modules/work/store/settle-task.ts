import { type RawBuilder, sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { Context } from '#server/context.ts';

/** A task that was closed, or opened again. */
export interface TaskChange {
  readonly id: Id;
  readonly parentId: Id | null;
  readonly closed: boolean;
}

/** An obligation that this very statement changes, which therefore cannot be read as it will be. */
interface Changing {
  readonly id: Id;
  readonly live: boolean;
}

const noObligation: Changing = { id: '00000000-0000-0000-0000-000000000000' as Id, live: false };
const mostLevels = 20;

/**
 * Closes a task when all that is owed for it has ended and its own tasks are closed, else opens it again; gives a row
 * (id, parentId, closed) when that changed something. The task must be locked, so that of two that end last together
 * one sees the other.
 */
export function settleTask(unitId: UnitId, taskId: Id, changing: Changing = noObligation): RawBuilder<TaskChange> {
  return sql<TaskChange>`update work_task w set closed = x.closed
    from (select not ${changing.live}::boolean
        and not exists (select from obligation p where p.unit_id = ${unitId} and p.task_id = ${taskId}
          and p.id <> ${changing.id} and p.live)
        and not exists (select from work_task k where k.unit_id = ${unitId} and k.parent_id = ${taskId}
          and not k.closed and k.dropped_by is null) as closed) x
    where w.unit_id = ${unitId} and w.id = ${taskId} and w.closed <> x.closed
    returning w.id, w.parent_id as "parentId", w.closed`;
}

/** What a closed or opened task means for the tasks it belongs to, up to the first that stays as it was. */
export async function settleParents(ctx: Context, changed: TaskChange): Promise<void> {
  let current: TaskChange | undefined = changed;
  for (let level = 0; current && level < mostLevels; level += 1) {
    ctx.log({
      action: current.closed ? 'work-task.closed' : 'work-task.reopened',
      record: { type: 'work-task', id: current.id },
      before: { closed: !current.closed },
      after: { closed: current.closed },
    });
    if (current.parentId === null) return;
    await lockTask(ctx, current.parentId);
    const settled: { rows: TaskChange[] } = await settleTask(ctx.unitId, current.parentId).execute(ctx.db);
    current = settled.rows[0];
  }
}

async function lockTask(ctx: Context, id: Id): Promise<void> {
  await sql`select from work_task where unit_id = ${ctx.unitId} and id = ${id} for update`.execute(ctx.db);
}
