import { type RawBuilder, sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import { type Db, plannedEachTime } from '#server/db.ts';
import type { WorkState } from '../domain/states.ts';
import { type FilteredUnit, type ObligationFilter, obligationConditions } from './obligation-filter.ts';
import { joinTask, type ObligationRecord, recordColumns } from './obligation-record.ts';

type Column = 'due' | 'place' | 'title' | 'state';
export type ObligationSort = Column | `-${Column}`;

export interface ObligationList {
  readonly rows: readonly ObligationRecord[];
  readonly total: number;
}

interface Page {
  readonly sort: ObligationSort;
  readonly limit: number;
  readonly offset: number;
}

/** From what calls for somebody to what is over. */
const stateOrder = sql`array_position(array['overdue', 'due-soon', 'doing', 'in-time', 'submitted', 'awaiting-guidance',
  'awaiting-authority', 'paused', 'done-in-time', 'done-late', 'not-arising', 'void', 'higher-level'], o.state)`;

const orders: Readonly<Record<ObligationSort, RawBuilder<unknown>>> = {
  due: sql`o.due, o.id`,
  '-due': sql`o.due desc nulls last, o.id`,
  place: sql`t.place, length(t.number), t.number, o.due, o.id`,
  '-place': sql`t.place desc, length(t.number) desc, t.number desc, o.due, o.id`,
  title: sql`o.title collate "vi-x-icu", o.due, o.id`,
  '-title': sql`o.title collate "vi-x-icu" desc, o.due, o.id`,
  state: sql`${stateOrder}, o.due, o.id`,
  '-state': sql`${stateOrder} desc, o.due, o.id`,
};

/** The ids of a page and their rows in the order asked for. */
function pageRows(unit: FilteredUnit, conditions: RawBuilder<unknown>, { sort, limit, offset }: Page) {
  const task = sort === 'place' || sort === '-place' ? joinTask : sql``;
  return sql`select p.nth, ${recordColumns} from (
      select o.id, row_number() over (order by ${orders[sort]}) as nth from obligation o ${task} where ${conditions}
      order by ${orders[sort]} limit ${limit} offset ${offset}) p
    join obligation o on o.unit_id = ${unit.unitId} and o.id = p.id ${joinTask}`;
}

/** A page of the obligations of a unit with the number of all that match. */
export async function listObligationsOf(
  db: Db,
  unit: FilteredUnit,
  filter: ObligationFilter,
  page: Page,
): Promise<ObligationList> {
  const conditions = obligationConditions(unit, filter);
  const { rows } = await sql<{ readonly total: number } & (ObligationRecord | { readonly id: null })>`${sql.raw(
    narrows(filter) ? plannedEachTime : '',
  )}
    select n.total, r.* from (select count(*)::integer as total from obligation o where ${conditions}) n
    left join (${pageRows(unit, conditions, page)}) r on true order by r.nth`.execute(db);
  return {
    rows: rows.flatMap((row) => (row.id === null ? [] : [row])),
    total: rows[0]?.total ?? 0,
  };
}

/**
 * The first few obligations in a state by their day, without counting all. The state is said in the text of the
 * statement, so that a plan for any value is as good as one for this.
 */
export async function firstObligations(
  db: Db,
  unit: FilteredUnit,
  { planId, state }: { readonly planId: Id | undefined; readonly state: WorkState },
  limit: number,
): Promise<readonly ObligationRecord[]> {
  const conditions = sql`${obligationConditions(unit, { planId })} and o.state = ${sql.lit(state)}`;
  const { rows } = await sql<ObligationRecord>`
    ${pageRows(unit, conditions, { sort: 'due', limit, offset: 0 })} order by p.nth`.execute(db);
  return rows;
}

function narrows(filter: ObligationFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined && value !== '');
}
