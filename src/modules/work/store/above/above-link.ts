import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { Context } from '#server/context.ts';

/** What of ours carries out one thing asked. */
export interface NewAboveLink {
  readonly itemId: Id;
  readonly taskId: Id | null;
  readonly targetId: Id | null;
  readonly difference: string | null;
  readonly reason: string | null;
}

/**
 * Adds links in the order given; one that is there already stays as it is. Only to tasks that are worked on and to targets
 * of the plan in force of the year. Gives how many were added.
 */
export async function insertAboveLinks(ctx: Context, year: number, links: readonly NewAboveLink[]): Promise<number> {
  if (links.length === 0) return 0;
  const rows = links.map((one, index) => ({ ...one, id: ctx.newId(), position: index + 1 }));
  const { numAffectedRows } = await sql`
    insert into above_link (unit_id, id, item_id, task_id, target_id, position, difference, reason)
    select ${ctx.unitId}::uuid, id, "itemId", "taskId", "targetId", position, difference, reason
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (id uuid, "itemId" uuid, "taskId" uuid, "targetId" uuid,
      position integer, difference text, reason text)
    where exists (select from work_task t where t.unit_id = ${ctx.unitId} and t.id = d."taskId" and t.dropped_by is null)
      or exists (select from plan_target g join plan p on p.unit_id = g.unit_id and p.id = g.plan_id
        and g.from_version <= p.version and g.to_version > p.version
        where g.unit_id = ${ctx.unitId} and g.id = d."targetId" and p.year = ${year})
    on conflict do nothing`.execute(ctx.db);
  return Number(numAffectedRows ?? 0);
}

/** Takes away what was said to carry out one thing asked, and says why nothing does, if that is so. */
export async function clearItem(
  ctx: Context,
  item: { readonly id: Id; readonly version: number },
  absentReason: string | null,
): Promise<void> {
  await sql`with gone as (delete from above_link where unit_id = ${ctx.unitId} and item_id = ${item.id})
    update above_item set absent_reason = ${absentReason}, version = ${item.version + 1}
    where unit_id = ${ctx.unitId} and id = ${item.id}`.execute(ctx.db);
}

/** Takes away what one task was said to carry out, and moves the versions of all that its change is about on. */
export async function clearTask(ctx: Context, taskId: Id, itemIds: readonly Id[]): Promise<void> {
  await sql`with gone as (delete from above_link where unit_id = ${ctx.unitId} and task_id = ${taskId})
    update above_item set version = version + 1, absent_reason = null
    where unit_id = ${ctx.unitId} and id = any(${[...itemIds]}::uuid[])`.execute(ctx.db);
}
