import { sql } from 'kysely';
import type { UnitId } from '#kernel/brands.ts';
import { foldWords } from '#kernel/fold.ts';
import type { Db } from '#server/db.ts';
import type { AliasRow } from '../contract/names.ts';
import { before, hasWords, inVietnamese, isOne, type Listing, numberOfRows, type Page, pageOfRows } from './listing.ts';

/** Names that documents write, by name, with what they mean. */
export async function aliasRows(db: Db, unitId: UnitId, listing: Listing): Promise<Page<AliasRow>> {
  const words = listing.words === undefined ? undefined : foldWords(listing.words);
  const asked = db
    .selectFrom('duty_alias as a')
    .where('a.unit_id', '=', unitId)
    .where(hasWords('a.fold', words))
    .where(isOne('a', listing.id));
  const found = await asked
    .leftJoin('duty as y', (join) => join.onRef('y.unit_id', '=', 'a.unit_id').onRef('y.id', '=', 'a.duty_id'))
    .leftJoin('position as q', (join) => join.onRef('q.unit_id', '=', 'a.unit_id').onRef('q.id', '=', 'a.position_id'))
    .leftJoin('department as d', (join) =>
      join.onRef('d.unit_id', '=', 'a.unit_id').onRef('d.id', '=', 'a.department_id'),
    )
    .select([
      'a.id',
      'a.written',
      'a.kind',
      'a.duty_id as dutyId',
      'a.position_id as positionId',
      'a.department_id as departmentId',
      'a.version',
      sql<string | null>`coalesce(y.name, q.title, d.name)`.as('means'),
      sql<number>`count(*) over ()`.as('total'),
    ])
    .orderBy(inVietnamese('a.written'))
    .orderBy('a.id')
    .limit(listing.size)
    .offset(before(listing))
    .$castTo<AliasRow & { total: number }>()
    .execute();
  return pageOfRows(listing, found, () => asked.select(numberOfRows).executeTakeFirstOrThrow());
}
