import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { exportQuery } from '../contract/exports.ts';
import { searchedParts } from '../domain/searched-text.ts';

/** The filters of the task list, as the contract names them. */
export type TaskFilter = Omit<z.output<typeof exportQuery>, 'version'>;

/** The version of a plan that is read; `version` may be the part of a statement that finds it. */
export interface VersionInStatement {
  readonly unitId: UnitId;
  readonly planId: Id;
  readonly version: number | RawBuilder<unknown>;
}

/** The version of a plan that is read. */
export interface ShownVersion extends VersionInStatement {
  readonly version: number;
}

const all = sql`true`;

/** Months of a period as bits: January is bit 0. */
function monthsOf(period: string): number {
  const number = Number(period.slice(1));
  if (period.startsWith('m')) return 1 << (number - 1);
  if (period.startsWith('q')) return 0b111 << ((number - 1) * 3);
  return 0b111111 << ((number - 1) * 6);
}

/** The tasks of a holder come first, as ids: with a join the planner reads all tasks for each page. */
function roleIs(at: VersionInStatement, role: 'lead' | 'coordinator', key: string): RawBuilder<unknown> {
  return sql`t.id = any(array(select r.task_id from plan_role r
    where r.unit_id = ${at.unitId} and r.plan_id = ${at.planId} and r.role = ${role}
    and r.words in (select h.words from plan_holder h where h.unit_id = ${at.unitId} and h.key = ${key})
    and r.from_version <= ${at.version} and r.to_version > ${at.version}))`;
}

/** Words the index can find have three letters at least; shorter ones are looked for in each row it gives. */
const shortestIndexed = 3;

/**
 * A condition for each word. Numbers come first, then those that the index cannot tell: rows it gave in vain are then
 * refused by one comparison, since the database takes the conditions in this order.
 */
function words(q: string): RawBuilder<unknown>[] {
  const costOf = (part: string) => (part.startsWith(' ') ? 0 : part.length < shortestIndexed ? 1 : 2);
  return [...searchedParts(q)]
    .sort((a, b) => costOf(a) - costOf(b))
    .map((part) => sql`t.fold like ${`%${part.replace(/[\\%_]/g, '\\$&')}%`}`);
}

function changeIs(change: 'added' | 'changed' | 'same', version: VersionInStatement['version']): RawBuilder<unknown> {
  const touched = sql`(t.from_version = ${version} and t.from_version > 1)`;
  if (change === 'same') return sql`not (${touched} and t.change <> 'moved')`;
  return sql`${touched} and t.change = ${change}`;
}

/** True when a filter narrows the list, so that its tasks must be counted. */
export function narrows(filter: TaskFilter): boolean {
  const { sort: _sort, ...rest } = filter;
  return Object.values(rest).some((value) => value !== undefined && value !== '');
}

/** True when matching rows are found otherwise than in the order of an index, so that they are gathered once. */
export function gathers(filter: TaskFilter): boolean {
  const { q, lead, coordinator, due, change } = filter;
  return [q, lead, coordinator, due, change].some((value) => value !== undefined && value !== '');
}

/** The conditions for rows `t` of `plan_task` that the filter asks for. */
export function taskConditions(at: VersionInStatement, filter: TaskFilter): RawBuilder<unknown> {
  const conditions = [
    sql`t.unit_id = ${at.unitId}`,
    sql`t.plan_id = ${at.planId}`,
    sql`t.from_version <= ${at.version}`,
    sql`t.to_version > ${at.version}`,
    filter.field === undefined
      ? all
      : filter.field === 'none'
        ? sql`t.field_code is null`
        : sql`t.field_code = ${filter.field}`,
    filter.whose === undefined ? all : sql`t.ours = ${filter.whose === 'ours'}`,
    filter.due === undefined
      ? all
      : filter.due === 'undated'
        ? sql`t.due_months = 0`
        : sql`(t.due_months & ${monthsOf(filter.due)}::integer) <> 0`,
    filter.change === undefined ? all : changeIs(filter.change, at.version),
    filter.lead === undefined ? all : roleIs(at, 'lead', filter.lead),
    filter.coordinator === undefined ? all : roleIs(at, 'coordinator', filter.coordinator),
    ...words(filter.q ?? ''),
  ];
  return sql.join(
    conditions.filter((condition) => condition !== all),
    sql` and `,
  );
}

const orders: Readonly<Record<TaskFilter['sort'], RawBuilder<unknown>>> = {
  position: sql`t.position, t.id`,
  '-position': sql`t.position desc, t.id desc`,
  content: sql`left(t.content, 120) collate "vi-x-icu", t.position`,
  '-content': sql`left(t.content, 120) collate "vi-x-icu" desc, t.position desc`,
  due: sql`t.due_first, t.position`,
  '-due': sql`t.due_last desc nulls last, t.position`,
};

/** The order the list is asked in. */
export function taskOrder(sort: TaskFilter['sort']): RawBuilder<unknown> {
  return orders[sort];
}
