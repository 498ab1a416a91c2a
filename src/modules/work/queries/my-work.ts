import { type RawBuilder, sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import type { MyGroup } from '../domain/my-groups.ts';
import { joinTask, type ObligationRecord, recordColumns } from './obligation-record.ts';

/** Posts and people whose work is asked for. */
export interface Whose {
  readonly positions: readonly Id[];
  readonly people: readonly Id[];
}

export interface MyWorkAsked {
  readonly unitId: UnitId;
  readonly today: PlainDate;
  readonly whose: Whose;
  /** Whose live work is only counted. */
  readonly otherSide: Whose;
  /** Undefined: all that is still to be done, by its day. */
  readonly group: MyGroup | undefined;
  readonly limit: number;
  readonly offset: number;
}

export interface MyWorkFound {
  /** Of the unit's staffing when this was read. */
  readonly revision: string | null;
  readonly counts: Readonly<Partial<Record<MyGroup, number>>>;
  readonly otherSide: number;
  readonly rows: readonly (ObligationRecord & { readonly group: MyGroup })[];
}

/** Literal, so that the index of live work answers it alone. */
const waits = sql`o.stage in ('submitted', 'paused', 'awaiting-guidance', 'awaiting-authority')`;

/** The group by the day; `o` needs `stage` and `due`. */
const groupOf = (today: PlainDate) => sql`case when ${waits} then 'waiting' when o.due is null then 'undated'
  when o.due < ${today}::date then 'overdue' when o.due <= ${today}::date + 1 then 'within-1'
  when o.due <= ${today}::date + 3 then 'within-3' when o.due <= ${today}::date + 7 then 'within-7' else 'later' end`;

function conditionOf(group: MyGroup | undefined, today: PlainDate): RawBuilder<unknown> {
  const toDo = sql`not (${waits})`;
  const day = sql`${today}::date`;
  switch (group) {
    case 'overdue':
      return sql`${toDo} and o.due < ${day}`;
    case 'within-1':
      return sql`${toDo} and o.due between ${day} and ${day} + 1`;
    case 'within-3':
      return sql`${toDo} and o.due between ${day} + 2 and ${day} + 3`;
    case 'within-7':
      return sql`${toDo} and o.due between ${day} + 4 and ${day} + 7`;
    case 'later':
      return sql`${toDo} and o.due > ${day} + 7`;
    case 'undated':
      return sql`${toDo} and o.due is null`;
    case 'waiting':
      return waits;
    default:
      return toDo;
  }
}

/** Conditions for the work of each post and person, one by one: so a plan made for any of them is as good as for one. */
function eachOf({ positions, people }: Whose): RawBuilder<unknown>[] {
  return [
    ...positions.map((id) => sql`o.position_id = ${id}`),
    ...people.map((id) => sql`o.person_id is not null and o.person_id = ${id}`),
  ];
}

function allOf(branches: readonly RawBuilder<unknown>[], none: string): RawBuilder<unknown> {
  return branches.length === 0 ? sql.raw(none) : sql.join(branches, sql` union all `);
}

/** Live work of posts and people, each by its own index. */
function liveOf(unitId: UnitId, whose: Whose): RawBuilder<unknown> {
  const branches = eachOf(whose).map(
    (holder) => sql`select o.due, o.stage from obligation o where o.unit_id = ${unitId} and o.live and ${holder}`,
  );
  return allOf(branches, 'select null::date as due, null::text as stage where false');
}

/** What waits for a decision of these posts, once each: what was handed in, and later days asked for. */
function toDecide(unitId: UnitId, { positions }: Whose): RawBuilder<unknown> {
  const branches = positions.flatMap((id) => [
    sql`select o.id, o.due from obligation o
      where o.unit_id = ${unitId} and o.stage = 'submitted' and o.approver_id = ${id}`,
    sql`select o.id, o.due from extension_request e join obligation o on o.unit_id = e.unit_id and o.id = e.obligation_id
      where e.unit_id = ${unitId} and e.state = 'asked' and e.approver_id = ${id}`,
  ]);
  return sql`select distinct id, due from (${allOf(branches, 'select null::uuid as id, null::date as due where false')}) x`;
}

/** The first rows of each post and person in the order of the index, then the page among them. */
function pageOf({ unitId, today, whose, group, limit, offset }: MyWorkAsked): RawBuilder<unknown> {
  const page = sql`order by due, id limit ${limit} offset ${offset}`;
  if (group === 'to-decide') return sql`select id, due from (${toDecide(unitId, whose)}) x ${page}`;
  const branches = eachOf(whose).map(
    (holder) => sql`(select o.id, o.due from obligation o
      where o.unit_id = ${unitId} and o.live and ${holder} and ${conditionOf(group, today)}
      order by o.due, o.id limit ${limit + offset})`,
  );
  return sql`select id, due from (${allOf(branches, 'select null::uuid as id, null::date as due where false')}) x ${page}`;
}

/** How much live work the other side has; asked only where that side has posts or people. */
function numberOf(unitId: UnitId, whose: Whose): RawBuilder<unknown> {
  if (whose.positions.length + whose.people.length === 0) return sql`0`;
  return sql`(select count(*)::integer from (${liveOf(unitId, whose)}) x)`;
}

/** A page of somebody's work with the counts of its groups, by one statement that indexes of live work answer. */
export async function findMyWork(db: Db, asked: MyWorkAsked): Promise<MyWorkFound> {
  const { unitId, today, whose, otherSide } = asked;
  const { rows } = await sql<Head & (({ readonly group: MyGroup } & ObligationRecord) | { readonly id: null })>`
    with days as (select due, stage, count(*)::integer as n from (${liveOf(unitId, whose)}) x group by due, stage),
      groups as (select ${groupOf(today)} as name, sum(n)::integer as n from days o group by 1),
      page as materialized (${pageOf(asked)})
    select (select revision from staffing_revision where unit_id = ${unitId}) as revision,
      (select jsonb_object_agg(name, n) from groups) as counts,
      (select count(*)::integer from (${toDecide(unitId, whose)}) x) as "toDecide",
      ${numberOf(unitId, otherSide)} as "otherSide",
      r.*
    from (select) h left join (
      select ${asked.group === 'to-decide' ? sql`'to-decide'` : groupOf(today)} as "group", ${recordColumns} from page p
      join obligation o on o.unit_id = ${unitId} and o.id = p.id ${joinTask}) r on true
    order by r.due, r.id`.execute(db);
  const [head] = rows;
  if (!head) throw new Error('a statement without a row');
  return {
    revision: head.revision,
    counts: { ...head.counts, 'to-decide': head.toDecide },
    otherSide: head.otherSide,
    rows: rows.flatMap((row) => (row.id === null ? [] : [row])),
  };
}

interface Head {
  readonly revision: string | null;
  readonly counts: Readonly<Record<string, number>> | null;
  readonly toDecide: number;
  readonly otherSide: number;
}
