import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';

/** A unit that was merged into this one, with what was taken over of its work. */
export interface TakeoverRecord {
  readonly predecessorId: Id;
  readonly name: string;
  readonly heir: boolean;
  readonly day: PlainDate;
  readonly citation: string;
  readonly state: 'open' | 'asked' | 'done';
  readonly tasks: number;
  readonly obligations: number;
  readonly withoutPost: number;
  readonly askedAt: string | null;
  readonly askedBy: string | null;
  readonly doneAt: string | null;
}

/** The units that went on in this one, the newest first; with an id only that one. */
export async function listPredecessors(db: Db, unitId: UnitId, predecessorId?: Id): Promise<readonly TakeoverRecord[]> {
  const only = predecessorId === undefined ? sql`true` : sql`s.predecessor_id = ${predecessorId}`;
  const { rows } = await sql<TakeoverRecord>`
    select s.predecessor_id as "predecessorId", u.name, s.heir, s.day, s.citation, coalesce(k.state, 'open') as state,
      coalesce(k.tasks, 0) as tasks, coalesce(k.obligations, 0) as obligations,
      coalesce(k.without_post, 0) as "withoutPost", k.asked_at as "askedAt", k.asked_by_name as "askedBy",
      k.done_at as "doneAt"
    from unit_succession s join unit u on u.id = s.predecessor_id
    left join work_takeover k on k.unit_id = ${unitId} and k.predecessor_id = s.predecessor_id
    where s.successor_id = ${unitId} and ${only} order by s.day desc, u.name limit 200`.execute(db);
  return rows;
}
