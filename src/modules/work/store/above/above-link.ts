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

/** Adds links in the order given; one that is there already stays as it is. Gives how many were added. */
export async function insertAboveLinks(ctx: Context, links: readonly NewAboveLink[]): Promise<number> {
  const rows = links.map((one, index) => ({ ...one, id: ctx.newId(), position: index + 1 }));
  const { numAffectedRows } = await sql`
    insert into above_link (unit_id, id, item_id, task_id, target_id, position, difference, reason)
    select ${ctx.unitId}::uuid, id, "itemId", "taskId", "targetId", position, difference, reason
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (id uuid, "itemId" uuid, "taskId" uuid, "targetId" uuid,
      position integer, difference text, reason text)
    on conflict do nothing`.execute(ctx.db);
  return Number(numAffectedRows ?? 0);
}

/** Takes away what was said to carry out one thing asked, or what one task was said to carry out. */
export async function deleteAboveLinks(
  ctx: Context,
  of: { readonly itemId: Id } | { readonly taskId: Id },
): Promise<void> {
  const condition = 'itemId' in of ? sql`item_id = ${of.itemId}` : sql`task_id = ${of.taskId}`;
  await sql`delete from above_link where unit_id = ${ctx.unitId} and ${condition}`.execute(ctx.db);
}
