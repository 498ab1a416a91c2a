import { type SqlBool, sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import type { PositionRow } from '../contract/positions.ts';
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

/** Posts in their order, with division, holders and duties on the day. */
export async function positionRows(
  db: Db,
  unitId: UnitId,
  listing: Listing,
  only: { readonly departmentId?: Id | undefined; readonly empty?: 'yes' | undefined },
): Promise<Page<PositionRow>> {
  const held = sql<SqlBool>`exists (select 1 from position_holder h where h.unit_id = q.unit_id and h.position_id = q.id and ${holdsOn('h', listing.day)})`;
  const asked = db
    .selectFrom('position as q')
    .where('q.unit_id', '=', unitId)
    .where(holdsOn('q', listing.on))
    .where(isOne('q', listing.id))
    .where(hasWords('q.fold', listing.words))
    .where(only.empty === 'yes' ? sql<SqlBool>`not ${held}` : sql<SqlBool>`true`)
    .$if(only.departmentId !== undefined, (some) => some.where('q.department_id', '=', only.departmentId ?? null));
  const order = orderOf(listing, {
    title: inVietnamese('q.title'),
    departmentName: inVietnamese('d.name'),
  });
  const found = await asked
    .leftJoin('department as d', (join) =>
      join.onRef('d.unit_id', '=', 'q.unit_id').onRef('d.id', '=', 'q.department_id'),
    )
    .select([
      'q.id',
      'q.code',
      'q.title',
      'q.department_id as departmentId',
      'q.seats',
      'q.leader',
      'q.sort',
      'q.valid_from as validFrom',
      'q.valid_to as validTo',
      'q.version',
      'd.name as departmentName',
      (eb) =>
        eb
          .selectFrom('position_holder as h')
          .innerJoin('person as p', (join) =>
            join.onRef('p.unit_id', '=', 'h.unit_id').onRef('p.id', '=', 'h.person_id'),
          )
          .whereRef('h.unit_id', '=', 'q.unit_id')
          .whereRef('h.position_id', '=', 'q.id')
          .where(holdsOn('h', listing.day))
          .select(
            sql`coalesce(jsonb_agg(jsonb_build_object('personId', p.id, 'name', p.name, 'mode', h.mode) order by p.name), '[]')`.as(
              'holders',
            ),
          )
          .as('holders'),
      (eb) =>
        eb
          .selectFrom('duty_post as b')
          .innerJoin('duty as y', (join) => join.onRef('y.unit_id', '=', 'b.unit_id').onRef('y.id', '=', 'b.duty_id'))
          .whereRef('b.unit_id', '=', 'q.unit_id')
          .whereRef('b.position_id', '=', 'q.id')
          .where(holdsOn('b', listing.day))
          .select(
            sql`coalesce(jsonb_agg(jsonb_build_object('id', y.id, 'code', y.code, 'name', y.name) order by y.sort, y.name), '[]')`.as(
              'duties',
            ),
          )
          .as('duties'),
      sql<number>`count(*) over ()`.as('total'),
    ])
    .orderBy(order.by, order.way)
    .orderBy('q.sort')
    .orderBy(inVietnamese('q.title'))
    .orderBy('q.id')
    .limit(listing.size)
    .offset(before(listing))
    .$castTo<PositionRow & { total: number }>()
    .execute();
  return pageOfRows(listing, found, () => asked.select(numberOfRows).executeTakeFirstOrThrow());
}
