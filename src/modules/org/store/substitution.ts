import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import type { SubstitutionRecord } from '../contract/substitutions.ts';
import type { Substitution } from '../domain/may-substitute.ts';
import { lastDayOf, type Validity } from '../domain/validity.ts';
import { refusing } from './refusing.ts';

const columns = [
  'id',
  'away_id as awayId',
  'substitute_id as substituteId',
  'valid_from as validFrom',
  'valid_to as validTo',
  'reason',
  'version',
] as const;

/** A substitution, locked until the end of the transaction. */
export async function findSubstitution(db: Db, unitId: UnitId, id: Id): Promise<SubstitutionRecord | undefined> {
  return await db
    .selectFrom('substitution')
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .select(columns)
    .forUpdate()
    .$castTo<SubstitutionRecord>()
    .executeTakeFirst();
}

/** Every substitution that shares a day with a period. */
export async function substitutionsIn(db: Db, unitId: UnitId, period: Validity): Promise<readonly Substitution[]> {
  return await db
    .selectFrom('substitution')
    .where('unit_id', '=', unitId)
    .where('valid_from', '<=', lastDayOf(period))
    .where('valid_to', '>=', period.validFrom)
    .select(columns)
    .$castTo<Substitution>()
    .execute();
}

export async function insertSubstitution(
  db: Db,
  unitId: UnitId,
  made: Omit<SubstitutionRecord, 'version'>,
): Promise<SubstitutionRecord> {
  return await refusing(
    db
      .insertInto('substitution')
      .values({
        unit_id: unitId,
        id: made.id,
        away_id: made.awayId,
        substitute_id: made.substituteId,
        valid_from: made.validFrom,
        valid_to: made.validTo,
        reason: made.reason,
      })
      .returning(columns)
      .$castTo<SubstitutionRecord>()
      .executeTakeFirstOrThrow(),
  );
}

export async function updateSubstitution(
  db: Db,
  unitId: UnitId,
  id: Id,
  next: Pick<SubstitutionRecord, 'substituteId' | 'validFrom' | 'validTo' | 'reason'>,
): Promise<SubstitutionRecord> {
  return await refusing(
    db
      .updateTable('substitution')
      .set({
        substitute_id: next.substituteId,
        valid_from: next.validFrom,
        valid_to: next.validTo,
        reason: next.reason,
        version: sql`version + 1`,
      })
      .where('unit_id', '=', unitId)
      .where('id', '=', id)
      .returning(columns)
      .$castTo<SubstitutionRecord>()
      .executeTakeFirstOrThrow(),
  );
}

export async function deleteSubstitution(db: Db, unitId: UnitId, id: Id): Promise<void> {
  await db.deleteFrom('substitution').where('unit_id', '=', unitId).where('id', '=', id).execute();
}
