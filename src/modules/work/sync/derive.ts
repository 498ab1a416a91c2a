import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { getSetting } from '#modules/setting/queries.ts';
import type { Context } from '#server/context.ts';
import { lockWork, recount } from './recount.ts';

/** So many rows a statement: a unit whose server was away for a year must not run into the time a statement may take. */
const mostAtOnce = 10_000;

/**
 * Brings the states of all obligations of a unit to the day of the context and counts them anew, by a few statements
 * whatever their number. Nothing else of an obligation changes, nor does its version: nobody's open form turns stale.
 */
export async function deriveStates(ctx: Context): Promise<void> {
  await lockWork(ctx);
  const soonDays = await getSetting(ctx.db, ctx.unitId, 'work.soon-days');
  let changed = 0;
  for (let last: Derived | undefined = first; last; ) {
    last = await deriveSome(ctx, soonDays, last);
    changed += last?.n ?? 0;
  }
  await recount(ctx);
  await ctx.db
    .insertInto('work_day')
    .values({ unit_id: ctx.unitId, derived_for: ctx.today, derived_at: ctx.at, changed })
    .onConflict((conflict) =>
      conflict.column('unit_id').doUpdateSet({ derived_for: ctx.today, derived_at: ctx.at, changed }),
    )
    .execute();
  ctx.publish('work.derived', { day: ctx.today });
}

/** The last obligation that was derived, and how many with it. */
interface Derived {
  readonly taskId: Id;
  readonly id: Id;
  readonly n: number;
}

const nil = '00000000-0000-0000-0000-000000000000' as Id;
const first: Derived = { taskId: nil, id: nil, n: 0 };

/**
 * Writes the states of the next obligations whose stored one is not that of the day, in the order in which acts lock
 * them; gives the last of them, undefined after all.
 */
async function deriveSome(ctx: Context, soonDays: number, after: Derived): Promise<Derived | undefined> {
  const ofToday = sql`obligation_state(stage, ours, due, done_on, ${ctx.today}::date, ${soonDays}::integer)`;
  const { rows } = await sql<Derived>`
    with stale as materialized (
      select task_id, id from obligation where unit_id = ${ctx.unitId} and (task_id, id) > (${after.taskId}, ${after.id})
        and state <> ${ofToday} order by task_id, id limit ${mostAtOnce} for no key update),
    derived as (
      update obligation o set state = ${ofToday} from stale where o.unit_id = ${ctx.unitId} and o.id = stale.id)
    select task_id as "taskId", id, (select count(*)::integer from stale) as n from stale
    order by task_id desc, id desc limit 1`.execute(ctx.db);
  return rows[0];
}

/** The day for which the states of a unit hold; undefined before the first derivation. */
export async function findDerivedDay({ db, unitId }: Context): Promise<PlainDate | undefined> {
  const row = await db.selectFrom('work_day').select('derived_for').where('unit_id', '=', unitId).executeTakeFirst();
  return row?.derived_for as PlainDate | undefined;
}
