import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import type { Holder } from '../contract/positions.ts';
import type { Holding } from '../domain/may-hold-post.ts';
import { refusing } from './refusing.ts';

const columns = [
  'id',
  'position_id as positionId',
  'person_id as personId',
  'mode',
  'valid_from as validFrom',
  'valid_to as validTo',
  'citation',
  'version',
] as const;

export type NewHolder = Omit<Holder, 'version'>;

/** A holding, locked until the end of the transaction. */
export async function findHolder(db: Db, unitId: UnitId, id: Id): Promise<Holder | undefined> {
  return await db
    .selectFrom('position_holder')
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .select(columns)
    .forUpdate()
    .$castTo<Holder>()
    .executeTakeFirst();
}

/** All holdings of a post and of a person, which a new one may collide with. */
export async function holdingsBeside(
  db: Db,
  unitId: UnitId,
  positionId: Id,
  personId: Id,
): Promise<readonly Holding[]> {
  return await db
    .selectFrom('position_holder')
    .where('unit_id', '=', unitId)
    .where((eb) => eb.or([eb('position_id', '=', positionId), eb('person_id', '=', personId)]))
    .select(columns)
    .$castTo<Holding>()
    .execute();
}

/** All holdings of a post. */
export async function holdingsOfPost(db: Db, unitId: UnitId, positionId: Id): Promise<readonly Holding[]> {
  return await db
    .selectFrom('position_holder')
    .where('unit_id', '=', unitId)
    .where('position_id', '=', positionId)
    .select(columns)
    .$castTo<Holding>()
    .execute();
}

export async function insertHolder(db: Db, unitId: UnitId, made: NewHolder): Promise<Holder> {
  return await refusing(
    db
      .insertInto('position_holder')
      .values({
        unit_id: unitId,
        id: made.id,
        position_id: made.positionId,
        person_id: made.personId,
        mode: made.mode,
        valid_from: made.validFrom,
        valid_to: made.validTo,
        citation: made.citation,
      })
      .returning(columns)
      .$castTo<Holder>()
      .executeTakeFirstOrThrow(),
  );
}

export async function updateHolder(
  db: Db,
  unitId: UnitId,
  id: Id,
  next: Pick<Holder, 'mode' | 'validFrom' | 'validTo' | 'citation'>,
): Promise<Holder> {
  return await refusing(
    db
      .updateTable('position_holder')
      .set({
        mode: next.mode,
        valid_from: next.validFrom,
        valid_to: next.validTo,
        citation: next.citation,
        version: sql`version + 1`,
      })
      .where('unit_id', '=', unitId)
      .where('id', '=', id)
      .returning(columns)
      .$castTo<Holder>()
      .executeTakeFirstOrThrow(),
  );
}

export async function deleteHolder(db: Db, unitId: UnitId, id: Id): Promise<void> {
  await db.deleteFrom('position_holder').where('unit_id', '=', unitId).where('id', '=', id).execute();
}
