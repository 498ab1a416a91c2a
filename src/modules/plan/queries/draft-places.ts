import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import type { VersionAt } from './plan-rows.ts';

/** Where a new task of a field goes. */
export interface TaskPlace {
  readonly position: number;
  /** Next free number of the field. */
  readonly number: number;
  readonly appendixId: Id | null;
  /** "PL02/"; null when the field has no task yet. */
  readonly prefix: string | null;
  readonly appendixCount: number;
}

/**
 * The end of a field's tasks in a draft, or the place behind the task `after`. Tasks of one position stand in the order
 * they were made.
 */
export async function findTaskPlace(
  db: Db,
  at: VersionAt,
  fieldCode: string | null,
  after: Id | null,
): Promise<TaskPlace> {
  const holds = sql`unit_id = ${at.unitId} and plan_id = ${at.planId}
    and from_version <= ${at.version} and to_version > ${at.version}`;
  const { rows } = await sql<TaskPlace>`
    with task as (select * from plan_task where ${holds}),
      field as (select coalesce((select position from plan_field where code = ${fieldCode}), 1000000) as position),
      last as (select * from task where field_code is not distinct from ${fieldCode} order by position desc, id desc limit 1)
    select
      coalesce((select position from task where id = ${after}::uuid),
        (select max(t.position) + 1 from task t left join plan_field f on f.code = t.field_code, field
          where coalesce(f.position, 1000000) <= field.position), 1) as position,
      (select coalesce(max(substring(number from '^\\d{1,6}')::integer), 0) + 1
        from task where field_code is not distinct from ${fieldCode}) as number,
      (select appendix_id from last) as "appendixId",
      (select substring(place from '^.*/') from last) as prefix,
      (select count(*)::integer from plan_appendix where ${holds}) as "appendixCount"`.execute(db);
  return rows[0] ?? { position: 1, number: 1, appendixId: null, prefix: null, appendixCount: 0 };
}

/** Where a new target goes: behind the last one. */
export async function findTargetPosition(db: Db, at: VersionAt): Promise<number> {
  const { rows } = await sql<{ position: number }>`
    select coalesce(max(position), 0) + 1000 as position from plan_target where unit_id = ${at.unitId}
      and plan_id = ${at.planId} and from_version <= ${at.version} and to_version > ${at.version}`.execute(db);
  return rows[0]?.position ?? 1_000;
}
