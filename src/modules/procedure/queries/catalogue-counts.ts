import { sql } from 'kysely';
import type { UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import { heldVersions } from './held-versions.ts';
import { besideHeld, hasTerm } from './procedure-rows.ts';

export interface CatalogueCounts {
  readonly on: number;
  readonly off: number;
  readonly noTerm: number;
  readonly unverified: number;
  readonly own: number;
  readonly abolished: number;
}

/** How many procedures a unit offers on a day, and how many still ask something of it. */
export async function catalogueCounts(db: Db, unitId: UnitId, day: PlainDate): Promise<CatalogueCounts> {
  const { rows } = await sql<CatalogueCounts>`
    select count(*) filter (where held and is_on)::integer as on,
      count(*) filter (where held and not is_on)::integer as off,
      count(*) filter (where held and is_on and not has_term)::integer as "noTerm",
      count(*) filter (where held and is_on and not verified)::integer as unverified,
      count(*) filter (where held and own)::integer as own,
      count(*) filter (where not held)::integer as abolished
    from (
      select not h.abolished as held, h.own, coalesce(u.is_on, true) as is_on, ${hasTerm} as has_term,
        (c.content -> 'verified')::boolean as verified
      from ${heldVersions(unitId, day)} as h ${besideHeld(unitId)}
    ) as one`.execute(db);
  return rows[0] ?? { on: 0, off: 0, noTerm: 0, unverified: 0, own: 0, abolished: 0 };
}

/** Fields of the procedures a unit offers on a day with their number, by name. */
export async function offeredFields(
  db: Db,
  unitId: UnitId,
  day: PlainDate,
): Promise<{ readonly name: string; readonly count: number }[]> {
  const { rows } = await sql<{ name: string; count: number }>`
    select h.field as name, count(*)::integer as count
    from ${heldVersions(unitId, day)} as h
    left join unit_procedure u on u.unit_id = ${unitId} and u.code = h.code
    where not h.abolished and coalesce(u.is_on, true)
    group by h.field order by h.field collate "vi-x-icu"`.execute(db);
  return rows;
}
