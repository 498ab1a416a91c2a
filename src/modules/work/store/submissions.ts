import { type RawBuilder, sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { Context } from '#server/context.ts';
import type { Signature } from './apply-act.ts';
import type { LockedObligation } from './locked-obligation.ts';

interface NewSubmission {
  readonly id: Id;
  readonly obligation: LockedObligation;
  readonly kind: 'evidence' | 'not-arising';
  readonly note: string | undefined;
  readonly route: 'check' | 'approve';
  readonly approverId: Id;
  readonly by: Signature;
  readonly evidenceIds: readonly Id[];
}

/** Statements that keep what was handed in and link its evidence. */
export function insertSubmission(ctx: Context, given: NewSubmission): RawBuilder<unknown>[] {
  const { by, obligation } = given;
  const submission = sql`insert into submission (unit_id, id, obligation_id, number, kind, state, note, route, approver_id,
      submitted_at, submitted_on, submitted_by, submitted_by_name, instead_of)
    values (${ctx.unitId}, ${given.id}, ${obligation.id}, ${obligation.submissions + 1}, ${given.kind}, 'submitted',
      ${given.note ?? null}, ${given.route}, ${given.approverId}, ${ctx.at}, ${ctx.today}, ${by.id}, ${by.name},
      ${by.insteadOf})`;
  const links = sql`insert into submission_evidence (unit_id, submission_id, evidence_id)
    select ${ctx.unitId}::uuid, ${given.id}::uuid, unnest(${[...given.evidenceIds]}::uuid[])`;
  return given.evidenceIds.length > 0 ? [submission, links] : [submission];
}

/** The statement that keeps what became of a submission. */
export function decideSubmission(
  ctx: Context,
  id: Id,
  decision: {
    readonly state: 'accepted' | 'returned' | 'withdrawn';
    readonly by: Signature;
    readonly reason: string | undefined;
  },
): RawBuilder<unknown> {
  return sql`update submission set state = ${decision.state}, decided_at = ${ctx.at}, decided_on = ${ctx.today},
    decided_by = ${decision.by.id}, decided_by_name = ${decision.by.name}, decision_reason = ${decision.reason ?? null},
    version = version + 1 where unit_id = ${ctx.unitId} and id = ${id}`;
}
