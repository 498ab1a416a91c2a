import type { Id, UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';

export interface NoticeFilter {
  readonly unreadOnly: boolean;
  readonly page: number;
  readonly size: number;
}

/** Notices on the screen of an account, newest first, with the numbers of all and of unread ones. */
export async function readOwnNotices(db: Db, unitId: UnitId, accountId: Id, filter: NoticeFilter) {
  const mine = db
    .selectFrom('notification_recipient as r')
    .where('r.unit_id', '=', unitId)
    .where('r.account_id', '=', accountId)
    .where('r.in_app', '=', true);
  const shown = filter.unreadOnly ? mine.where('r.read_at', 'is', null) : mine;
  const counts = await mine
    .select((count) => [
      count.fn.countAll<number>().as('all'),
      count.fn.countAll<number>().filterWhere('r.read_at', 'is', null).as('unread'),
    ])
    .executeTakeFirstOrThrow();
  const rows = await shown
    .innerJoin('notification as n', (join) =>
      join.onRef('n.unit_id', '=', 'r.unit_id').onRef('n.id', '=', 'r.notification_id'),
    )
    .select(['n.id', 'n.kind', 'n.record_type', 'n.record_id', 'n.params', 'n.at', 'r.read_at'])
    .orderBy('r.notification_id', 'desc')
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute();
  return { rows, total: filter.unreadOnly ? counts.unread : counts.all, unread: counts.unread };
}

/** How many notices an account has not read. */
export async function countUnread(db: Db, unitId: UnitId, accountId: Id): Promise<number> {
  const { unread } = await db
    .selectFrom('notification_recipient')
    .select((count) => count.fn.countAll<number>().as('unread'))
    .where('unit_id', '=', unitId)
    .where('account_id', '=', accountId)
    .where('in_app', '=', true)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return unread;
}
