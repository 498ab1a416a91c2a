import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import type { Db } from '#server/db.ts';
import type { Department } from '../contract/departments.ts';
import type { PlacedDepartment } from '../domain/may-place-department.ts';
import { refusing } from './refusing.ts';

const columns = [
  'id',
  'code',
  'name',
  'parent_id as parentId',
  'sort',
  'valid_from as validFrom',
  'valid_to as validTo',
  'version',
] as const;

export type NewDepartment = Omit<Department, 'version'>;

/** A division, locked until the end of the transaction. */
export async function findDepartment(db: Db, unitId: UnitId, id: Id): Promise<Department | undefined> {
  return await db
    .selectFrom('department')
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .select(columns)
    .forUpdate()
    .$castTo<Department>()
    .executeTakeFirst();
}

/** Where every division of the unit stands, on all days; locked in one order, before any single division is. */
export async function departmentPlaces(db: Db, unitId: UnitId): Promise<ReadonlyMap<string, PlacedDepartment>> {
  const rows = await db
    .selectFrom('department')
    .where('unit_id', '=', unitId)
    .select(['id', 'parent_id as parentId', 'valid_from as validFrom', 'valid_to as validTo'])
    .orderBy('id')
    .forUpdate()
    .$castTo<PlacedDepartment>()
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export async function insertDepartment(db: Db, unitId: UnitId, made: NewDepartment): Promise<Department> {
  return await refusing(
    db
      .insertInto('department')
      .values({ unit_id: unitId, id: made.id, code: made.code, ...valuesOf(made) })
      .returning(columns)
      .$castTo<Department>()
      .executeTakeFirstOrThrow(),
  );
}

export async function updateDepartment(
  db: Db,
  unitId: UnitId,
  id: Id,
  next: Omit<NewDepartment, 'id' | 'code'>,
): Promise<Department> {
  return await refusing(
    db
      .updateTable('department')
      .set({ ...valuesOf(next), version: sql`version + 1` })
      .where('unit_id', '=', unitId)
      .where('id', '=', id)
      .returning(columns)
      .$castTo<Department>()
      .executeTakeFirstOrThrow(),
  );
}

function valuesOf(given: Omit<NewDepartment, 'id' | 'code'>) {
  return {
    name: given.name,
    parent_id: given.parentId,
    sort: given.sort,
    valid_from: given.validFrom,
    valid_to: given.validTo,
    fold: fold(given.name),
  };
}
