import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { Context } from '#server/context.ts';

/** A line of a checklist. */
export interface StoredCheck {
  readonly id: Id;
  readonly content: string;
  readonly doneAt: string | null;
  readonly doneBy: string | null;
  readonly version: number;
}

/** A line of the checklist of this task, locked. */
export async function findCheck(ctx: Context, taskId: Id, id: Id): Promise<StoredCheck | undefined> {
  const { rows } = await sql<StoredCheck>`select id, content, done_at as "doneAt", done_by_name as "doneBy", version
    from work_check where unit_id = ${ctx.unitId} and task_id = ${taskId} and id = ${id} for update`.execute(ctx.db);
  return rows[0];
}

/** Adds a line at the end. */
export async function insertCheck(
  ctx: Context,
  check: { readonly id: Id; readonly taskId: Id; readonly content: string },
): Promise<void> {
  await sql`insert into work_check (unit_id, id, task_id, place, content)
    select ${ctx.unitId}::uuid, ${check.id}::uuid, ${check.taskId}::uuid, coalesce(max(place), 0) + 1, ${check.content}::text
    from work_check where unit_id = ${ctx.unitId} and task_id = ${check.taskId}`.execute(ctx.db);
}

/** Ticks a line by name, or takes the tick away; gives the new version. */
export async function tickCheckRow(ctx: Context, check: StoredCheck, doneBy: string | null): Promise<number> {
  const version = check.version + 1;
  await ctx.db
    .updateTable('work_check')
    .set({ done_at: doneBy === null ? null : ctx.at, done_by_name: doneBy, version })
    .where('unit_id', '=', ctx.unitId)
    .where('id', '=', check.id)
    .execute();
  return version;
}

/** Takes a line off. */
export async function removeCheckRow(ctx: Context, id: Id): Promise<void> {
  await ctx.db.deleteFrom('work_check').where('unit_id', '=', ctx.unitId).where('id', '=', id).execute();
}
