import type { Id } from '#kernel/brands.ts';
import { getSession } from '#server/context.ts';
import type { Mount } from '#server/module.ts';
import { listNotices, readAllNotices, readNotices } from '../contract.ts';
import { countUnread, readOwnNotices } from '../queries/own-notices.ts';
import { markRead } from '../store.ts';
import { wordsOfNotice } from '../words-of-notice.ts';

/** What a person was told, and what of it was read. */
export function mountOwnNotices(mount: Mount): void {
  mount(listNotices, async (ctx, { query: { page, size, unread } }) => {
    const { accountId } = getSession(ctx);
    const found = await readOwnNotices(ctx.db, ctx.unitId, accountId, { unreadOnly: unread === 'yes', page, size });
    return {
      rows: found.rows.map((row) => ({
        id: row.id as Id,
        kind: row.kind,
        ...wordsOfNotice(row.kind, row.params, { type: row.record_type, id: row.record_id }),
        at: row.at,
        readAt: row.read_at,
      })),
      total: found.total,
      unread: found.unread,
      page,
      size,
    };
  });

  mount(readNotices, async (ctx, { body: { ids } }) => {
    const { accountId } = getSession(ctx);
    await markRead(ctx.db, ctx.unitId, accountId, { ids }, { at: ctx.at, touched: ctx.newId() });
    return { unread: await countUnread(ctx.db, ctx.unitId, accountId) };
  });

  mount(readAllNotices, async (ctx, { body: { upTo } }) => {
    const { accountId } = getSession(ctx);
    await markRead(ctx.db, ctx.unitId, accountId, { upTo }, { at: ctx.at, touched: ctx.newId() });
    return { unread: await countUnread(ctx.db, ctx.unitId, accountId) };
  });
}
