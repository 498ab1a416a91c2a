import { type RawBuilder, sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
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

/** Statements that keep a submission which the signed periodic report makes and answers by itself. */
export function acceptedWithReport(
  ctx: Context,
  given: {
    readonly id: Id;
    readonly obligation: LockedObligation;
    readonly evidenceId: Id;
    readonly signedOn: PlainDate;
    readonly by: Signature;
    readonly reason: string;
  },
): RawBuilder<unknown>[] {
  return [
    sql`insert into submission (unit_id, id, obligation_id, number, kind, state, note, submitted_at, submitted_on,
        submitted_by_name, decided_at, decided_on, decided_by_name)
      values (${ctx.unitId}, ${given.id}, ${given.obligation.id}, ${given.obligation.submissions + 1}, 'evidence',
        'accepted', ${given.reason}, ${ctx.at}, ${given.signedOn}, ${given.by.name}, ${ctx.at}, ${ctx.today},
        ${given.by.name})`,
    sql`insert into submission_evidence (unit_id, submission_id, evidence_id)
      values (${ctx.unitId}, ${given.id}, ${given.evidenceId})`,
  ];
}
