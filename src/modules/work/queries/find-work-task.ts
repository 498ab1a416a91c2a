import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';

interface TaskOfYear {
  readonly id: Id;
  readonly content: string;
  readonly year: number;
}

/** A task as its own page shows it. */
export interface FoundTask {
  readonly id: Id;
  readonly source: 'plan' | 'document' | 'meeting' | 'other';
  readonly planId: Id | null;
  readonly place: string;
  readonly number: string;
  readonly content: string;
  readonly sourceWords: string | null;
  readonly sourceEvidenceId: Id | null;
  readonly parent: { readonly id: Id; readonly content: string } | null;
  readonly carriedFrom: TaskOfYear | null;
  readonly carriedTo: TaskOfYear | null;
  readonly fieldCode: string | null;
  readonly ours: boolean;
  readonly weight: number;
  readonly urgency: 'normal' | 'urgent' | 'immediate';
  readonly closed: boolean;
  readonly droppedBy: string | null;
  readonly positionId: Id | null;
  readonly personId: Id | null;
  readonly holderName: string;
  readonly planYear: number;
  /** The merged unit that it came from, and the day. */
  readonly movedFrom: { readonly name: string; readonly on: PlainDate | null } | null;
  /** The unit that took it over. */
  readonly movedTo: { readonly name: string; readonly on: PlainDate } | null;
  readonly version: number;
}

const taskOfYear = (one: string) =>
  sql.raw(`jsonb_build_object('id', ${one}.id, 'content', ${one}.content, 'year', ${one}.plan_year)`);

/** One task with the tasks it hangs together with; undefined when the unit has none of this id. */
export async function findWorkTask(db: Db, unitId: UnitId, id: Id): Promise<FoundTask | undefined> {
  const { rows } = await sql<FoundTask>`
    select t.id, t.source, t.plan_id as "planId", t.place, t.number, t.content, t.source_words as "sourceWords",
      t.source_evidence_id as "sourceEvidenceId", t.field_code as "fieldCode", t.ours, t.weight::float8 as weight,
      t.urgency, t.closed, t.dropped_by as "droppedBy", t.position_id as "positionId", t.person_id as "personId",
      t.holder_name as "holderName", t.plan_year as "planYear", t.version,
      (select jsonb_build_object('name', u.name, 'on', s.day) from unit u
        left join unit_succession s on s.predecessor_id = u.id and s.successor_id = t.unit_id
        where u.id = t.moved_from) as "movedFrom",
      (select jsonb_build_object('name', u.name, 'on', h.handed_on) from work_handover h join unit u on u.id = h.successor_id
        where h.unit_id = t.unit_id and h.task_id = t.id) as "movedTo",
      (select jsonb_build_object('id', p.id, 'content', p.content) from work_task p
        where p.unit_id = t.unit_id and p.id = t.parent_id) as parent,
      (select ${taskOfYear('c')} from work_task c where c.unit_id = t.unit_id and c.id = t.carried_from) as "carriedFrom",
      (select ${taskOfYear('c')} from work_task c where c.unit_id = t.unit_id and c.carried_from = t.id
        order by c.plan_year desc limit 1) as "carriedTo"
    from work_task t where t.unit_id = ${unitId} and t.id = ${id}`.execute(db);
  return rows[0];
}

export interface CheckRecord {
  readonly id: Id;
  readonly content: string;
  readonly doneAt: string | null;
  readonly doneBy: string | null;
  readonly version: number;
}

/** The checklist of a task in its order. */
export async function listChecksOf(db: Db, unitId: UnitId, taskId: Id): Promise<CheckRecord[]> {
  const { rows } = await sql<CheckRecord>`
    select id, content, done_at as "doneAt", done_by_name as "doneBy", version from work_check
    where unit_id = ${unitId} and task_id = ${taskId} order by place, id`.execute(db);
  return rows;
}

export interface ChildRecord {
  readonly id: Id;
  readonly content: string;
  readonly closed: boolean;
  readonly nextDue: PlainDate | null;
}

/** The parts a task was divided into, each with its nearest day. */
export async function listChildrenOf(db: Db, unitId: UnitId, taskId: Id): Promise<ChildRecord[]> {
  const { rows } = await sql<ChildRecord>`
    select t.id, t.content, t.closed, (select min(o.due) from obligation o
      where o.unit_id = t.unit_id and o.task_id = t.id and o.live) as "nextDue"
    from work_task t where t.unit_id = ${unitId} and t.parent_id = ${taskId} order by t.created_at, t.id`.execute(db);
  return rows;
}

export interface Amendment {
  readonly version: number;
  readonly decision: string;
  readonly what: 'added' | 'changed' | 'moved' | 'removed';
}

/** What versions of its plan did to a task, the newest first; the first version of the plan is no amendment. */
export async function listAmendmentsOf(db: Db, unitId: UnitId, planId: Id, taskId: Id): Promise<Amendment[]> {
  const { rows } = await sql<Amendment>`
    select v.version, concat_ws(' ngày ', nullif(v.decision_number, ''), to_char(v.decision_date, 'DD/MM/YYYY')) as decision,
      x.what
    from (
      select t.from_version as version, t.change as what from plan_task t
        where t.unit_id = ${unitId} and t.plan_id = ${planId} and t.id = ${taskId} and t.from_version > 1
      union all
      select max(t.to_version), 'removed' from plan_task t
        where t.unit_id = ${unitId} and t.plan_id = ${planId} and t.id = ${taskId} having max(t.to_version) < 2147483647
    ) x join plan_version v on v.unit_id = ${unitId} and v.plan_id = ${planId} and v.version = x.version
      and v.state = 'issued'
    order by v.version desc`.execute(db);
  return rows;
}
