import { type RawBuilder, sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#server/context.ts';
import type { Signature } from './apply-act.ts';

/** What is asked of the applicant. */
export interface NewSupplement {
  readonly id: Id;
  readonly dossierId: Id;
  readonly stage: 'intake' | 'after-examination';
  readonly number: number;
  readonly state: 'draft' | 'sent';
  readonly items: readonly { readonly name: string; readonly note: string }[];
  readonly reason: string;
  readonly contact: string;
  readonly until: PlainDate | null;
  readonly by: Signature;
}

/** The statement that keeps what is asked; at intake it is sent at once. */
export function insertSupplement(ctx: Context, one: NewSupplement): RawBuilder<unknown> {
  const isSent = one.state === 'sent';
  return sql`insert into dossier_supplement (unit_id, id, dossier_id, stage, number, state, items, reason, contact, until,
      drafted_at, drafted_by, drafted_by_name, decided_at, decided_by, decided_by_name)
    values (${ctx.unitId}, ${one.id}, ${one.dossierId}, ${one.stage}, ${one.number}, ${one.state},
      ${JSON.stringify(one.items)}::jsonb, ${one.reason}, ${one.contact}, ${one.until}, ${ctx.at}, ${one.by.id},
      ${one.by.name}, ${isSent ? ctx.at : null}, ${isSent ? one.by.id : null}, ${isSent ? one.by.name : null})`;
}

/** The statement that moves supplements of a dossier on: sent by a leader, rejected, received in full, or expired. */
export function settleSupplements(
  ctx: Context,
  dossierId: Id,
  from: 'draft' | 'sent',
  to: 'sent' | 'rejected' | 'received' | 'expired',
  decided?: { readonly by: Signature; readonly reason?: string },
): RawBuilder<unknown> {
  const received = to === 'received' ? ctx.at : null;
  return sql`update dossier_supplement set state = ${to}, received_at = ${received},
      decided_at = case when ${decided !== undefined}::boolean then ${ctx.at}::timestamptz else decided_at end,
      decided_by = case when ${decided !== undefined}::boolean then ${decided?.by.id ?? null}::uuid else decided_by end,
      decided_by_name = coalesce(${decided?.by.name ?? null}::text, decided_by_name),
      decision_reason = coalesce(${decided?.reason ?? null}::text, decision_reason), version = version + 1
    where unit_id = ${ctx.unitId} and dossier_id = ${dossierId} and state = ${from}`;
}
