import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import { foldWords } from '#kernel/fold.ts';
import type { Db } from '#server/db.ts';
import type { Alias, AliasForm } from '../contract/names.ts';
import { refusing } from './refusing.ts';

const columns = [
  'id',
  'written',
  'kind',
  'duty_id as dutyId',
  'position_id as positionId',
  'department_id as departmentId',
  'version',
] as const;

/** A name, locked until the end of the transaction. */
export async function findAlias(db: Db, unitId: UnitId, id: Id): Promise<Alias | undefined> {
  return await db
    .selectFrom('duty_alias')
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .select(columns)
    .forUpdate()
    .$castTo<Alias>()
    .executeTakeFirst();
}

export async function insertAlias(db: Db, unitId: UnitId, id: Id, made: AliasForm): Promise<Alias> {
  return await refusing(
    db
      .insertInto('duty_alias')
      .values({ unit_id: unitId, id, ...valuesOf(made) })
      .returning(columns)
      .$castTo<Alias>()
      .executeTakeFirstOrThrow(),
  );
}

export async function updateAlias(db: Db, unitId: UnitId, id: Id, next: AliasForm): Promise<Alias> {
  return await refusing(
    db
      .updateTable('duty_alias')
      .set({ ...valuesOf(next), version: sql`version + 1` })
      .where('unit_id', '=', unitId)
      .where('id', '=', id)
      .returning(columns)
      .$castTo<Alias>()
      .executeTakeFirstOrThrow(),
  );
}

export async function deleteAlias(db: Db, unitId: UnitId, id: Id): Promise<void> {
  await db.deleteFrom('duty_alias').where('unit_id', '=', unitId).where('id', '=', id).execute();
}

function valuesOf(given: AliasForm) {
  return {
    written: given.written,
    fold: foldWords(given.written),
    kind: given.kind,
    duty_id: given.dutyId,
    position_id: given.positionId,
    department_id: given.departmentId,
  };
}
