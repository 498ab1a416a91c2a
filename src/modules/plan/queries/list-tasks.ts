import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import type { DueRule } from '../domain/due-rule.ts';
import { narrows, type ShownVersion, type TaskFilter, taskConditions, taskOrder } from './task-filter.ts';

/** A holder as the list tells it. */
export interface ListedRole {
  readonly role: 'lead' | 'coordinator' | 'other';
  readonly roleText: string;
  readonly text: string;
  readonly kind: string;
  readonly holderId: Id | null;
  readonly key: string;
}

/** A task with its children, as one statement gives it. */
export interface ListedTask {
  readonly id: Id;
  readonly position: number;
  readonly no: string;
  readonly fieldCode: string | null;
  readonly place: string;
  readonly group: string | null;
  readonly content: string;
  readonly ours: boolean;
  readonly dueText: string;
  readonly change: string;
  readonly fromVersion: number;
  readonly toVersion: number;
  readonly appendixId: Id | null;
  readonly outputs: readonly { readonly id: Id; readonly text: string }[];
  readonly roles: readonly ListedRole[];
  readonly dues: readonly {
    readonly id: Id;
    readonly outputId: Id | null;
    readonly rule: DueRule;
    readonly from: string | null;
    readonly to: string | null;
  }[];
}

/** The columns and children of the task row `t`, as JSON, as they are in a version. */
export function taskAsJson({ unitId }: Pick<ShownVersion, 'unitId'>, version: ReturnType<typeof sql>) {
  const holds = (table: string) =>
    sql`${sql.ref(`${table}.unit_id`)} = ${unitId} and ${sql.ref(`${table}.task_id`)} = t.id
      and ${sql.ref(`${table}.from_version`)} <= ${version} and ${sql.ref(`${table}.to_version`)} > ${version}`;
  return sql`json_build_object(
    'id', t.id, 'position', t.position, 'no', t.number, 'fieldCode', t.field_code, 'place', t.place,
    'group', case when t.group_title is null then null else concat_ws('. ', t.group_number, t.group_title) end,
    'content', t.content, 'ours', t.ours, 'dueText', t.due_text, 'change', t.change,
    'fromVersion', t.from_version, 'toVersion', t.to_version, 'appendixId', t.appendix_id,
    'outputs', (select coalesce(json_agg(json_build_object('id', o.id, 'text', o.content) order by o.position), '[]')
      from plan_output o where ${holds('o')}),
    'roles', (select coalesce(json_agg(json_build_object('role', r.role, 'roleText', r.role_text, 'text', r.written,
        'kind', h.kind, 'holderId', h.record_id, 'key', h.key) order by r.position), '[]')
      from plan_role r join plan_holder h on h.unit_id = ${unitId} and h.words = r.words where ${holds('r')}),
    'dues', (select coalesce(json_agg(json_build_object('id', d.id, 'outputId', d.output_id, 'rule', d.rule,
        'from', d.span_from, 'to', d.span_to) order by d.position), '[]')
      from plan_due_rule d where ${holds('d')}))`;
}

/**
 * A page of tasks with outputs, roles and due rules, and the number of all that match, by one statement. `known` is the
 * number of all tasks of an issued version; without it, or with filters, they are counted.
 */
export async function listTasksOf(
  db: Db,
  at: ShownVersion,
  filter: TaskFilter,
  page: { readonly limit: number; readonly offset: number; readonly known: number | undefined },
): Promise<{ rows: ListedTask[]; total: number }> {
  const conditions = taskConditions(at, filter);
  const order = taskOrder(filter.sort);
  const total =
    page.known !== undefined && !narrows(filter)
      ? sql`${page.known}::integer`
      : sql`(select count(*)::integer from plan_task t where ${conditions})`;
  const { rows } = await sql<{ rows: ListedTask[]; total: number }>`
    with page as materialized (
      select t.id, t.from_version, row_number() over (order by ${order}) as nth
      from plan_task t where ${conditions} order by ${order} limit ${page.limit} offset ${page.offset})
    select ${total} as total,
      (select coalesce(json_agg(${taskAsJson(at, sql`${at.version}`)} order by page.nth), '[]')
        from page join plan_task t on t.unit_id = ${at.unitId} and t.id = page.id and t.from_version = page.from_version
      ) as rows`.execute(db);
  return rows[0] ?? { rows: [], total: 0 };
}

/** One task in each of its states, oldest first. */
export async function taskStates(db: Db, at: Omit<ShownVersion, 'version'>, taskId: Id): Promise<ListedTask[]> {
  const { rows } = await sql<{ task: ListedTask }>`
    select ${taskAsJson(at, sql`t.from_version`)} as task from plan_task t
    where t.unit_id = ${at.unitId} and t.plan_id = ${at.planId} and t.id = ${taskId} order by t.from_version`.execute(
    db,
  );
  return rows.map((row) => row.task);
}
