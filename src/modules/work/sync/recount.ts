import { sql } from 'kysely';
import type { Context } from '#server/context.ts';

/** One writer of many obligations of a unit at a time; acts of people go on beside it. */
export async function lockWork({ db, unitId }: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`work:${unitId}`}, 0))`.execute(db);
}

/**
 * Counts all obligations of the unit anew and puts that in the place of the appended changes. One statement and so one
 * view of the data: an act that commits meanwhile is either counted with its change gone, or not counted with it kept.
 */
export async function recount({ db, unitId }: Context): Promise<void> {
  await sql`
    with folded as (delete from work_count where unit_id = ${unitId})
    insert into work_count (unit_id, id, plan_id, field_code, position_id, person_id, department_id, month, state, n)
    select unit_id, gen_random_uuid(), plan_id, field_code, position_id, person_id, department_id,
      date_trunc('month', due)::date, state, count(*)
    from obligation where unit_id = ${unitId}
    group by unit_id, plan_id, field_code, position_id, person_id, department_id, date_trunc('month', due), state`.execute(
    db,
  );
}
