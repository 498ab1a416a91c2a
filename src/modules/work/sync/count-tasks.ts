import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { Context } from '#server/context.ts';
import type { CountChange } from '../domain/count-delta.ts';

/** How the obligations of some tasks are counted now. */
export async function countTasks(ctx: Context, taskIds: readonly Id[]): Promise<readonly CountChange[]> {
  const { rows } = await sql<CountChange>`
    select plan_id as "planId", field_code as "fieldCode", position_id as "positionId", person_id as "personId",
      department_id as "departmentId", date_trunc('month', due)::date as month, state, count(*)::integer as n
    from obligation where unit_id = ${ctx.unitId} and task_id = any(${[...taskIds]}::uuid[])
    group by plan_id, field_code, position_id, person_id, department_id, date_trunc('month', due)::date, state`.execute(
    ctx.db,
  );
  return rows;
}

/** Appends what changed in the counts since `before`. */
export async function appendCounts(
  ctx: Context,
  before: readonly CountChange[],
  after: readonly CountChange[],
): Promise<void> {
  const changes = [...before.map((one) => ({ ...one, n: -one.n })), ...after];
  await sql`
    insert into work_count (unit_id, id, plan_id, field_code, position_id, person_id, department_id, month, state, n)
    select ${ctx.unitId}::uuid, gen_random_uuid(), "planId", "fieldCode", "positionId", "personId", "departmentId", month,
      state, sum(n)
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as d ("planId" uuid, "fieldCode" text, "positionId" uuid,
      "personId" uuid, "departmentId" uuid, month date, state text, n integer)
    group by "planId", "fieldCode", "positionId", "personId", "departmentId", month, state
    having sum(n) <> 0`.execute(ctx.db);
}
