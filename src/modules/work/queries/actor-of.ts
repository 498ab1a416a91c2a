import type { Id } from '#kernel/brands.ts';
import type { StaffedDay } from '#modules/org/queries.ts';
import type { Context } from '#server/context.ts';
import type { Actor } from '../domain/may-act.ts';

/** Whose an obligation is, and whose decision is waited for. */
export interface Concerned {
  readonly positionId: Id | null;
  readonly personId: Id | null;
  readonly approverId: Id | null;
  readonly extensionApproverId: Id | null;
}

type Asking = Pick<Context, 'session' | 'may'>;

/** What the person who asks is to an obligation today, by posts held and by standing in for others. */
export function actorOf(ctx: Asking, staffed: StaffedDay, concerned: Concerned): Actor {
  const inPost = (positionId: Id | null) => positionId !== null && actsInPost(ctx, staffed, positionId) !== undefined;
  const { personId } = concerned;
  const forPerson = personId !== null && actsForPerson(ctx, staffed, personId) !== undefined;
  return {
    holder: ctx.may('work.do') && (inPost(concerned.positionId) || forPerson),
    approver: inPost(concerned.approverId),
    extensionApprover: inPost(concerned.extensionApproverId),
    focal: ctx.may('work.manage'),
    leader: ctx.may('work.approve'),
  };
}

/** How the person who asks acts in a post: whom they stand in for, null for a post of their own; undefined when not at all. */
export function actsInPost(ctx: Asking, staffed: StaffedDay, positionId: Id): string | null | undefined {
  const me = ctx.session?.personId ?? null;
  return me === null ? undefined : staffed.postsOf(me).find((one) => one.positionId === positionId)?.insteadOf;
}

/** How the person who asks acts for a person: null as that person, the name when standing in; undefined when not at all. */
export function actsForPerson(ctx: Asking, staffed: StaffedDay, personId: Id): string | null | undefined {
  const me = ctx.session?.personId ?? null;
  if (me === null) return undefined;
  return personId === me ? null : staffed.standsInFor(me).find((one) => one.personId === personId)?.name;
}
