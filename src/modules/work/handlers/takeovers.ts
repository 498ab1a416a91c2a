import { sql } from 'kysely';
import { formatDate } from '#kernel/plain-date.ts';
import { type Context, getSession } from '#server/context.ts';
import { fail, textOf } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { askTakeover, listTakeovers } from '../contract/takeovers.ts';
import { listPredecessors, type TakeoverRecord } from '../queries/takeovers.ts';

/** Routes by which the successor of a merged unit takes over its open work. */
export function mountTakeovers(mount: Mount): void {
  mount(listTakeovers, async (ctx) => ({
    rows: (await listPredecessors(ctx.db, ctx.unitId)).map(({ heir, ...row }) => {
      const refusal = refusalOf(ctx, { heir, ...row });
      return { ...row, why: refusal ? textOf(refusal.code, refusal.params) : null };
    }),
  }));

  mount(askTakeover, async (ctx, { params }) => {
    const [found] = await listPredecessors(ctx.db, ctx.unitId, params.predecessorId);
    if (!found) fail('not-found', {}, 404);
    const refusal = refusalOf(ctx, found);
    if (refusal) fail(refusal.code, refusal.params, 409);
    await keepAsked(ctx, found);
    ctx.log({
      action: 'work-takeover.asked',
      record: { type: 'work-takeover', id: found.predecessorId },
      after: { predecessor: found.name },
      reason: found.citation,
    });
    ctx.publish('takeover.asked', { atUnit: found.predecessorId, successorId: ctx.unitId });
    return { state: 'asked' as const };
  });
}

/** Only the heir takes over, and not before the day of the merger. */
function refusalOf(ctx: Context, { heir, day }: Pick<TakeoverRecord, 'heir' | 'day'>) {
  if (!heir) return { code: 'takeover-not-heir', params: {} };
  if (day > ctx.today) return { code: 'takeover-too-early', params: { day: formatDate(day) } };
  return undefined;
}

async function keepAsked(ctx: Context, { predecessorId }: TakeoverRecord): Promise<void> {
  await sql`
    insert into work_takeover (unit_id, predecessor_id, asked_at, asked_by_name)
    values (${ctx.unitId}, ${predecessorId}, ${ctx.at}, ${getSession(ctx).name})
    on conflict (unit_id, predecessor_id) do update set state = 'asked', done_at = null, asked_at = excluded.asked_at,
      asked_by_name = excluded.asked_by_name, version = work_takeover.version + 1`.execute(ctx.db);
}
