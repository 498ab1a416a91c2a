import { type RawBuilder, sql } from 'kysely';
import { toIso } from '#kernel/moment.ts';
import { type Db, plannedEachTime } from '#server/db.ts';
import { visible } from '../visible.ts';
import { type Asked, timed } from './lists/list-conditions.ts';

export type HolderGrouping = 'holder' | 'department' | 'field';

/** Running dossiers of one holder, department or field. */
export interface HolderCount {
  readonly key: string | null;
  readonly running: number;
  readonly soon: number;
  readonly late: number;
  readonly owed: number;
}

const keys: Readonly<Record<HolderGrouping, RawBuilder<unknown>>> = {
  holder: sql`coalesce(d.person_id, d.position_id)::text`,
  department: sql`d.department_id::text`,
  field: sql`d.field`,
};
const mostGroups = 500;

/** How many run, are soon due, late, or owe an apology, by who holds them; the most late first. */
export async function countByHolder(db: Db, asked: Asked, by: HolderGrouping): Promise<readonly HolderCount[]> {
  const { now, soonUntil } = asked.moments;
  const at = (moment: typeof now) => sql`${toIso(moment)}::timestamptz`;
  const where = sql`d.unit_id = ${asked.unitId} and ${visible(asked.reader)}`;
  const { rows } = await sql<HolderCount>`${sql.raw(plannedEachTime)}
    select key, sum(running)::integer as running, sum(soon)::integer as soon, sum(late)::integer as late,
      sum(owed)::integer as owed
    from (
      select ${keys[by]} as key, count(*) as running,
        count(*) filter (where d.due_at >= ${at(now)} and d.due_at < ${at(soonUntil)}) as soon,
        count(*) filter (where d.due_at < ${at(now)}) as late, 0 as owed
      from dossier d where ${where} and ${timed(asked.reader)} group by 1
      union all
      select ${keys[by]}, 0, 0, 0, count(*) from dossier d where ${where} and d.apology_owed group by 1) c
    group by key order by late desc, running desc, key limit ${sql.lit(mostGroups)}`.execute(db);
  return rows;
}
