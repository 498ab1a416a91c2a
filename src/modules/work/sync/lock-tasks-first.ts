import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';

/**
 * Locks tasks by id before anything of theirs is locked. Everybody who changes obligations does so, people and jobs: two
 * that need the same then wait for each other in turn and never in a circle.
 */
export async function lockTasksFirst(db: Db, unitId: UnitId, ids: readonly Id[]): Promise<void> {
  await sql`select from work_task where unit_id = ${unitId} and id = any(${[...ids]}::uuid[])
    order by id for update`.execute(db);
}
