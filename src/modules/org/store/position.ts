import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import type { Db } from '#server/db.ts';
import type { Position } from '../contract/positions.ts';
import { refusing } from './refusing.ts';

const columns = [
  'id',
  'code',
  'title',
  'department_id as departmentId',
  'seats',
  'leader',
  'sort',
  'valid_from as validFrom',
  'valid_to as validTo',
  'version',
] as const;

export type NewPosition = Omit<Position, 'version'>;

/** A post, locked until the end of the transaction. */
export async function findPosition(db: Db, unitId: UnitId, id: Id): Promise<Position | undefined> {
  return await db
    .selectFrom('position')
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .select(columns)
    .forUpdate()
    .$castTo<Position>()
    .executeTakeFirst();
}

export async function insertPosition(db: Db, unitId: UnitId, made: NewPosition): Promise<Position> {
  return await refusing(
    db
      .insertInto('position')
      .values({ unit_id: unitId, id: made.id, code: made.code, ...valuesOf(made) })
      .returning(columns)
      .$castTo<Position>()
      .executeTakeFirstOrThrow(),
  );
}

export async function updatePosition(
  db: Db,
  unitId: UnitId,
  id: Id,
  next: Omit<NewPosition, 'id' | 'code'>,
): Promise<Position> {
  return await refusing(
    db
      .updateTable('position')
      .set({ ...valuesOf(next), version: sql`version + 1` })
      .where('unit_id', '=', unitId)
      .where('id', '=', id)
      .returning(columns)
      .$castTo<Position>()
      .executeTakeFirstOrThrow(),
  );
}

function valuesOf(given: Omit<NewPosition, 'id' | 'code'>) {
  return {
    title: given.title,
    department_id: given.departmentId,
    seats: given.seats,
    leader: given.leader,
    sort: given.sort,
    valid_from: given.validFrom,
    valid_to: given.validTo,
    fold: fold(given.title),
  };
}
