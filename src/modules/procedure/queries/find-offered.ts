import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import { heldVersions } from './held-versions.ts';
import { hasEveryWord } from './word-match.ts';

/** A procedure the unit offers, as the counter picks one. */
export interface OfferedProcedure {
  readonly versionId: Id;
  readonly code: string;
  readonly name: string;
  readonly field: string;
}

/**
 * Procedures a unit offers on a day, by number or by words without diacritics in any order: the code asked for first,
 * then what counters need most. At most `limit` (20 unless said).
 */
export async function findOffered(
  db: Db,
  unitId: UnitId,
  asked: { readonly words: string; readonly day: PlainDate; readonly limit?: number },
): Promise<OfferedProcedure[]> {
  const { words, day, limit = 20 } = asked;
  const code = words.trim();
  const { rows } = await sql<OfferedProcedure>`
    select h.id as "versionId", h.code, h.name, h.field
    from ${heldVersions(unitId, day)} as h
    left join unit_procedure u on u.unit_id = ${unitId} and u.code = h.code
    where not h.abolished and coalesce(u.is_on, true) and ${hasEveryWord(sql.ref('h.fold'), words)}
    order by (h.code = ${code}) desc, h.sort, h.name collate "vi-x-icu", h.code
    limit ${limit}`.execute(db);
  return rows;
}
