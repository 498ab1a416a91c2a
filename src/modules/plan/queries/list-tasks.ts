import { type RawBuilder, sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import { type Db, plannedEachTime } from '#server/db.ts';
import type { ListedChildren } from '../store/save-children.ts';
import { gathers, narrows, type ShownVersion, type TaskFilter, taskConditions, taskOrder } from './task-filter.ts';

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
  readonly outputs: ListedChildren['outputs'];
  readonly roles: readonly ListedRole[];
  readonly dues: ListedChildren['dues'];
}

/** Words → kind, id and key of who they stand for. */
type Holders = Readonly<Record<string, readonly [kind: string, id: Id | null, key: string]>>;

interface TaskColumns extends Omit<ListedTask, 'outputs' | 'roles' | 'dues'> {
  readonly listed: ListedChildren;
}

const columns = sql`t.id, t.position, t.number as no, t.field_code as "fieldCode", t.place,
  case when t.group_title is null then null else concat_ws('. ', t.group_number, t.group_title) end as "group",
  t.content, t.ours, t.due_text as "dueText", t.change, t.from_version as "fromVersion", t.to_version as "toVersion",
  t.listed, t.holder_words`;

function holdersOf(unitId: ShownVersion['unitId'], from: RawBuilder<unknown>) {
  return sql`(select json_object_agg(h.words, json_build_array(h.kind, h.record_id, h.key)) from plan_holder h
    where h.unit_id = ${unitId} and h.words in (select unnest(holder_words) from ${from}))`;
}

function taskOf({ listed, ...task }: TaskColumns, holders: Holders | null): ListedTask {
  return {
    ...task,
    outputs: listed.outputs,
    dues: listed.dues,
    roles: listed.roles.map(({ role, roleText, text, words }) => {
      const [kind, holderId, key] = holders?.[words] ?? ['unknown', null, `words:${words}`];
      return { role, roleText, text, kind, holderId, key };
    }),
  };
}

type Page = { readonly limit: number; readonly offset: number; readonly known: number | undefined };

/** The ids of a page in their order, by an index alone where one has the order; else from rows gathered once. */
function pageOf(at: ShownVersion, filter: TaskFilter, { limit, offset }: Page): RawBuilder<unknown> {
  const conditions = taskConditions(at, filter);
  const order = taskOrder(filter.sort);
  const rows = gathers(filter)
    ? sql`found as materialized (
        select t.id, t.from_version, t.position${sql.raw(orderColumn(filter))} from plan_task t where ${conditions}),
      page as materialized (select t.id, t.from_version, row_number() over (order by ${order}) as nth from found t`
    : sql`page as materialized (
        select t.id, t.from_version, row_number() over (order by ${order}) as nth from plan_task t where ${conditions}`;
  return sql`${rows} order by ${order} limit ${limit} offset ${offset})`;
}

/** The column that the order asks for beside the position; no other is read, so that an index may be enough. */
function orderColumn({ sort }: TaskFilter): string {
  if (sort.endsWith('content')) return ', left(t.content, 120) as content';
  return sort === 'due' ? ', t.due_first' : sort === '-due' ? ', t.due_last' : '';
}

function totalOf(at: ShownVersion, filter: TaskFilter, known: number | undefined): RawBuilder<unknown> {
  if (gathers(filter)) return sql`(select count(*)::integer from found)`;
  if (known !== undefined && !narrows(filter)) return sql`${known}::integer`;
  return sql`(select count(*)::integer from plan_task t where ${taskConditions(at, filter)})`;
}

/**
 * A page of tasks with outputs, roles and due rules, and the number of all that match, by one statement: the page's ids by
 * an index alone, then its rows. `known` is the number of all tasks of an issued version; without it, or with filters,
 * those that match are counted.
 */
export async function listTasksOf(
  db: Db,
  at: ShownVersion,
  filter: TaskFilter,
  page: Page,
): Promise<{ rows: ListedTask[]; total: number }> {
  const { known } = page;
  const counted = known === undefined || narrows(filter);
  const { rows } = await sql<
    { total: number; holders: Holders | null } & (TaskColumns | { readonly id: null })
  >`${sql.raw(counted ? plannedEachTime : '')}
    with ${pageOf(at, filter, page)},
      shown as materialized (
        select ${columns}, page.nth from page
        join plan_task t on t.unit_id = ${at.unitId} and t.id = page.id and t.from_version = page.from_version)
    select sums.total, case when shown.nth is null or shown.nth = ${page.offset + 1} then sums.holders end as holders, shown.*
    from (select ${totalOf(at, filter, known)} as total, ${holdersOf(at.unitId, sql`shown`)} as holders) sums
    left join shown on true order by shown.nth`.execute(db);
  const [first] = rows;
  if (!first) return { rows: [], total: 0 };
  const { holders } = first;
  return { total: first.total, rows: rows.flatMap((row) => (row.id === null ? [] : [taskOf(row, holders)])) };
}

/** One task in each of its states, oldest first. */
export async function taskStates(db: Db, at: Omit<ShownVersion, 'version'>, taskId: Id): Promise<ListedTask[]> {
  const { rows } = await sql<TaskColumns & { holders: Holders | null }>`
    with shown as materialized (
      select ${columns} from plan_task t
      where t.unit_id = ${at.unitId} and t.plan_id = ${at.planId} and t.id = ${taskId})
    select shown.*, ${holdersOf(at.unitId, sql`shown`)} as holders from shown order by "fromVersion"`.execute(db);
  return rows.map((row) => taskOf(row, row.holders));
}
