import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';

/** What a task carries out of the plan of the level above. */
export interface Above {
  readonly id: Id;
  readonly kind: 'task' | 'target';
  readonly words: string;
  readonly reference: string;
  /** Why ours differs; null when it does not. */
  readonly deviation: string | null;
}

/** What a task carries out of the plan of the level above, in the order it was entered. */
export async function listAboveOf(db: Db, unitId: UnitId, taskId: Id): Promise<Above[]> {
  const { rows } = await sql<Above>`select id, kind, words, reference, deviation from work_above
    where unit_id = ${unitId} and task_id = ${taskId} order by place`.execute(db);
  return rows;
}
