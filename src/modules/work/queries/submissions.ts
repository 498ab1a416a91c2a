import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { StaffedDay } from '#modules/org/queries.ts';
import type { Db } from '#server/db.ts';
import type { extension, submission, urgeRow } from '../contract/parts.ts';
import { bearerOf } from './bearer-of.ts';

export type SubmissionAnswer = z.output<typeof submission>;
export type ExtensionAnswer = z.output<typeof extension>;
type UrgeAnswer = z.output<typeof urgeRow>;

interface SubmissionRecord extends Omit<SubmissionAnswer, 'approver' | 'evidence'> {
  readonly obligationId: Id;
  readonly approverId: Id | null;
  readonly evidence: SubmissionAnswer['evidence'] | null;
}

/** What was handed in for these obligations with its evidence, the first first. */
export async function listSubmissions(
  db: Db,
  unitId: UnitId,
  obligationIds: readonly Id[],
  staffed: StaffedDay,
): Promise<(SubmissionAnswer & { readonly obligationId: Id })[]> {
  const { rows } = await sql<SubmissionRecord>`
    select s.id, s.obligation_id as "obligationId", s.number, s.kind, s.state, s.note, s.route,
      s.approver_id as "approverId", s.submitted_at as "submittedAt", s.submitted_by_name as "submittedBy",
      s.instead_of as "insteadOf", s.decided_at as "decidedAt", s.decided_by_name as "decidedBy",
      s.decision_reason as "decisionReason", s.version,
      (select jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'title', e.title, 'number', e.number,
          'symbol', e.symbol, 'issuedOn', e.issued_on, 'signer', e.signer, 'fileName', f.name, 'sha256', f.sha256)
          order by e.issued_on, e.id)
        from submission_evidence l
        join evidence e on e.unit_id = l.unit_id and e.id = l.evidence_id
        left join evidence_file v on v.unit_id = e.unit_id and v.evidence_id = e.id and v.number = e.file_number
        left join file f on f.unit_id = v.unit_id and f.id = v.file_id
        where l.unit_id = s.unit_id and l.submission_id = s.id) as evidence
    from submission s where s.unit_id = ${unitId} and s.obligation_id = any(${obligationIds}::uuid[])
    order by s.obligation_id, s.number`.execute(db);
  return rows.map(({ approverId, evidence, ...row }) => ({
    ...row,
    approver: approverId === null ? null : bearerOf(staffed, { positionId: approverId, personId: null, words: '' }),
    evidence: evidence ?? [],
  }));
}

/** Later days asked for these obligations and what was decided, the first first. */
export async function listExtensions(
  db: Db,
  unitId: UnitId,
  obligationIds: readonly Id[],
): Promise<(ExtensionAnswer & { readonly obligationId: Id })[]> {
  const { rows } = await sql<ExtensionAnswer & { readonly obligationId: Id }>`
    select id, obligation_id as "obligationId", due_now as "dueNow", due_asked as "dueAsked", due_given as "dueGiven",
      reason, state, asked_at as "askedAt", asked_by_name as "askedBy", decided_at as "decidedAt",
      decided_by_name as "decidedBy", decision_reason as "decisionReason", version
    from extension_request where unit_id = ${unitId} and obligation_id = any(${obligationIds}::uuid[])
    order by asked_at, id`.execute(db);
  return rows;
}

/** How an obligation was urged and what was answered, the first first. */
export async function listUrges(db: Db, unitId: UnitId, obligationId: Id): Promise<UrgeAnswer[]> {
  const { rows } = await sql<UrgeAnswer>`
    select id, words, urged_at as "urgedAt", urged_by_name as "urgedBy", answer, answered_at as "answeredAt",
      answered_by_name as "answeredBy", version
    from urge where unit_id = ${unitId} and obligation_id = ${obligationId} order by urged_at, id`.execute(db);
  return rows;
}
