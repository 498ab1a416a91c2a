import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import type { Holder } from '../contract/positions.ts';
import type { Holding } from '../domain/may-hold-post.ts';
import type { Validity } from '../domain/validity.ts';
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

/** The days and seats of a post and the days of a person, both locked; undefined when either is not there. */
export async function findPair(
  db: Db,
  unitId: UnitId,
  positionId: Id,
  personId: Id,
): Promise<{ position: Validity & { seats: number }; person: Validity } | undefined> {
  const row = await db
    .selectFrom('position as q')
    .innerJoin('person as p', 'p.unit_id', 'q.unit_id')
    .where('q.unit_id', '=', unitId)
    .where('q.id', '=', positionId)
    .where('p.id', '=', personId)
    .select(['q.seats', 'q.valid_from as postFrom', 'q.valid_to as postTo', 'p.valid_from as from', 'p.valid_to as to'])
    .forUpdate()
    .$castTo<{ seats: number; postFrom: PlainDate; postTo: PlainDate | null; from: PlainDate; to: PlainDate | null }>()
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    position: { seats: row.seats, validFrom: row.postFrom, validTo: row.postTo },
    person: { validFrom: row.from, validTo: row.to },
  };
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
