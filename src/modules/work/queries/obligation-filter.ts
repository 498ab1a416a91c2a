import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Id, UnitId } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import type { StaffedDay } from '#modules/org/queries.ts';
import type { obligationFilter } from '../contract/parts.ts';

type Asked = z.output<z.ZodObject<typeof obligationFilter>>;

/** The filters of a list of obligations, as the contract names them. */
export interface ObligationFilter extends Asked {
  readonly q?: string | undefined;
  readonly taskId?: Id | undefined;
}

/** Where a filter is asked: the unit, and who acts in its posts today. */
export interface FilteredUnit {
  readonly unitId: UnitId;
  readonly staffed: StaffedDay;
}

type Condition = RawBuilder<unknown>;

/** Every word is among those of its task, which hold those of its outputs; tasks are found first, by their index. */
function hasWords(unitId: UnitId, q: string): Condition[] {
  const words = fold(q)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 12);
  if (words.length === 0) return [];
  const found = words.map((word) => sql`w.fold like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`);
  return [
    sql`o.task_id = any(array(select w.id from work_task w where w.unit_id = ${unitId} and ${sql.join(found, sql` and `)}))`,
  ];
}

function inMonth(month: string): Condition {
  if (month === 'none') return sql`o.due is null`;
  const first = sql`${`${month}-01`}::date`;
  return sql`o.due >= ${first} and o.due < (${first} + interval '1 month')::date`;
}

/** What nobody answers for: without post and person, or with a post in which nobody acts. */
function isEmpty(staffed: StaffedDay): Condition {
  const staffedPosts = [...staffed.bearers].filter(([, one]) => one.empty === null).map(([id]) => id);
  return sql`o.live and o.person_id is null and
    (o.position_id is null or o.position_id <> all(${staffedPosts}::uuid[]))`;
}

/** The work of a person: of the posts the person acts in today, and what was given to the person by name. */
function isOf(staffed: StaffedDay, personId: Id): Condition {
  const posts = staffed.postsOf(personId).map((one) => one.positionId);
  return sql`(o.position_id = any(${posts}::uuid[]) or o.person_id = ${personId})`;
}

/** The conditions on `obligation o` that a filter asks for, the unit among them. */
export function obligationConditions({ unitId, staffed }: FilteredUnit, filter: ObligationFilter): Condition {
  const conditions: Condition[] = [sql`o.unit_id = ${unitId}`];
  const add = <V>(value: V | undefined, condition: (value: V) => Condition) => {
    if (value !== undefined) conditions.push(condition(value));
  };
  add(filter.planId, (id) => sql`o.plan_id = ${id}`);
  add(filter.taskId, (id) => sql`o.task_id = ${id}`);
  add(filter.state, (state) => {
    const states = Array.isArray(state) ? state : [state];
    return states.length === 1 ? sql`o.state = ${states[0]}` : sql`o.state = any(${states}::text[])`;
  });
  add(filter.field, (field) => (field === 'none' ? sql`o.field_code is null` : sql`o.field_code = ${field}`));
  add(filter.positionId, (id) => sql`o.position_id = ${id}`);
  add(filter.departmentId, (id) => sql`o.department_id = ${id}`);
  add(filter.personId, (id) => isOf(staffed, id));
  add(filter.month, inMonth);
  add(filter.from, (day) => sql`o.due >= ${day}`);
  add(filter.to, (day) => sql`o.due <= ${day}`);
  add(filter.empty, () => isEmpty(staffed));
  add(filter.urgency, (urgency) => sql`o.urgency = ${urgency}`);
  add(
    filter.year,
    (year) => sql`o.task_id in (select y.id from work_task y where y.unit_id = ${unitId} and y.plan_year = ${year})`,
  );
  return sql.join([...conditions, ...hasWords(unitId, filter.q ?? '')], sql` and `);
}
