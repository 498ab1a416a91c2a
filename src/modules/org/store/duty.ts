import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import type { Duty, DutyPost } from '../contract/duties.ts';
import type { Validity } from '../domain/validity.ts';
import { refusing } from './refusing.ts';

const dutyColumns = [
  'id',
  'code',
  'name',
  'sort',
  'valid_from as validFrom',
  'valid_to as validTo',
  'version',
] as const;
const postColumns = [
  'id',
  'duty_id as dutyId',
  'position_id as positionId',
  'valid_from as validFrom',
  'valid_to as validTo',
  'citation',
  'version',
] as const;

export type NewDuty = Omit<Duty, 'version'>;
export type NewDutyPost = Omit<DutyPost, 'version'>;

/** A duty, locked until the end of the transaction. */
export async function findDuty(db: Db, unitId: UnitId, id: Id): Promise<Duty | undefined> {
  return await db
    .selectFrom('duty')
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .select(dutyColumns)
    .forUpdate()
    .$castTo<Duty>()
    .executeTakeFirst();
}

/** The days of a duty and of a post, both locked; undefined when either is not there. */
export async function findDutyWithPost(
  db: Db,
  unitId: UnitId,
  dutyId: Id,
  positionId: Id,
): Promise<{ duty: Validity; position: Validity } | undefined> {
  const row = await db
    .selectFrom('duty as y')
    .innerJoin('position as q', 'q.unit_id', 'y.unit_id')
    .where('y.unit_id', '=', unitId)
    .where('y.id', '=', dutyId)
    .where('q.id', '=', positionId)
    .select(['y.valid_from as from', 'y.valid_to as to', 'q.valid_from as postFrom', 'q.valid_to as postTo'])
    .forUpdate()
    .$castTo<{ from: PlainDate; to: PlainDate | null; postFrom: PlainDate; postTo: PlainDate | null }>()
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    duty: { validFrom: row.from, validTo: row.to },
    position: { validFrom: row.postFrom, validTo: row.postTo },
  };
}

export async function insertDuty(db: Db, unitId: UnitId, made: NewDuty): Promise<Duty> {
  return await refusing(
    db
      .insertInto('duty')
      .values({ unit_id: unitId, id: made.id, code: made.code, ...valuesOf(made) })
      .returning(dutyColumns)
      .$castTo<Duty>()
      .executeTakeFirstOrThrow(),
  );
}

export async function updateDuty(db: Db, unitId: UnitId, id: Id, next: Omit<NewDuty, 'id' | 'code'>): Promise<Duty> {
  return await db
    .updateTable('duty')
    .set({ ...valuesOf(next), version: sql`version + 1` })
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .returning(dutyColumns)
    .$castTo<Duty>()
    .executeTakeFirstOrThrow();
}

function valuesOf(given: Omit<NewDuty, 'id' | 'code'>) {
  return {
    name: given.name,
    sort: given.sort,
    valid_from: given.validFrom,
    valid_to: given.validTo,
    fold: fold(given.name),
  };
}

/** Which posts bore a duty, on all days; locked until the end of the transaction. */
export async function bearingsOfDuty(db: Db, unitId: UnitId, dutyId: Id): Promise<readonly DutyPost[]> {
  return await db
    .selectFrom('duty_post')
    .where('unit_id', '=', unitId)
    .where('duty_id', '=', dutyId)
    .select(postColumns)
    .orderBy('valid_from')
    .forUpdate()
    .$castTo<DutyPost>()
    .execute();
}

/** A bearing, locked until the end of the transaction. */
export async function findDutyPost(db: Db, unitId: UnitId, id: Id): Promise<DutyPost | undefined> {
  return await db
    .selectFrom('duty_post')
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .select(postColumns)
    .forUpdate()
    .$castTo<DutyPost>()
    .executeTakeFirst();
}

export async function insertDutyPost(db: Db, unitId: UnitId, made: NewDutyPost): Promise<DutyPost> {
  return await refusing(
    db
      .insertInto('duty_post')
      .values({
        unit_id: unitId,
        id: made.id,
        duty_id: made.dutyId,
        position_id: made.positionId,
        valid_from: made.validFrom,
        valid_to: made.validTo,
        citation: made.citation,
      })
      .returning(postColumns)
      .$castTo<DutyPost>()
      .executeTakeFirstOrThrow(),
  );
}

export async function updateDutyPost(
  db: Db,
  unitId: UnitId,
  id: Id,
  next: Pick<DutyPost, 'validFrom' | 'validTo' | 'citation'>,
): Promise<DutyPost> {
  return await refusing(
    db
      .updateTable('duty_post')
      .set({
        valid_from: next.validFrom,
        valid_to: next.validTo,
        citation: next.citation,
        version: sql`version + 1`,
      })
      .where('unit_id', '=', unitId)
      .where('id', '=', id)
      .returning(postColumns)
      .$castTo<DutyPost>()
      .executeTakeFirstOrThrow(),
  );
}

export async function deleteDutyPost(db: Db, unitId: UnitId, id: Id): Promise<void> {
  await db.deleteFrom('duty_post').where('unit_id', '=', unitId).where('id', '=', id).execute();
}
