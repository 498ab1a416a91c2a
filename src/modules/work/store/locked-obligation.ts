import { type RawBuilder, sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { settingSchemas } from '#modules/setting/contract.ts';
import type { Db } from '#server/db.ts';
import type { DueStep, ObligationKind } from '../domain/obligation.ts';
import { usualSoonDays } from '../domain/state-of.ts';
import type { Stage, WorkState } from '../domain/states.ts';

/** What was handed in and waits for a decision. */
export interface OpenSubmission {
  readonly id: Id;
  readonly kind: 'evidence' | 'not-arising';
  readonly evidence: number;
  /** Every piece of its evidence is a signed and numbered document. */
  readonly signed: boolean;
  readonly submittedBy: Id | null;
  readonly submittedOn: PlainDate;
}

/** A later day that was asked for and waits for a decision. */
export interface OpenExtension {
  readonly id: Id;
  readonly askedBy: Id | null;
  readonly approverId: Id | null;
  readonly dueAsked: PlainDate;
}

/** An obligation and all that an act on it must know, with its row and that of its task locked. */
export interface LockedObligation {
  readonly id: Id;
  readonly taskId: Id;
  readonly parentTaskId: Id | null;
  readonly planYear: number;
  readonly planId: Id | null;
  readonly kind: ObligationKind;
  readonly title: string;
  readonly due: PlainDate | null;
  readonly firstDue: PlainDate | null;
  readonly dueSteps: readonly DueStep[];
  readonly reviewOn: PlainDate | null;
  readonly fieldCode: string | null;
  readonly departmentId: Id | null;
  readonly positionId: Id | null;
  readonly personId: Id | null;
  readonly ours: boolean;
  readonly stage: Stage;
  readonly stageReason: string | null;
  readonly state: WorkState;
  readonly doneOn: PlainDate | null;
  readonly closingId: Id | null;
  readonly approverId: Id | null;
  readonly version: number;
  /** It went to the successor of the unit. */
  readonly moved: boolean;
  /** How often something was handed in. */
  readonly submissions: number;
  readonly submission: OpenSubmission | null;
  readonly extension: OpenExtension | null;
  /** Urgings without an answer, the newest first. */
  readonly urges: readonly { readonly id: Id; readonly urgedBy: Id | null }[];
  /** From how many days before its due day it is due soon. */
  readonly soonDays: number;
}

const columns = sql`o.id, o.task_id as "taskId", t.parent_id as "parentTaskId", t.plan_year as "planYear", o.plan_id as "planId", o.kind, o.title,
  o.due, o.first_due as "firstDue", o.due_steps as "dueSteps", o.review_on as "reviewOn", o.field_code as "fieldCode",
  o.department_id as "departmentId", o.position_id as "positionId", o.person_id as "personId", o.ours, o.stage,
  o.stage_reason as "stageReason", o.state, o.done_on as "doneOn", o.closing_id as "closingId",
  o.approver_id as "approverId", o.version, o.stage = 'void' and exists (select from work_handover h
    where h.unit_id = o.unit_id and h.task_id = o.task_id) as moved`;

const waiting = sql`
  (select count(*)::integer from submission s where s.unit_id = o.unit_id and s.obligation_id = o.id) as submissions,
  (select jsonb_build_object('id', s.id, 'kind', s.kind, 'submittedBy', s.submitted_by, 'submittedOn', s.submitted_on,
      'evidence', count(e.id), 'signed', coalesce(bool_and(e.signed_and_numbered), false))
    from submission s
    left join submission_evidence l on l.unit_id = s.unit_id and l.submission_id = s.id
    left join evidence e on e.unit_id = l.unit_id and e.id = l.evidence_id
    where s.unit_id = o.unit_id and s.obligation_id = o.id and s.state = 'submitted'
    group by s.id, s.kind, s.submitted_by, s.submitted_on) as submission,
  (select jsonb_build_object('id', x.id, 'askedBy', x.asked_by, 'approverId', x.approver_id, 'dueAsked', x.due_asked)
    from extension_request x where x.unit_id = o.unit_id and x.obligation_id = o.id and x.state = 'asked') as extension,
  (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'urgedBy', u.urged_by) order by u.urged_at desc), '[]')
    from urge u where u.unit_id = o.unit_id and u.obligation_id = o.id and u.answered_at is null) as urges,
  (select value from unit_setting where unit_id = o.unit_id and key = 'work.soon-days') as "soonDays"`;

/**
 * Obligations for an act, in one statement, each locked after its task, in one order for everybody. What waits on them
 * is as old as the statement; an act in between has moved the version on, so that the caller's is refused.
 */
export async function lockObligations(db: Db, unitId: UnitId, ids: readonly Id[]): Promise<LockedObligation[]> {
  return forAct(db, unitId, ids, sql`for update of t, o`);
}

/** The same without a lock, to say beforehand what may be done; undefined when the unit has none of this id. */
export async function findForAct(db: Db, unitId: UnitId, id: Id): Promise<LockedObligation | undefined> {
  return (await forAct(db, unitId, [id], sql``))[0];
}

async function forAct(
  db: Db,
  unitId: UnitId,
  ids: readonly Id[],
  lock: RawBuilder<unknown>,
): Promise<LockedObligation[]> {
  const { rows } = await sql<Omit<LockedObligation, 'soonDays'> & { readonly soonDays: unknown }>`
    select ${columns}, ${waiting} from obligation o
    join work_task t on t.unit_id = o.unit_id and t.id = o.task_id
    where o.unit_id = ${unitId} and ${isOneOf(ids)}
    order by o.task_id, o.id ${lock}`.execute(db);
  return rows.map((row) => {
    const soon = settingSchemas['work.soon-days'].safeParse(row.soonDays);
    return { ...row, soonDays: soon.success ? soon.data : usualSoonDays };
  });
}

/** One id is asked for as itself: a list of unknown length is planned anew each time. */
function isOneOf(ids: readonly Id[]): RawBuilder<unknown> {
  const [first] = ids;
  return ids.length === 1 && first !== undefined ? sql`o.id = ${first}` : sql`o.id = any(${[...ids]}::uuid[])`;
}
