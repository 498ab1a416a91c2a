import type { Id } from '#kernel/brands.ts';
import type { StaffedDay } from '#modules/org/queries.ts';
import { type Context, getSession } from '#server/context.ts';
import type { Bearing } from '../../store/apply-act.ts';
import { tellPeople } from '../../store/tell-people.ts';
import { peopleIn, personAndSubstitute } from '../acts/standing.ts';

interface Given {
  readonly id: Id;
  readonly content: string;
  readonly lead: Bearing;
}

/** Tells those who lead, but for who gives the work out, and leaves the events; who gets several is told once. */
export async function tellAssigned(
  ctx: Context,
  staffed: StaffedDay,
  given: readonly Given[],
  from?: string,
): Promise<void> {
  const { personId, name: by } = getSession(ctx);
  for (const { id } of given) ctx.publish('task.assigned', { taskId: id });
  const byLead = Map.groupBy(given, ({ lead }) => lead.personId ?? lead.positionId);
  for (const [first, ...others] of byLead.values()) {
    if (!first) continue;
    const { lead, id, content } = first;
    const people = (
      lead.personId === null ? peopleIn(staffed, lead.positionId) : personAndSubstitute(staffed, lead.personId)
    ).filter((person) => person !== personId);
    const record = { type: 'work-task', id };
    const several = `${others.length + 1} việc${from === undefined ? '' : ` theo tệp ${from}`}`;
    await tellPeople(
      ctx,
      others.length === 0
        ? { kind: 'work.assigned', people, record, title: content, by }
        : { kind: 'work.assigned-many', people, record, title: several, by },
    );
  }
}
