import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';

export interface LogFilter {
  /** Words of the name or username of who acted, without diacritics. */
  readonly q?: string | undefined;
  readonly actorId?: Id | undefined;
  readonly action?: string | undefined;
  readonly recordType?: string | undefined;
  readonly recordId?: string | undefined;
  /** Office days, both included. */
  readonly from?: PlainDate | undefined;
  readonly to?: PlainDate | undefined;
}

const midnight = (day: PlainDate, after: number) =>
  sql<string>`(${day}::date + ${after}::integer)::timestamp at time zone 'Asia/Ho_Chi_Minh'`;

/** Ids of the entries that a filter lets through, newest first, and how many there are in all. */
export async function findEntries(db: Db, unitId: UnitId, filter: LogFilter, page: number, size: number) {
  let found = db.selectFrom('log_entry').where('unit_id', '=', unitId);
  if (filter.actorId) found = found.where('actor', '=', filter.actorId);
  if (filter.action) found = found.where('action', '=', filter.action);
  if (filter.recordType) found = found.where('record_type', '=', filter.recordType);
  if (filter.recordId) found = found.where('record_id', '=', filter.recordId);
  if (filter.from) found = found.where('at', '>=', midnight(filter.from, 0));
  if (filter.to) found = found.where('at', '<', midnight(filter.to, 1));
  if (filter.q) {
    const named = db
      .selectFrom('account')
      .select('id')
      .where('unit_id', '=', unitId)
      .where('fold', 'like', `%${fold(filter.q).replace(/[\\%_]/g, '\\$&')}%`);
    found = found.where('actor', 'in', named);
  }
  const { total } = await found.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await found
    .select('id')
    .orderBy('id', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { ids: rows.map((row) => row.id), total };
}

/** How many entries the newest signed head of the unit covers; 0 without one. */
export async function readSignedSize(db: Db, unitId: UnitId): Promise<number> {
  const head = await findNewestHead(db, unitId);
  return head?.size ?? 0;
}

/** The newest signed head of a unit. */
export async function findNewestHead(db: Db, unitId: UnitId) {
  const row = await db
    .selectFrom('log_head')
    .selectAll()
    .where('unit_id', '=', unitId)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && headOf(row);
}

/** Signed heads of a unit that cover more than `after` entries, from small to large. */
export async function readHeads(db: Db, unitId: UnitId, after: number, most: number) {
  const rows = await db
    .selectFrom('log_head')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('size', '>', after)
    .orderBy('size')
    .limit(most)
    .execute();
  return rows.map(headOf);
}

interface HeadRow {
  readonly unit_id: string;
  readonly size: number;
  readonly root: Buffer;
  readonly at: string;
  readonly joint: number;
  readonly signature: Buffer;
}

function headOf(row: HeadRow) {
  const { unit_id: unit, size, at, joint } = row;
  return { unit, size, root: row.root.toString('hex'), at, joint, signature: row.signature.toString('hex') };
}

/** Which record an entry is about, and what its commitments stand for unless that was erased. */
export async function findEntry(db: Db, unitId: UnitId, entryId: Id) {
  return db
    .selectFrom('log_entry as e')
    .leftJoin('log_detail as d', (join) => join.onRef('d.unit_id', '=', 'e.unit_id').onRef('d.entry_id', '=', 'e.id'))
    .select(['e.record_type', 'e.record_id', 'd.salt', 'd.before', 'd.after', 'd.context'])
    .where('e.unit_id', '=', unitId)
    .where('e.id', '=', entryId)
    .executeTakeFirst();
}

/** Accounts of the unit by name, to choose who acted. */
export async function readActors(db: Db, unitId: UnitId): Promise<{ id: Id; name: string }[]> {
  const rows = await db
    .selectFrom('account as a')
    .leftJoin('person as p', (join) => join.onRef('p.unit_id', '=', 'a.unit_id').onRef('p.id', '=', 'a.person_id'))
    .select(['a.id', sql<string>`coalesce(p.name, a.name)`.as('name')])
    .where('a.unit_id', '=', unitId)
    .orderBy(sql`coalesce(p.name, a.name) collate "vi-x-icu"`)
    .execute();
  return rows.map((row) => ({ id: row.id as Id, name: row.name }));
}
