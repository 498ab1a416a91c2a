import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import type { Db } from '#server/db.ts';
import type { Recipient } from '../contract/recipients.ts';
import { refusing } from './refusing.ts';

const columns = [
  'id',
  'purpose',
  'name',
  'recipient_unit_id as recipientUnitId',
  'valid_from as validFrom',
  'valid_to as validTo',
  'citation',
  'version',
] as const;

export type NewRecipient = Omit<Recipient, 'version'>;

/** A recipient, locked until the end of the transaction. */
export async function findRecipient(db: Db, unitId: UnitId, id: Id): Promise<Recipient | undefined> {
  return await db
    .selectFrom('recipient')
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .select(columns)
    .forUpdate()
    .$castTo<Recipient>()
    .executeTakeFirst();
}

/** Recipients for a purpose, on all days; locked until the end of the transaction. */
export async function recipientsFor(db: Db, unitId: UnitId, purpose: string): Promise<readonly Recipient[]> {
  return await db
    .selectFrom('recipient')
    .where('unit_id', '=', unitId)
    .where('purpose', '=', purpose)
    .select(columns)
    .orderBy('valid_from')
    .forUpdate()
    .$castTo<Recipient>()
    .execute();
}

export async function insertRecipient(db: Db, unitId: UnitId, made: NewRecipient): Promise<Recipient> {
  return await refusing(
    db
      .insertInto('recipient')
      .values({ unit_id: unitId, id: made.id, purpose: made.purpose, ...valuesOf(made) })
      .returning(columns)
      .$castTo<Recipient>()
      .executeTakeFirstOrThrow(),
  );
}

export async function updateRecipient(
  db: Db,
  unitId: UnitId,
  id: Id,
  next: Omit<NewRecipient, 'id' | 'purpose'>,
): Promise<Recipient> {
  return await refusing(
    db
      .updateTable('recipient')
      .set({ ...valuesOf(next), version: sql`version + 1` })
      .where('unit_id', '=', unitId)
      .where('id', '=', id)
      .returning(columns)
      .$castTo<Recipient>()
      .executeTakeFirstOrThrow(),
  );
}

export async function deleteRecipient(db: Db, unitId: UnitId, id: Id): Promise<void> {
  await db.deleteFrom('recipient').where('unit_id', '=', unitId).where('id', '=', id).execute();
}

function valuesOf(given: Omit<NewRecipient, 'id' | 'purpose'>) {
  return {
    name: given.name,
    recipient_unit_id: given.recipientUnitId,
    valid_from: given.validFrom,
    valid_to: given.validTo,
    citation: given.citation,
    fold: fold(given.name),
  };
}
