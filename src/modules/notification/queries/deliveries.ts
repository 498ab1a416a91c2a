import { sql } from 'kysely';
import type { UnitId } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import type { Db } from '#server/db.ts';
import { type DeliveryState, deliveryStates } from '../domain/delivery-state.ts';

export interface DeliveryFilter {
  readonly state: DeliveryState | undefined;
  /** Words of a recipient's name or username, without diacritics. */
  readonly words: string | undefined;
  readonly page: number;
  readonly size: number;
}

/** Deliveries of a unit, newest first. */
export async function readDeliveries(db: Db, unitId: UnitId, { state, words, page, size }: DeliveryFilter) {
  let filtered = db
    .selectFrom('delivery as d')
    .innerJoin('account as a', (join) => join.onRef('a.unit_id', '=', 'd.unit_id').onRef('a.id', '=', 'd.account_id'))
    .where('d.unit_id', '=', unitId);
  if (state) filtered = filtered.where('d.state', '=', state);
  if (words) filtered = filtered.where('a.fold', 'like', `%${fold(words).replace(/[\\%_]/g, '\\$&')}%`);
  const { total } = await filtered.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await filtered
    .innerJoin('notification as n', (join) =>
      join.onRef('n.unit_id', '=', 'd.unit_id').onRef('n.id', '=', 'd.notification_id'),
    )
    .leftJoin('person as p', (join) => join.onRef('p.unit_id', '=', 'a.unit_id').onRef('p.id', '=', 'a.person_id'))
    .selectAll('d')
    .select(['n.kind', 'n.params', 'n.at'])
    .select(sql<string>`coalesce(p.name, a.name)`.as('recipient'))
    .select(sql<string | null>`coalesce(d.address, p.email, a.email)`.as('address'))
    .orderBy('d.id', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { rows, total };
}

/** How many deliveries are in each state. */
export async function countDeliveries(db: Db, unitId: UnitId): Promise<Record<DeliveryState, number>> {
  const rows = await db
    .selectFrom('delivery')
    .select((count) => ['state', count.fn.countAll<number>().as('count')])
    .where('unit_id', '=', unitId)
    .groupBy('state')
    .execute();
  const counted = new Map(rows.map((row) => [row.state, row.count]));
  return Object.fromEntries(deliveryStates.map((state) => [state, counted.get(state) ?? 0])) as Record<
    DeliveryState,
    number
  >;
}

/** The state and version of a delivery, for those who act on a stale one. */
export async function findDelivery(db: Db, unitId: UnitId, deliveryId: string) {
  return db
    .selectFrom('delivery')
    .select(['id', 'state', 'version', 'error_code'])
    .where('unit_id', '=', unitId)
    .where('id', '=', deliveryId)
    .executeTakeFirst();
}
