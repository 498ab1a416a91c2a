import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import type { Db } from '#server/db.ts';
import type { ReceptionPoint } from '../contract/reception-points.ts';
import { refusing } from './refusing.ts';

const columns = [
  'id',
  'code',
  'name',
  'address',
  'phone',
  'hours',
  'sort',
  'valid_from as validFrom',
  'valid_to as validTo',
  'version',
] as const;

export type NewReceptionPoint = Omit<ReceptionPoint, 'version'>;

/** A reception point, locked until the end of the transaction. */
export async function findReceptionPoint(db: Db, unitId: UnitId, id: Id): Promise<ReceptionPoint | undefined> {
  return await db
    .selectFrom('reception_point')
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .select(columns)
    .forUpdate()
    .$castTo<ReceptionPoint>()
    .executeTakeFirst();
}

export async function insertReceptionPoint(db: Db, unitId: UnitId, made: NewReceptionPoint): Promise<ReceptionPoint> {
  return await refusing(
    db
      .insertInto('reception_point')
      .values({ unit_id: unitId, id: made.id, code: made.code, ...valuesOf(made) })
      .returning(columns)
      .$castTo<ReceptionPoint>()
      .executeTakeFirstOrThrow(),
  );
}

export async function updateReceptionPoint(
  db: Db,
  unitId: UnitId,
  id: Id,
  next: Omit<NewReceptionPoint, 'id' | 'code'>,
): Promise<ReceptionPoint> {
  return await db
    .updateTable('reception_point')
    .set({ ...valuesOf(next), version: sql`version + 1` })
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .returning(columns)
    .$castTo<ReceptionPoint>()
    .executeTakeFirstOrThrow();
}

function valuesOf(given: Omit<NewReceptionPoint, 'id' | 'code'>) {
  return {
    name: given.name,
    address: given.address,
    phone: given.phone,
    hours: given.hours,
    sort: given.sort,
    valid_from: given.validFrom,
    valid_to: given.validTo,
    fold: fold(`${given.name} ${given.address}`),
  };
}
