import { type RawBuilder, sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import type { Counting, PauseKind } from '../domain/deadline/types.ts';
import type { JournalAct } from '../domain/transitions.ts';
import { type DossierRecord, recordColumns } from '../queries/dossier-record.ts';

/** Who filed a dossier that is somebody else's. */
export interface Submitter {
  readonly name: string;
  readonly number: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly paper: string;
}

export interface LockedPause {
  readonly id: Id;
  readonly kind: PauseKind;
  readonly fromAt: string;
  readonly toAt: string | null;
  readonly basis: string;
  readonly restarts: boolean;
}

export interface LockedSupplement {
  readonly id: Id;
  readonly stage: 'intake' | 'after-examination';
  readonly state: 'draft' | 'sent' | 'received' | 'expired' | 'rejected';
  readonly number: number;
  readonly items: readonly { readonly name: string; readonly note: string }[];
  readonly reason: string;
  readonly contact: string;
  readonly until: PlainDate | null;
  readonly draftedBy: Id | null;
}

export interface LockedExtension {
  readonly id: Id;
  readonly kind: 'extension' | 'apology-only';
  readonly state: 'draft' | 'issued' | 'rejected';
  readonly dueBefore: string;
  readonly dueAfter: string | null;
  readonly reason: string;
  readonly draftedBy: Id | null;
  readonly signedAt: string | null;
}

/** One act of the journal, as far as the next act asks. */
export interface LastAct {
  readonly seq: number;
  readonly act: JournalAct;
  readonly byId: Id | null;
  readonly byName: string;
  readonly at: string;
  readonly fromStep: number | null;
}

/** A dossier and all that an act on it must know, with its row locked. */
export interface LockedDossier extends DossierRecord {
  readonly otherCodes: readonly string[];
  readonly procedureVersionId: Id | null;
  readonly caseCode: string;
  readonly processVersionId: Id | null;
  readonly channel: 'counter' | 'postal' | 'online';
  readonly returnBy: 'counter' | 'postal' | 'online';
  readonly receptionPointId: Id | null;
  readonly point: string | null;
  readonly resolvingAgency: string | null;
  readonly ownerKind: 'citizen' | 'business' | 'agency' | 'other';
  readonly ownerBirth: PlainDate | null;
  readonly ownerAddress: string | null;
  readonly ownerPhone: string | null;
  readonly ownerEmail: string | null;
  readonly submitter: Submitter | null;
  readonly summary: string;
  readonly copies: number;
  readonly answers: Readonly<Record<string, string | boolean>>;
  readonly termMilli: number | null;
  readonly counting: Counting;
  readonly termBasis: string;
  readonly rulesCode: string;
  readonly receivedBy: Id | null;
  readonly receivedByName: string;
  readonly receivedOn: PlainDate;
  readonly stepNo: number | null;
  readonly positionId: Id | null;
  readonly personId: Id | null;
  readonly handlerId: Id | null;
  readonly lockedBy: Id | null;
  readonly lockedAt: string | null;
  readonly toTake: boolean;
  readonly intakeSupplements: number;
  readonly afterSupplements: number;
  readonly endedOn: PlainDate | null;
  readonly outcome: 'positive' | 'negative' | null;
  readonly late766: boolean | null;
  readonly returnedAt: string | null;
  readonly calendarRevision: number;
  readonly pauses: readonly LockedPause[];
  readonly supplements: readonly LockedSupplement[];
  readonly extensions: readonly LockedExtension[];
  readonly consultations: readonly { readonly id: Id; readonly agency: string }[];
  readonly payment: { readonly id: Id; readonly amount: number } | null;
  readonly result: {
    readonly id: Id;
    readonly title: string;
    readonly number: string | null;
    readonly signedOn: PlainDate | null;
    readonly negative: boolean;
  } | null;
  /** Papers that go back to the applicant. */
  readonly originals: readonly string[];
  readonly last: LastAct | null;
}

const columns = sql`${recordColumns}, d.other_codes as "otherCodes", d.procedure_version_id as "procedureVersionId",
  d.case_code as "caseCode", d.process_version_id as "processVersionId", d.channel, d.return_by as "returnBy",
  d.reception_point_id as "receptionPointId", d.resolving_agency as "resolvingAgency", d.owner_kind as "ownerKind",
  d.owner_birth as "ownerBirth", d.owner_address as "ownerAddress", d.owner_phone as "ownerPhone",
  d.owner_email as "ownerEmail", d.submitter, d.summary, d.copies, d.answers, d.term_milli as "termMilli", d.counting,
  d.term_basis as "termBasis", d.rules_code as "rulesCode", d.received_by as "receivedBy",
  d.received_by_name as "receivedByName", d.received_on as "receivedOn", d.locked_at as "lockedAt", d.step_no as "stepNo",
  d.position_id as "positionId", d.person_id as "personId", d.handler_id as "handlerId", d.locked_by as "lockedBy",
  d.to_take as "toTake", d.intake_supplements as "intakeSupplements", d.after_supplements as "afterSupplements",
  d.ended_on as "endedOn", d.outcome, d.late_766 as "late766", d.returned_at as "returnedAt",
  d.calendar_revision as "calendarRevision"`;

const around = sql`
  (select p.name from reception_point p where p.unit_id = d.unit_id and p.id = d.reception_point_id) as point,
  (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'fromAt', p.from_at, 'toAt', p.to_at,
      'basis', p.basis, 'restarts', p.restarts) order by p.from_at), '[]')
    from dossier_pause p where p.unit_id = d.unit_id and p.dossier_id = d.id) as pauses,
  (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'stage', s.stage, 'state', s.state, 'number', s.number,
      'items', s.items, 'reason', s.reason, 'contact', s.contact, 'until', s.until, 'draftedBy', s.drafted_by)
      order by s.drafted_at), '[]')
    from dossier_supplement s where s.unit_id = d.unit_id and s.dossier_id = d.id) as supplements,
  (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'kind', x.kind, 'state', x.state, 'dueBefore', x.due_before,
      'dueAfter', x.due_after, 'reason', x.reason, 'draftedBy', x.drafted_by, 'signedAt', x.signed_at)
      order by x.drafted_at), '[]')
    from dossier_extension x where x.unit_id = d.unit_id and x.dossier_id = d.id) as extensions,
  (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'agency', c.agency) order by c.asked_at), '[]')
    from dossier_consultation c
    where c.unit_id = d.unit_id and c.dossier_id = d.id and c.answered_at is null) as consultations,
  (select jsonb_build_object('id', y.id, 'amount', y.amount) from dossier_payment_call y
    where y.unit_id = d.unit_id and y.dossier_id = d.id and y.paid_at is null order by y.called_at desc limit 1) as payment,
  (select jsonb_build_object('id', r.id, 'title', r.title, 'number', r.number, 'signedOn', r.signed_on,
      'negative', r.negative)
    from dossier_result r where r.unit_id = d.unit_id and r.dossier_id = d.id and r.voided_at is null
    order by r.made_at desc limit 1) as result,
  (select coalesce(jsonb_agg(k.name order by k.place), '[]') from dossier_component k where k.unit_id = d.unit_id
    and k.dossier_id = d.id and k.to_give_back and k.given_back_at is null) as originals,
  (select jsonb_build_object('seq', a.seq, 'act', a.act, 'byId', a.by_id, 'byName', a.by_name,
      'at', a.at, 'fromStep', a.from_step) from dossier_act a
    where a.unit_id = d.unit_id and a.dossier_id = d.id order by a.seq desc limit 1) as last`;

/**
 * Dossiers for an act, in one statement, each locked, in one order for everybody. What stands around them is as old as the
 * statement; an act in between has moved the version on, so that the caller's is refused.
 */
export async function lockDossiers(db: Db, unitId: UnitId, ids: readonly Id[]): Promise<LockedDossier[]> {
  return forAct(db, unitId, ids, sql`for update of d`);
}

/** The same without a lock, to say beforehand what may be done; undefined when the unit has none of this id. */
export async function findForAct(db: Db, unitId: UnitId, id: Id): Promise<LockedDossier | undefined> {
  return (await forAct(db, unitId, [id], sql``))[0];
}

async function forAct(db: Db, unitId: UnitId, ids: readonly Id[], lock: RawBuilder<unknown>): Promise<LockedDossier[]> {
  const [first] = ids;
  const isAsked = ids.length === 1 && first !== undefined ? sql`d.id = ${first}` : sql`d.id = any(${[...ids]}::uuid[])`;
  const { rows } = await sql<LockedDossier>`select ${columns}, ${around} from dossier d
    where d.unit_id = ${unitId} and ${isAsked} order by d.id ${lock}`.execute(db);
  return rows;
}

/** Who held a step before, by the journal: the last one it was sent to. */
export async function findFormerHolder(
  db: Db,
  unitId: UnitId,
  dossierId: Id,
  stepNo: number | null,
  beforeSeq: number,
): Promise<{ readonly positionId: Id | null; readonly personId: Id | null } | undefined> {
  const { rows } = await sql<{ positionId: Id | null; personId: Id | null }>`
    select a.to_position_id as "positionId", a.to_person_id as "personId" from dossier_act a
    where a.unit_id = ${unitId} and a.dossier_id = ${dossierId} and a.seq < ${beforeSeq}
      and a.to_step is not distinct from ${stepNo} order by a.seq desc limit 1`.execute(db);
  return rows[0];
}
