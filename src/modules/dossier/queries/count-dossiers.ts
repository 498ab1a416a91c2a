import { sql } from 'kysely';
import type { Db } from '#server/db.ts';
import { type WorkList, workLists } from '../contract/reads.ts';
import { heldBy, visible } from '../visible.ts';
import { type Asked, listRules } from './lists/list-conditions.ts';
import { allOf, newestSeen } from './lists/list-page.ts';

const mostCounted = 1_000;

/** The number of dossiers of every list for who asks, each counted no further than a thousand. */
export async function countDossiersOf(
  db: Db,
  asked: Asked,
  mine: boolean,
): Promise<{ list: WorkList; n: number; atLeast: boolean }[]> {
  const counts = workLists.map((list) => {
    const { holds, grows } = listRules[list];
    const conditions = [holds(asked), ...(mine ? [heldBy(asked.reader)] : [])];
    const where = allOf([sql`d.unit_id = ${asked.unitId}`, ...conditions, visible(asked.reader)]);
    const rows = grows
      ? newestSeen(asked, conditions, mostCounted + 1)
      : sql`select from dossier d where ${where} limit ${sql.lit(mostCounted + 1)}`;
    return sql`(select count(*)::integer from (${rows}) c) as ${sql.id(list)}`;
  });
  const { rows } = await sql<Record<WorkList, number>>`select ${sql.join(counts)}`.execute(db);
  return workLists.map((list) => {
    const n = rows[0]?.[list] ?? 0;
    return { list, n: Math.min(n, mostCounted), atLeast: n > mostCounted };
  });
}
