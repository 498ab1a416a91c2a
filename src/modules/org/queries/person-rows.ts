import { sql } from 'kysely';
import type { UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import type { PersonRow } from '../contract/people.ts';
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

/** People by name, with the posts they hold and who does their work on the day. */
export async function personRows(db: Db, unitId: UnitId, listing: Listing): Promise<Page<PersonRow>> {
  const asked = db
    .selectFrom('person as p')
    .where('p.unit_id', '=', unitId)
    .where(holdsOn('p', listing.on))
    .where(isOne('p', listing.id))
    .where(hasWords('p.fold', listing.words));
  const order = orderOf(listing, {
    name: inVietnamese('p.name'),
    validFrom: sql`p.valid_from`,
  });
  const found = await asked
    .select([
      'p.id',
      'p.name',
      'p.email',
      'p.phone',
      'p.demo',
      'p.valid_from as validFrom',
      'p.valid_to as validTo',
      'p.version',
      (eb) =>
        eb
          .selectFrom('position_holder as h')
          .innerJoin('position as q', (join) =>
            join.onRef('q.unit_id', '=', 'h.unit_id').onRef('q.id', '=', 'h.position_id'),
          )
          .whereRef('h.unit_id', '=', 'p.unit_id')
          .whereRef('h.person_id', '=', 'p.id')
          .where(holdsOn('h', listing.day))
          .select(
            sql`coalesce(jsonb_agg(jsonb_build_object('positionId', q.id, 'title', q.title, 'mode', h.mode) order by q.sort, q.title), '[]')`.as(
              'posts',
            ),
          )
          .as('posts'),
      (eb) =>
        eb
          .selectFrom('substitution as s')
          .innerJoin('person as other', (join) =>
            join.onRef('other.unit_id', '=', 's.unit_id').onRef('other.id', '=', 's.substitute_id'),
          )
          .whereRef('s.unit_id', '=', 'p.unit_id')
          .whereRef('s.away_id', '=', 'p.id')
          .where(holdsOn('s', listing.day))
          .select('other.name')
          .limit(1)
          .as('substitute'),
      sql<number>`count(*) over ()`.as('total'),
    ])
    .orderBy(order.by, order.way)
    .orderBy(inVietnamese('p.name'))
    .orderBy('p.id')
    .limit(listing.size)
    .offset(before(listing))
    .$castTo<PersonRow & { total: number }>()
    .execute();
  return pageOfRows(listing, found, () => asked.select(numberOfRows).executeTakeFirstOrThrow());
}
