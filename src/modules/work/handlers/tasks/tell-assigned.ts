import type { Id } from '#kernel/brands.ts';
import type { StaffedDay } from '#modules/org/queries.ts';
import { type Context, getSession } from '#server/context.ts';
import type { Bearing } from '../../store/apply-act.ts';
import { tellPeople } from '../../store/tell-people.ts';
import { peopleIn } from '../acts/standing.ts';

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
  const record = { type: 'work-task', id: taskId };
  await tellPeople(ctx, { kind: 'work.assigned', people, record, title: content, by: name });
}
