import { type RawBuilder, sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import { type Db, plannedOnce } from '#server/db.ts';
import type { ListedChildren } from '../store/save-children.ts';
import {
  gathers,
  narrows,
  type TaskFilter,
  taskConditions,
  taskOrder,
  type VersionInStatement,
} from './task-filter.ts';

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
  t.listed`;

function holdersOf(unitId: UnitId, from: RawBuilder<unknown>) {
  return sql`(select json_object_agg(h.words, json_build_array(h.kind, h.record_id, h.key) order by h.words)
    from plan_holder h where h.unit_id = ${unitId} and h.words in (select unnest(holder_words) from ${from}))`;
}

function taskOf({ listed, ...task }: TaskColumns, holders: Holders | null): ListedTask {
  return {
    id: task.id,
    position: task.position,
    no: task.no,
    fieldCode: task.fieldCode,
    place: task.place,
    group: task.group,
    content: task.content,
    ours: task.ours,
    dueText: task.dueText,
    change: task.change,
    fromVersion: task.fromVersion,
    toVersion: task.toVersion,
    outputs: listed.outputs,
    dues: listed.dues,
    roles: listed.roles.map(({ role, roleText, text, words }) => {
      const [kind, holderId, key] = holders?.[words] ?? ['unknown', null, `words:${words}`];
      return { role, roleText, text, kind, holderId, key };
    }),
  };
}

/** Which version of which plan a list is of; without a version the one in force, or the draft before there is one. */
export interface ListedVersion {
  readonly unitId: UnitId;
  readonly planId: Id;
  readonly version?: number | undefined;
}

export interface TaskList {
  readonly version: number;
  readonly state: 'draft' | 'issued';
  readonly title: string;
  readonly year: number;
  readonly rows: readonly ListedTask[];
  readonly total: number;
  /** What this part of an issued version rests on that may change: see `findListBasis`. */
  readonly basis: string;
  /** Words of the holders in these rows. */
  readonly words: readonly string[];
}

interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** The version that is shown, as the beginning of a statement. */
function versionOf({ unitId, planId, version }: ListedVersion): RawBuilder<unknown> {
  return sql`at as materialized (
    select v.version, v.state, v.title, v.task_count, p.year from plan p
    join plan_version v on v.unit_id = ${unitId} and v.plan_id = p.id
      and v.version = coalesce(${version ?? null}::integer, nullif(p.version, 0), p.draft_version)
    where p.unit_id = ${unitId} and p.id = ${planId})`;
}

/** The ids of a page in their order, by an index alone where one has the order; else from rows gathered once. */
function pageOf(at: VersionInStatement, filter: TaskFilter, { limit, offset }: Page): RawBuilder<unknown> {
  const conditions = taskConditions(at, filter);
  const order = taskOrder(filter.sort);
  const columns = sql.raw(`t.id, t.from_version, t.position${orderColumn(filter)}`);
  const found = gathers(filter)
    ? sql`found as materialized (select ${columns} from plan_task t where ${conditions}),`
    : sql``;
  const rows = gathers(filter)
    ? sql`select t.* from found t`
    : sql`select ${columns} from plan_task t where ${conditions}`;
  return sql`${found} page as materialized (
    select t.id, t.from_version, row_number() over (order by ${order}) as nth
    from (${rows} order by ${order} limit ${limit} offset ${offset}) t)`;
}

/** The column that the order asks for beside the position; no other is read, so that an index may be enough. */
function orderColumn({ sort }: TaskFilter): string {
  if (sort.endsWith('content')) return ', left(t.content, 120) as content';
  return sort === 'due' ? ', t.due_first' : sort === '-due' ? ', t.due_last' : '';
}

/** Without filters the tasks of an issued version need not be counted: their number is fixed. */
function totalOf(at: VersionInStatement, filter: TaskFilter): RawBuilder<unknown> {
  if (gathers(filter)) return sql`(select count(*)::integer from found)`;
  const counted = sql`(select count(*)::integer from plan_task t where ${taskConditions(at, filter)})`;
  return narrows(filter) ? counted : sql`case when at.state = 'issued' then at.task_count else ${counted} end`;
}

interface Basis {
  readonly version: number;
  readonly state: 'draft' | 'issued';
  readonly holders: Holders | null;
  /** Words → key, of the holders that the filter names. */
  readonly named: Readonly<Record<string, string>> | null;
}

type Head = Omit<TaskList, 'rows' | 'basis' | 'words'> & Basis;

const textOf = ({ version, state, holders, named }: Basis) => JSON.stringify([version, state, holders, named]);

function namedBy(unitId: UnitId, { lead, coordinator }: TaskFilter): RawBuilder<unknown> {
  if (lead === undefined && coordinator === undefined) return sql`null::json`;
  return sql`(select json_object_agg(h.words, h.key order by h.words) from plan_holder h
    where h.unit_id = ${unitId} and h.key in (${lead ?? null}, ${coordinator ?? null}))`;
}

/**
 * What a part of the list rests on beside the rows of its version: which version is shown, and who the words of its
 * holders stand for. Rows of an issued version never change, so that while this is the same its parts are too.
 */
export async function findListBasis(
  db: Db,
  of: ListedVersion,
  filter: TaskFilter,
  words: readonly string[],
): Promise<string | undefined> {
  const { rows } = await sql<Basis>`${sql.raw(plannedOnce)}
    with ${versionOf(of)}
    select at.version, at.state, ${namedBy(of.unitId, filter)} as named,
      (select json_object_agg(h.words, json_build_array(h.kind, h.record_id, h.key) order by h.words)
        from plan_holder h where h.unit_id = ${of.unitId} and h.words = any(${words}::text[])) as holders
    from at`.execute(db);
  return rows[0] && textOf(rows[0]);
}

/**
 * A page of tasks with outputs, roles and due rules, the number of all that match, and the version they are of, by one
 * statement: the page's ids by an index alone, then its rows. Undefined when the unit has no such plan or version.
 */
export async function listTasksOf(
  db: Db,
  of: ListedVersion,
  filter: TaskFilter,
  page: Page,
): Promise<TaskList | undefined> {
  const { unitId, planId } = of;
  const at = { unitId, planId, version: sql`(select at.version from at)` };
  const { rows } = await sql<Head & (TaskColumns | { readonly id: null })>`${sql.raw(plannedOnce)}
    with ${versionOf(of)}, ${pageOf(at, filter, page)},
      shown as materialized (
        select ${columns}, t.holder_words, page.nth from page
        join plan_task t on t.unit_id = ${unitId} and t.id = page.id and t.from_version = page.from_version)
    select at.version, at.state, at.title, at.year, ${totalOf(at, filter)} as total,
      case when t.nth is null or t.nth = 1 then ${holdersOf(unitId, sql`shown`)} end as holders,
      case when t.nth is null or t.nth = 1 then ${namedBy(unitId, filter)} end as named,
      t.id, t.position, t.no, t."fieldCode", t.place, t."group", t.content, t.ours, t."dueText", t.change,
      t."fromVersion", t."toVersion", t.listed
    from at left join shown t on true order by t.nth`.execute(db);
  const [first] = rows;
  if (!first) return undefined;
  const { version, state, title, year, total, holders } = first;
  const tasks = rows.flatMap((row) => (row.id === null ? [] : [taskOf(row, holders)]));
  const words = Object.keys(holders ?? {});
  return { version, state, title, year, total, rows: tasks, basis: textOf(first), words };
}

/** One task in each of its states, oldest first. */
export async function taskStates(db: Db, at: ListedVersion, taskId: Id): Promise<ListedTask[]> {
  const { rows } = await sql<TaskColumns & { holders: Holders | null }>`
    with shown as materialized (
      select ${columns}, t.holder_words from plan_task t
      where t.unit_id = ${at.unitId} and t.plan_id = ${at.planId} and t.id = ${taskId})
    select shown.*, ${holdersOf(at.unitId, sql`shown`)} as holders from shown order by "fromVersion"`.execute(db);
  return rows.map((row) => taskOf(row, row.holders));
}
