import { createHash, randomBytes } from 'node:crypto';
import type { PlainDate } from '#kernel/plain-date.ts';
import { getSession } from '#server/context.ts';
import type { Mount } from '#server/module.ts';
import { getCalendarFeed, makeCalendarFeed, removeCalendarFeed } from '../../contract/calendar-feed.ts';

/** What the database keeps of the token in an address. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Routes by which a person makes, renews and revokes the address of the own calendar. */
export function mountCalendarFeed(mount: Mount, publicUrl: string): void {
  mount(getCalendarFeed, async (ctx) => {
    const found = await ctx.db
      .selectFrom('calendar_feed')
      .select(['created_at', 'used_on'])
      .where('unit_id', '=', ctx.unitId)
      .where('account_id', '=', getSession(ctx).accountId)
      .executeTakeFirst();
    return {
      feed: found
        ? { createdAt: String(found.created_at), usedOn: found.used_on as unknown as PlainDate | null }
        : null,
    };
  });

  mount(makeCalendarFeed, async (ctx) => {
    const { accountId } = getSession(ctx);
    const token = randomBytes(24).toString('base64url');
    const kept = { hash: hashOfToken(token), created_at: ctx.at, used_on: null };
    await ctx.db
      .insertInto('calendar_feed')
      .values({ unit_id: ctx.unitId, account_id: accountId, ...kept })
      .onConflict((conflict) => conflict.columns(['unit_id', 'account_id']).doUpdateSet(kept))
      .execute();
    ctx.log({ action: 'calendar-feed.made', record: { type: 'calendar-feed', id: accountId } });
    return { url: `${publicUrl.replace(/\/$/, '')}/lich/${token}.ics` };
  });

  mount(removeCalendarFeed, async (ctx) => {
    const { accountId } = getSession(ctx);
    await ctx.db
      .deleteFrom('calendar_feed')
      .where('unit_id', '=', ctx.unitId)
      .where('account_id', '=', accountId)
      .execute();
    ctx.log({ action: 'calendar-feed.removed', record: { type: 'calendar-feed', id: accountId } });
    return { ok: true as const };
  });
}
