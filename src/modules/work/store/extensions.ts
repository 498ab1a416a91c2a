import { type RawBuilder, sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#server/context.ts';
import type { Signature } from './apply-act.ts';
import type { LockedObligation } from './locked-obligation.ts';

interface NewExtension {
  readonly id: Id;
  readonly obligation: LockedObligation;
  readonly dueAsked: PlainDate;
  readonly reason: string;
  readonly approverId: Id;
  readonly by: Signature;
}

/** The statement that keeps a later day asked for, beside the day it stands against. */
export function insertExtension(ctx: Context, given: NewExtension): RawBuilder<unknown> {
  return sql`insert into extension_request (unit_id, id, obligation_id, due_now, due_asked, reason, state, approver_id,
      asked_at, asked_by, asked_by_name)
    values (${ctx.unitId}, ${given.id}, ${given.obligation.id}, ${given.obligation.due}, ${given.dueAsked},
      ${given.reason}, 'asked', ${given.approverId}, ${ctx.at}, ${given.by.id}, ${given.by.name})`;
}

/** The statement that keeps what was decided: the day given, or none. */
export function decideExtensionRow(
  ctx: Context,
  id: Id,
  decision: { readonly dueGiven: PlainDate | null; readonly by: Signature; readonly reason: string | undefined },
): RawBuilder<unknown> {
  return sql`update extension_request set state = ${decision.dueGiven === null ? 'refused' : 'granted'},
    due_given = ${decision.dueGiven}, decided_at = ${ctx.at}, decided_by = ${decision.by.id},
    decided_by_name = ${decision.by.name}, decision_reason = ${decision.reason ?? null}, version = version + 1
    where unit_id = ${ctx.unitId} and id = ${id}`;
}

/** What ends with the obligation needs no more time: an open request goes with it. */
export function withdrawExtension(ctx: Context, { extension }: LockedObligation): RawBuilder<unknown>[] {
  if (!extension) return [];
  return [
    sql`update extension_request set state = 'withdrawn', decided_at = ${ctx.at}, version = version + 1
      where unit_id = ${ctx.unitId} and id = ${extension.id}`,
  ];
}
