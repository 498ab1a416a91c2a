import { sql } from 'kysely';
import type { UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import type { DepartmentRow } from '../contract/departments.ts';
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

/** Divisions in their order, with the division above and the number of their posts. */
export async function departmentRows(db: Db, unitId: UnitId, listing: Listing): Promise<Page<DepartmentRow>> {
  const asked = db
    .selectFrom('department as d')
    .where('d.unit_id', '=', unitId)
    .where(holdsOn('d', listing.on))
    .where(isOne('d', listing.id))
    .where(hasWords('d.fold', listing.words));
  const order = orderOf(listing, {
    name: inVietnamese('d.name'),
    validFrom: sql`d.valid_from`,
  });
  const found = await asked
    .leftJoin('department as above', (join) =>
      join.onRef('above.unit_id', '=', 'd.unit_id').onRef('above.id', '=', 'd.parent_id'),
    )
    .select([
      'd.id',
      'd.code',
      'd.name',
      'd.parent_id as parentId',
      'd.sort',
      'd.valid_from as validFrom',
      'd.valid_to as validTo',
      'd.version',
      'above.name as parentName',
      (eb) =>
        eb
          .selectFrom('position as p')
          .whereRef('p.unit_id', '=', 'd.unit_id')
          .whereRef('p.department_id', '=', 'd.id')
          .where(holdsOn('p', listing.day))
          .select(sql<number>`count(*)`.as('n'))
          .as('posts'),
      sql<number>`count(*) over ()`.as('total'),
    ])
    .orderBy(order.by, order.way)
    .orderBy('d.sort')
    .orderBy(inVietnamese('d.name'))
    .orderBy('d.id')
    .limit(listing.size)
    .offset(before(listing))
    .$castTo<DepartmentRow & { total: number }>()
    .execute();
  return pageOfRows(listing, found, () => asked.select(numberOfRows).executeTakeFirstOrThrow());
}
