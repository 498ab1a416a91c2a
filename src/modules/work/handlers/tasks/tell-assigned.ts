import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { StaffedDay } from '#modules/org/queries.ts';
import { type Context, getSession } from '#server/context.ts';
import type { Bearing } from '../../store/apply-act.ts';
import { peopleIn } from '../acts/standing.ts';

const longestTitle = 300;

/** Tells those who lead, but for who gives the work out, and leaves the event. */
export async function tellAssigned(
  ctx: Context,
  staffed: StaffedDay,
  taskId: Id,
  content: string,
  leads: readonly Bearing[],
): Promise<void> {
  const { personId, name } = getSession(ctx);
  ctx.publish('task.assigned', { taskId });
  const people = leads
    .flatMap((lead) => (lead.personId === null ? peopleIn(staffed, lead.positionId) : [lead.personId]))
    .filter((person) => person !== personId);
  const { rows } = await sql<{ id: Id }>`select id from account where unit_id = ${ctx.unitId}
    and person_id = any(${people}::uuid[]) and disabled_at is null`.execute(ctx.db);
  if (rows.length === 0) return;
  ctx.publish('notification.wanted', {
    kind: 'work.assigned',
    accountIds: rows.map((row) => row.id),
    record: { type: 'work-task', id: taskId },
    params: { title: content.slice(0, longestTitle), by: name },
  });
}
