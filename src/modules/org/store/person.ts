import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import type { Db } from '#server/db.ts';
import type { Person } from '../contract/people.ts';

const columns = [
  'id',
  'name',
  'email',
  'phone',
  'demo',
  'valid_from as validFrom',
  'valid_to as validTo',
  'version',
] as const;

export type NewPerson = Omit<Person, 'version'>;

/** A person, locked until the end of the transaction. */
export async function findPerson(db: Db, unitId: UnitId, id: Id): Promise<Person | undefined> {
  return (await findPeople(db, unitId, [id]))[0];
}

/** Several people, locked in one order until the end of the transaction. */
export async function findPeople(db: Db, unitId: UnitId, ids: readonly Id[]): Promise<readonly Person[]> {
  return await db
    .selectFrom('person')
    .where('unit_id', '=', unitId)
    .where('id', 'in', [...ids])
    .select(columns)
    .orderBy('id')
    .forUpdate()
    .$castTo<Person>()
    .execute();
}

export async function insertPerson(db: Db, unitId: UnitId, made: NewPerson): Promise<Person> {
  return await db
    .insertInto('person')
    .values({ unit_id: unitId, id: made.id, demo: made.demo, ...valuesOf(made) })
    .returning(columns)
    .$castTo<Person>()
    .executeTakeFirstOrThrow();
}

export async function updatePerson(
  db: Db,
  unitId: UnitId,
  id: Id,
  next: Omit<NewPerson, 'id' | 'demo'>,
): Promise<Person> {
  return await db
    .updateTable('person')
    .set({ ...valuesOf(next), version: sql`version + 1` })
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .returning(columns)
    .$castTo<Person>()
    .executeTakeFirstOrThrow();
}

function valuesOf(given: Omit<NewPerson, 'id' | 'demo'>) {
  return {
    name: given.name,
    email: given.email,
    phone: given.phone,
    valid_from: given.validFrom,
    valid_to: given.validTo,
    fold: fold([given.name, given.email, given.phone].filter(Boolean).join(' ')),
  };
}
