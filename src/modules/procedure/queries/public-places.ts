import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';

/** Where people bring a dossier. */
export interface PublicPlace {
  readonly name: string;
  readonly address: string;
  readonly phone: string | null;
  readonly hours: string | null;
}

/** Reception points that hold on a day: those named, or all of the unit when none is. */
export async function publicPlaces(
  db: Db,
  unitId: UnitId,
  ids: readonly Id[],
  day: PlainDate,
): Promise<readonly PublicPlace[]> {
  const { rows } = await sql<PublicPlace>`
    select name, address, phone, hours from reception_point
    where unit_id = ${unitId} and valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date)
      and (${ids.length === 0} or id = any (${[...ids]}::uuid[]))
    order by sort, name collate "vi-x-icu"
    limit 20`.execute(db);
  return rows;
}
