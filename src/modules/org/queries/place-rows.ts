import { sql } from 'kysely';
import type { UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import type { ReceptionPoint } from '../contract/reception-points.ts';
import type { Recipient } from '../contract/recipients.ts';
import {
  before,
  hasWords,
  holdsOn,
  inVietnamese,
  isOne,
  type Listing,
  numberOfRows,
  type Page,
  pageOfRows,
} from './listing.ts';

/** Reception points in their order. */
export async function receptionPointRows(db: Db, unitId: UnitId, listing: Listing): Promise<Page<ReceptionPoint>> {
  const asked = db
    .selectFrom('reception_point as r')
    .where('r.unit_id', '=', unitId)
    .where(holdsOn('r', listing.on))
    .where(isOne('r', listing.id))
    .where(hasWords('r.fold', listing.words));
  const found = await asked
    .select([
      'r.id',
      'r.code',
      'r.name',
      'r.address',
      'r.phone',
      'r.hours',
      'r.sort',
      'r.valid_from as validFrom',
      'r.valid_to as validTo',
      'r.version',
      sql<number>`count(*) over ()`.as('total'),
    ])
    .orderBy('r.sort')
    .orderBy(inVietnamese('r.name'))
    .orderBy('r.id')
    .limit(listing.size)
    .offset(before(listing))
    .$castTo<ReceptionPoint & { total: number }>()
    .execute();
  return pageOfRows(listing, found, () => asked.select(numberOfRows).executeTakeFirstOrThrow());
}

/** Recipients of reports, newest first. */
export async function recipientRows(
  db: Db,
  unitId: UnitId,
  listing: Listing,
  purpose: string | undefined,
): Promise<Page<Recipient>> {
  const asked = db
    .selectFrom('recipient as r')
    .where('r.unit_id', '=', unitId)
    .where(holdsOn('r', listing.on))
    .where(isOne('r', listing.id))
    .where(hasWords('r.fold', listing.words))
    .$if(purpose !== undefined, (some) => some.where('r.purpose', '=', purpose ?? ''));
  const found = await asked
    .select([
      'r.id',
      'r.purpose',
      'r.name',
      'r.recipient_unit_id as recipientUnitId',
      'r.valid_from as validFrom',
      'r.valid_to as validTo',
      'r.citation',
      'r.version',
      sql<number>`count(*) over ()`.as('total'),
    ])
    .orderBy('r.purpose')
    .orderBy('r.valid_from', 'desc')
    .limit(listing.size)
    .offset(before(listing))
    .$castTo<Recipient & { total: number }>()
    .execute();
  return pageOfRows(listing, found, () => asked.select(numberOfRows).executeTakeFirstOrThrow());
}
