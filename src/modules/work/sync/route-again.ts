import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import { loadStaffedDay, type StaffedDay } from '#modules/org/queries.ts';
import type { Context } from '#server/context.ts';
import { type DecidingPosts, findApprover, findExtensionApprover } from '../domain/approver-of.ts';
import { decidingPosts, peopleIn } from '../handlers/acts/standing.ts';
import { lockObligations } from '../store/locked-obligation.ts';
import { tellPeople } from '../store/tell-people.ts';

interface Waiting {
  readonly id: Id;
  readonly obligationId: Id;
  readonly title: string;
  readonly approverId: Id | null;
  readonly by: Id | null;
  readonly byName: string;
  readonly kind: 'evidence' | 'not-arising' | 'extension';
  readonly signed: boolean;
}

/**
 * What waits at a post where today nobody else acts than who handed it in (the post stands empty, its holder is away, or
 * it came to that very person) goes on to the next that may decide, who is told. What nobody may decide stays.
 */
export async function routeAgain(ctx: Context): Promise<void> {
  const staffed = await loadStaffedDay(ctx.db, ctx.unitId, ctx.today);
  const posts = decidingPosts(staffed);
  const moves = (await listWaiting(ctx)).flatMap((one) => {
    if (peopleIn(staffed, one.approverId).some((person) => person !== one.by)) return [];
    const next = nextOf(one, posts);
    return next && next.approverId !== one.approverId ? [{ one, next }] : [];
  });
  if (moves.length === 0) return;
  const ids = [...new Set(moves.map(({ one }) => one.obligationId))];
  const locked = new Map((await lockObligations(ctx.db, ctx.unitId, ids)).map((one) => [one.id, one]));
  for (const { one, next } of moves) {
    const now = locked.get(one.obligationId);
    const waits = one.kind === 'extension' ? now?.extension?.id : now?.submission?.id;
    if (waits === one.id) await move(ctx, staffed, one, next);
  }
}

async function listWaiting(ctx: Context): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select s.id, o.id as "obligationId", o.title, o.approver_id as "approverId", s.submitted_by as by,
      coalesce(s.submitted_by_name, '') as "byName", s.kind, coalesce((select bool_and(e.signed_and_numbered)
        from submission_evidence l join evidence e on e.unit_id = l.unit_id and e.id = l.evidence_id
        where l.unit_id = s.unit_id and l.submission_id = s.id), false) as signed
    from obligation o join submission s on s.unit_id = o.unit_id and s.obligation_id = o.id and s.state = 'submitted'
    where o.unit_id = ${ctx.unitId} and o.stage = 'submitted'
    union all
    select x.id, o.id, o.title, x.approver_id, x.asked_by, x.asked_by_name, 'extension', false
    from extension_request x join obligation o on o.unit_id = x.unit_id and o.id = x.obligation_id
    where x.unit_id = ${ctx.unitId} and x.state = 'asked'`.execute(ctx.db);
  return rows;
}

function nextOf({ kind, signed, by }: Waiting, posts: DecidingPosts): { approverId: Id; route?: string } | undefined {
  if (kind !== 'extension') return findApprover({ kind, signed, by: by ?? undefined }, posts);
  const approverId = findExtensionApprover(by ?? undefined, posts);
  return approverId && { approverId };
}

async function move(
  ctx: Context,
  staffed: StaffedDay,
  one: Waiting,
  next: { readonly approverId: Id; readonly route?: string },
): Promise<void> {
  if (one.kind === 'extension') {
    await sql`update extension_request set approver_id = ${next.approverId}
      where unit_id = ${ctx.unitId} and id = ${one.id} and state = 'asked'`.execute(ctx.db);
  } else {
    await sql`with s as (update submission set approver_id = ${next.approverId}, route = ${next.route ?? 'approve'}
        where unit_id = ${ctx.unitId} and id = ${one.id} and state = 'submitted')
      update obligation set approver_id = ${next.approverId}
      where unit_id = ${ctx.unitId} and id = ${one.obligationId} and stage = 'submitted'`.execute(ctx.db);
    await tellPeople(ctx, {
      kind: 'work.submitted',
      people: peopleIn(staffed, next.approverId).filter((person) => person !== one.by),
      record: { type: 'obligation', id: one.obligationId },
      title: one.title,
      by: one.byName,
    });
  }
  ctx.publish('obligation.changed', { ids: [one.obligationId] });
}
