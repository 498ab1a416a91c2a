import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import { joinTask, type ObligationRecord, recordColumns } from './obligation-record.ts';

/** One step of how a due day came about. */
export interface DueStep {
  readonly code: string;
  readonly day: PlainDate | null;
  readonly words: string;
}

/** An obligation with what only its own page shows. */
export interface FoundObligation extends ObligationRecord {
  readonly stageReason: string | null;
  readonly dueSteps: readonly DueStep[];
  readonly approverId: Id | null;
  readonly closingId: Id | null;
}

/** One obligation, whatever its state; undefined when the unit has none of this id. */
export async function findObligation(db: Db, unitId: UnitId, id: Id): Promise<FoundObligation | undefined> {
  const { rows } = await sql<FoundObligation>`
    select ${recordColumns}, o.stage_reason as "stageReason", o.due_steps as "dueSteps", o.approver_id as "approverId",
      o.closing_id as "closingId"
    from obligation o ${joinTask} where o.unit_id = ${unitId} and o.id = ${id}`.execute(db);
  return rows[0];
}

/** Obligations of one task, by their day. */
export async function listObligationsOfTask(db: Db, unitId: UnitId, taskId: Id): Promise<ObligationRecord[]> {
  const { rows } = await sql<ObligationRecord>`
    select ${recordColumns} from obligation o ${joinTask} where o.unit_id = ${unitId} and o.task_id = ${taskId}
    order by o.due, o.id`.execute(db);
  return rows;
}

/** Who coordinates or watches a task. */
export interface PartRecord {
  readonly id: Id;
  readonly role: 'coordinator' | 'watcher';
  readonly kind: string;
  readonly positionId: Id | null;
  readonly personId: Id | null;
  readonly name: string;
  readonly fromPlan: boolean;
}

/** Those who coordinate or watch a task, by name. */
export async function listPartsOf(db: Db, unitId: UnitId, taskId: Id): Promise<PartRecord[]> {
  const { rows } = await sql<PartRecord>`
    select id, role, kind, position_id as "positionId", person_id as "personId", name, from_plan as "fromPlan"
    from work_part where unit_id = ${unitId} and task_id = ${taskId}
    order by role, name collate "vi-x-icu", id`.execute(db);
  return rows;
}

export interface CloseBy {
  readonly id: Id;
  readonly title: string;
  readonly place: string;
}

const mostTogether = 100;

/**
 * Other obligations that the same evidence closed, and for a report those of the same plan and period, which the signed
 * report of that period closes together.
 */
export async function listClosedTogether(db: Db, unitId: UnitId, obligation: FoundObligation): Promise<CloseBy[]> {
  const { id, closingId, planId, period, report } = obligation;
  const ofPeriod = report && planId !== null && period !== '';
  if (!ofPeriod && closingId === null) return [];
  const { rows } = await sql<CloseBy>`
    select o.id, o.title, concat_ws(' · ', nullif(t.place, ''), nullif(t.number, '')) as place
    from obligation o ${joinTask}
    where o.unit_id = ${unitId} and o.id <> ${id} and (
      o.id = any(array(
        select s.obligation_id from submission_evidence mine
        join submission_evidence theirs on theirs.unit_id = mine.unit_id and theirs.evidence_id = mine.evidence_id
        join submission s on s.unit_id = theirs.unit_id and s.id = theirs.submission_id and s.state = 'accepted'
        where mine.unit_id = ${unitId} and mine.submission_id = ${closingId}::uuid))
      or (${ofPeriod} and o.plan_id = ${planId}::uuid and o.period = ${period} and o.report))
    order by t.place, length(t.number), t.number, o.id limit ${mostTogether}`.execute(db);
  return rows;
}
