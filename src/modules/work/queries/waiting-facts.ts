import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';

/** What waits for an answer on an obligation. */
export interface WaitingFacts {
  readonly submission: {
    readonly kind: 'evidence' | 'not-arising';
    readonly evidence: number;
    readonly submittedBy: Id | null;
  } | null;
  readonly extension: { readonly askedBy: Id | null; readonly approverId: Id | null } | null;
  readonly urged: boolean;
}

/** What was handed in and not decided, asked and not decided, urged and not answered. */
export async function findWaiting(db: Db, unitId: UnitId, obligationId: Id): Promise<WaitingFacts> {
  const { rows } = await sql<WaitingFacts>`
    select (select jsonb_build_object('kind', s.kind, 'submittedBy', s.submitted_by, 'evidence', (
          select count(*) from submission_evidence l where l.unit_id = s.unit_id and l.submission_id = s.id))
        from submission s where s.unit_id = ${unitId} and s.obligation_id = ${obligationId} and s.state = 'submitted')
        as submission,
      (select jsonb_build_object('askedBy', e.asked_by, 'approverId', e.approver_id)
        from extension_request e where e.unit_id = ${unitId} and e.obligation_id = ${obligationId} and e.state = 'asked')
        as extension,
      exists (select from urge u where u.unit_id = ${unitId} and u.obligation_id = ${obligationId}
        and u.answered_at is null) as urged`.execute(db);
  const [facts] = rows;
  if (!facts) throw new Error('a statement without a row');
  return facts;
}
