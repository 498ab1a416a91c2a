import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#server/db.ts';
import { type WorkList, workLists } from '../contract/reads.ts';
import { heldBy, visible } from '../visible.ts';
import { type Asked, listRules } from './lists/list-conditions.ts';
import { allOf, newestSeen } from './lists/list-page.ts';

/** A list counts no further than this. */
const mostCounted = 1_000;
/** Live dossiers of a reader who sees only own ones; of more, counts are at least what they say. */
const mostOwn = 20_000;

export interface ListCount {
  readonly list: WorkList;
  readonly n: number;
  readonly atLeast: boolean;
}

type Conditions = readonly RawBuilder<unknown>[];

const isLive = (list: WorkList) => !listRules[list].grows && !listRules[list].mayHaveEnded;

/** The count of one list by an index of its own. */
function countOf(asked: Asked, list: WorkList, beside: Conditions): RawBuilder<unknown> {
  const { holds, grows } = listRules[list];
  const conditions = [holds(asked), ...beside];
  const where = allOf([sql`d.unit_id = ${asked.unitId}`, ...conditions, visible(asked.reader)]);
  const rows = grows
    ? newestSeen(asked, conditions, mostCounted + 1)
    : sql`select from dossier d where ${where} limit ${sql.lit(mostCounted + 1)}`;
  return sql`(select count(*)::integer from (${rows}) c) as ${sql.id(list)}`;
}

/** The live dossiers that somebody sees who does not see all: few enough to be looked at once for all lists. */
function ownLive(asked: Asked, beside: Conditions): RawBuilder<unknown> {
  const where = allOf([sql`d.unit_id = ${asked.unitId} and d.live`, ...beside, visible(asked.reader)]);
  return sql`select d.id, d.code, d.state, d.live, d.timed, d.waits_for, d.position_id, d.person_id, d.due_at, d.answer_due_at,
      d.extended, d.digitised, d.received_on
    from dossier d where ${where} limit ${sql.lit(mostOwn)}`;
}

/** The number of dossiers of every list for who asks, each counted no further than a thousand. */
export async function countDossiersOf(db: Db, asked: Asked, mine: boolean): Promise<ListCount[]> {
  const beside = mine ? [heldBy(asked.reader)] : [];
  if (asked.reader.all) {
    const { rows } = await sql<Record<WorkList, number>>`
      select ${sql.join(workLists.map((list) => countOf(asked, list, beside)))}`.execute(db);
    return workLists.map((list) => told(list, rows[0]?.[list] ?? 0));
  }
  const live = workLists.filter(isLive);
  const counts = live.map(
    (list) => sql`count(*) filter (where ${listRules[list].holds(asked)})::integer as ${sql.id(list)}`,
  );
  const others = workLists.filter((list) => !isLive(list)).map((list) => countOf(asked, list, beside));
  const { rows } = await sql<Record<WorkList, number> & { readonly own: number }>`
    with own as materialized (${ownLive(asked, beside)})
    select o.*, ${sql.join(others)} from (select count(*)::integer as own, ${sql.join(counts)} from own d) o`.execute(
    db,
  );
  const isCut = (rows[0]?.own ?? 0) >= mostOwn;
  return workLists.map((list) => {
    const count = told(list, rows[0]?.[list] ?? 0);
    return isCut && isLive(list) ? { ...count, atLeast: true } : count;
  });
}

function told(list: WorkList, n: number): ListCount {
  return { list, n: Math.min(n, mostCounted), atLeast: n > mostCounted };
}
