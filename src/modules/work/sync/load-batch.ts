import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { Context } from '#server/context.ts';
import type { Part } from '../domain/lead-of.ts';
import type { StoredObligation } from '../domain/reconcile.ts';
import { lockTasksFirst } from './lock-tasks-first.ts';

/** A task as it is worked on now. */
export interface StoredTask {
  readonly id: Id;
  readonly place: string;
  readonly number: string;
  readonly fieldCode: string | null;
  readonly content: string;
  readonly ours: boolean;
  readonly positionId: Id | null;
  readonly personId: Id | null;
  readonly departmentId: Id | null;
  readonly holderName: string;
  readonly assigned: boolean;
  readonly fold: string;
}

/** An obligation with who bears it. */
export interface BorneObligation extends StoredObligation {
  readonly positionId: Id | null;
}

/** What is kept of some tasks of a plan; they and their obligations are locked until the transaction ends. */
export interface StoredBatch {
  readonly tasks: ReadonlyMap<Id, StoredTask>;
  readonly parts: ReadonlyMap<Id, readonly Part[]>;
  /** Those of the tasks that are worked on. */
  readonly obligations: readonly BorneObligation[];
  /** Tasks that a version or a document ended. */
  readonly dropped: ReadonlySet<Id>;
}

/** Loads what is kept of the tasks named. Tasks are locked before their obligations, each by id, as acts of people do. */
export async function loadBatch({ db, unitId }: Context, taskIds: readonly Id[]): Promise<StoredBatch> {
  const ids = sql`any(${[...taskIds]}::uuid[])`;
  await lockTasksFirst(db, unitId, taskIds);
  const obligations = await sql<BorneObligation>`
    select id, task_id as "taskId", output_id as "outputId", rule_id as "ruleId", kind, title, period, report,
      starts_on as "startsOn", due, first_due as "firstDue", due_words as "dueWords", position_id as "positionId", stage
    from obligation where unit_id = ${unitId} and task_id = ${ids}
    order by task_id, id for update`.execute(db);
  const tasks = await sql<StoredTask & { droppedBy: string | null }>`
    select t.id, t.place, t.number, t.field_code as "fieldCode", t.content, t.ours, t.position_id as "positionId",
      t.person_id as "personId", t.holder_name as "holderName", t.assigned, t.fold, t.dropped_by as "droppedBy",
      (select p.department_id from position p where p.unit_id = t.unit_id and p.id = t.position_id) as "departmentId"
    from work_task t where t.unit_id = ${unitId} and t.id = ${ids}`.execute(db);
  const parts = await sql<Part & { taskId: Id }>`
    select task_id as "taskId", kind, position_id as "positionId", department_id as "departmentId", name
    from work_part where unit_id = ${unitId} and task_id = ${ids} and from_plan order by id`.execute(db);
  const dropped = new Set(tasks.rows.filter(({ droppedBy }) => droppedBy !== null).map(({ id }) => id));
  return {
    dropped,
    obligations: obligations.rows.filter(({ taskId }) => !dropped.has(taskId)).sort(byDue),
    tasks: new Map(tasks.rows.map((task) => [task.id, task])),
    parts: Map.groupBy(parts.rows, ({ taskId }) => taskId),
  };
}

/** The nearest day first, what has none last. */
function byDue(one: BorneObligation, other: BorneObligation): number {
  if (one.due === other.due) return one.id < other.id ? -1 : 1;
  if (one.due === null) return 1;
  return other.due === null || one.due < other.due ? -1 : 1;
}
