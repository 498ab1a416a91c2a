import { type SqlBool, sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import type { SubstitutionRow } from '../contract/substitutions.ts';
import { before, hasWords, holdsOn, isOne, type Listing, numberOfRows, type Page, pageOfRows } from './listing.ts';

/** Who does whose work, newest first; searched by either name. */
export async function substitutionRows(
  db: Db,
  unitId: UnitId,
  listing: Listing,
  only: { readonly personId?: Id | undefined },
): Promise<Page<SubstitutionRow>> {
  const asked = db
    .selectFrom('substitution as s')
    .innerJoin('person as away', (join) =>
      join.onRef('away.unit_id', '=', 's.unit_id').onRef('away.id', '=', 's.away_id'),
    )
    .innerJoin('person as other', (join) =>
      join.onRef('other.unit_id', '=', 's.unit_id').onRef('other.id', '=', 's.substitute_id'),
    )
    .where('s.unit_id', '=', unitId)
    .where(holdsOn('s', listing.on))
    .where(isOne('s', listing.id))
    .where(sql<SqlBool>`(${hasWords('away.fold', listing.words)} or ${hasWords('other.fold', listing.words)})`)
    .$if(only.personId !== undefined, (some) =>
      some.where((eb) =>
        eb.or([eb('s.away_id', '=', only.personId ?? ''), eb('s.substitute_id', '=', only.personId ?? '')]),
      ),
    );
  const found = await asked
    .select([
      's.id',
      's.away_id as awayId',
      's.substitute_id as substituteId',
      's.valid_from as validFrom',
      's.valid_to as validTo',
      's.reason',
      's.version',
      'away.name as awayName',
      'other.name as substituteName',
      sql<number>`count(*) over ()`.as('total'),
    ])
    .orderBy('s.valid_from', 'desc')
    .orderBy('s.id')
    .limit(listing.size)
    .offset(before(listing))
    .$castTo<SubstitutionRow & { total: number }>()
    .execute();
  return pageOfRows(listing, found, () => asked.select(numberOfRows).executeTakeFirstOrThrow());
}
