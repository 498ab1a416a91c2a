import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import type { BearerRow, Duty, DutyPostRow, DutyRow } from '../contract/duties.ts';
import { bearerOfDuty } from '../domain/find-bearer.ts';
import {
  before,
  hasWords,
  holdsOn,
  inVietnamese,
  isOne,
  type Listing,
  numberOfRows,
  orderOf,
  type Page,
  pageOfRows,
} from './listing.ts';
import { type LoadedStaffing, loadStaffing, nameBearer } from './staffing.ts';

/** Duties in their order, each with the post and the people who bear it on the day, or why nobody does. */
export async function dutyRows(db: Db, unitId: UnitId, listing: Listing): Promise<Page<DutyRow>> {
  const asked = db
    .selectFrom('duty as y')
    .where('y.unit_id', '=', unitId)
    .where(holdsOn('y', listing.on))
    .where(isOne('y', listing.id))
    .where(hasWords('y.fold', listing.words));
  const order = orderOf(listing, {
    name: inVietnamese('y.name'),
  });
  const found = await asked
    .select([
      'y.id',
      'y.code',
      'y.name',
      'y.sort',
      'y.valid_from as validFrom',
      'y.valid_to as validTo',
      'y.version',
      sql<number>`count(*) over ()`.as('total'),
    ])
    .orderBy(order.by, order.way)
    .orderBy('y.sort')
    .orderBy(inVietnamese('y.name'))
    .orderBy('y.id')
    .limit(listing.size)
    .offset(before(listing))
    .$castTo<Duty & { total: number }>()
    .execute();
  const staffing = await loadStaffing(db, unitId, listing.day);
  const rows = found.map((duty) => ({ ...duty, bearer: bearerRow(duty.id, listing, staffing) }));
  return pageOfRows(listing, rows, () => asked.select(numberOfRows).executeTakeFirstOrThrow());
}

function bearerRow(dutyId: Id, listing: Listing, staffing: LoadedStaffing): BearerRow {
  return nameBearer(bearerOfDuty(dutyId, listing.day, staffing.bearings, staffing), staffing);
}

/** Which post bore which duty, newest first. */
export async function dutyPostRows(
  db: Db,
  unitId: UnitId,
  listing: Listing,
  only: { readonly dutyId?: Id | undefined; readonly positionId?: Id | undefined },
): Promise<Page<DutyPostRow>> {
  const asked = db
    .selectFrom('duty_post as b')
    .innerJoin('position as q', (join) => join.onRef('q.unit_id', '=', 'b.unit_id').onRef('q.id', '=', 'b.position_id'))
    .where('b.unit_id', '=', unitId)
    .where(holdsOn('b', listing.on))
    .where(isOne('b', listing.id))
    .where(hasWords('q.fold', listing.words))
    .$if(only.dutyId !== undefined, (some) => some.where('b.duty_id', '=', only.dutyId ?? ''))
    .$if(only.positionId !== undefined, (some) => some.where('b.position_id', '=', only.positionId ?? ''));
  const found = await asked
    .select([
      'b.id',
      'b.duty_id as dutyId',
      'b.position_id as positionId',
      'b.valid_from as validFrom',
      'b.valid_to as validTo',
      'b.citation',
      'b.version',
      'q.title',
      sql<number>`count(*) over ()`.as('total'),
    ])
    .orderBy('b.valid_from', 'desc')
    .orderBy('b.id')
    .limit(listing.size)
    .offset(before(listing))
    .$castTo<DutyPostRow & { total: number }>()
    .execute();
  return pageOfRows(listing, found, () => asked.select(numberOfRows).executeTakeFirstOrThrow());
}
