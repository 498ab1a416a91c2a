import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';

/** What changed for these accounts after a moment: notices that came, and whether some were read. */
export async function readTouched(
  db: Db,
  unitId: UnitId,
  accountIds: readonly Id[],
  after: string,
): Promise<{ accountId: Id; noticeId: Id; touched: Id; read: boolean }[]> {
  const rows = await db
    .selectFrom('notification_recipient')
    .select(['account_id', 'notification_id', 'touched', 'read_at'])
    .where('unit_id', '=', unitId)
    .where('account_id', '=', sql<string>`any(${[...accountIds]}::uuid[])`)
    .where('touched', '>', after)
    .where('in_app', '=', true)
    .limit(5_000)
    .execute();
  return rows.map((row) => ({
    accountId: row.account_id as Id,
    noticeId: row.notification_id as Id,
    touched: row.touched as Id,
    read: row.read_at !== null,
  }));
}

/** Which of these sessions still live and belong to an account that is not disabled. */
export async function findLivingSessions(db: Db, sessionIds: readonly Id[]): Promise<ReadonlySet<Id>> {
  const rows = await db
    .selectFrom('account_session as s')
    .innerJoin('account as a', (join) => join.onRef('a.unit_id', '=', 's.unit_id').onRef('a.id', '=', 's.account_id'))
    .select('s.id')
    .where('s.id', '=', sql<string>`any(${[...sessionIds]}::uuid[])`)
    .where('a.disabled_at', 'is', null)
    .execute();
  return new Set(rows.map((row) => row.id as Id));
}
