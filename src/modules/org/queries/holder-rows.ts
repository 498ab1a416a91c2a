import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import type { HolderRow } from '../contract/positions.ts';
import { before, hasWords, holdsOn, isOne, type Listing, numberOfRows, type Page, pageOfRows } from './listing.ts';

/** Who held which post, newest first. */
export async function holderRows(
  db: Db,
  unitId: UnitId,
  listing: Listing,
  only: { readonly positionId?: Id | undefined; readonly personId?: Id | undefined },
): Promise<Page<HolderRow>> {
  const asked = db
    .selectFrom('position_holder as h')
    .innerJoin('person as p', (join) => join.onRef('p.unit_id', '=', 'h.unit_id').onRef('p.id', '=', 'h.person_id'))
    .innerJoin('position as q', (join) => join.onRef('q.unit_id', '=', 'h.unit_id').onRef('q.id', '=', 'h.position_id'))
    .where('h.unit_id', '=', unitId)
    .where(holdsOn('h', listing.on))
    .where(isOne('h', listing.id))
    .where(hasWords('p.fold', listing.words))
    .$if(only.positionId !== undefined, (some) => some.where('h.position_id', '=', only.positionId ?? ''))
    .$if(only.personId !== undefined, (some) => some.where('h.person_id', '=', only.personId ?? ''));
  const found = await asked
    .select([
      'h.id',
      'h.position_id as positionId',
      'h.person_id as personId',
      'h.mode',
      'h.valid_from as validFrom',
      'h.valid_to as validTo',
      'h.citation',
      'h.version',
      'q.title',
      'p.name as personName',
      sql<number>`count(*) over ()`.as('total'),
    ])
    .orderBy('h.valid_from', 'desc')
    .orderBy('h.id')
    .limit(listing.size)
    .offset(before(listing))
    .$castTo<HolderRow & { total: number }>()
    .execute();
  return pageOfRows(listing, found, () => asked.select(numberOfRows).executeTakeFirstOrThrow());
}
