import { sql } from 'kysely';
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
  for (let some = mostAtOnce; some === mostAtOnce; changed += some) some = await deriveSome(ctx, soonDays);
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

/** Writes the states of the next obligations whose stored one is not that of the day; gives how many. */
async function deriveSome(ctx: Context, soonDays: number): Promise<number> {
  const ofToday = sql`obligation_state(stage, ours, due, done_on, ${ctx.today}::date, ${soonDays}::integer)`;
  const { numAffectedRows } = await sql`
    with stale as materialized (
      select id from obligation where unit_id = ${ctx.unitId} and state <> ${ofToday} limit ${mostAtOnce})
    update obligation o set state = ${ofToday} from stale where o.unit_id = ${ctx.unitId} and o.id = stale.id`.execute(
    ctx.db,
  );
  return Number(numAffectedRows ?? 0);
}

/** The day for which the states of a unit hold; undefined before the first derivation. */
export async function findDerivedDay({ db, unitId }: Context): Promise<PlainDate | undefined> {
  const row = await db.selectFrom('work_day').select('derived_for').where('unit_id', '=', unitId).executeTakeFirst();
  return row?.derived_for as PlainDate | undefined;
}
