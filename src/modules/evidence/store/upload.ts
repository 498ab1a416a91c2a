import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { Context } from '#server/context.ts';
import type { Db } from '#server/db.ts';
import { fail } from '#server/errors.ts';
import type { StoredUpload } from '#server/files.ts';

/** Takes a received file of the acting account out of those that wait; refuses what never came, or came infected. */
export async function takeUpload(ctx: Context, uploadId: Id): Promise<StoredUpload> {
  const row = await ctx.db
    .deleteFrom('upload')
    .where('unit_id', '=', ctx.unitId)
    .where('id', '=', uploadId)
    .where('account_id', '=', ctx.session?.accountId ?? null)
    .returning((eb) => [
      'sha256',
      'name',
      'size',
      'media_type',
      eb
        .selectFrom('file_scan as s')
        .select('s.state')
        .where('s.unit_id', '=', ctx.unitId)
        .whereRef('s.sha256', '=', sql.ref('upload.sha256'))
        .as('scan'),
    ])
    .executeTakeFirst();
  if (!row) fail('upload-unknown', {}, 409);
  if (row.sha256 === null || row.media_type === null) fail('upload-unfinished', {}, 409);
  if (row.scan === 'infected') fail('file-infected', {}, 409);
  return { sha256: row.sha256, name: row.name, size: row.size, mediaType: row.media_type };
}

/** Files under way: of the account, and their bytes in the whole unit. */
export async function openUploads(db: Db, unitId: UnitId, accountId: Id): Promise<{ count: number; bytes: number }> {
  const { rows } = await sql<{ count: number; bytes: number }>`
    select count(*) filter (where account_id = ${accountId})::integer as count, coalesce(sum(size), 0)::bigint as bytes
    from upload where unit_id = ${unitId} and received_at is null`.execute(db);
  return rows[0] ?? { count: 0, bytes: 0 };
}

/** Enters a file whose bytes are about to come. */
export async function beginUpload(
  db: Db,
  unitId: UnitId,
  begun: { readonly id: Id; readonly accountId: Id; readonly name: string; readonly size: number; readonly at: string },
): Promise<void> {
  const { id, accountId, name, size, at } = begun;
  await db
    .insertInto('upload')
    .values({ unit_id: unitId, id, account_id: accountId, name, size, begun_at: at })
    .execute();
}

/** A file of this account that is coming or has come. */
export async function findUpload(db: Db, unitId: UnitId, accountId: Id, id: Id) {
  return await db
    .selectFrom('upload')
    .select(['id', 'name', 'size', 'sha256'])
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
}

/** Marks that all bytes have come. */
export async function finishUpload(db: Db, unitId: UnitId, id: Id, file: StoredUpload, at: string): Promise<void> {
  await db
    .updateTable('upload')
    .set({ sha256: file.sha256, media_type: file.mediaType, size: file.size, name: file.name, received_at: at })
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .execute();
}

/** Takes a file out of those under way, with whatever has come of it. */
export async function dropUpload(db: Db, unitId: UnitId, id: Id): Promise<void> {
  await db.deleteFrom('upload').where('unit_id', '=', unitId).where('id', '=', id).execute();
}

/** Takes out what nobody went on with; gives the hashes of those that had come and that nothing else names. */
export async function dropAbandoned(
  db: Db,
  unitId: UnitId,
  begunBefore: string,
  cameBefore: string,
): Promise<string[]> {
  const { rows } = await sql<{ sha256: string | null }>`
    delete from upload where unit_id = ${unitId}
      and ((received_at is null and begun_at < ${begunBefore}) or received_at < ${cameBefore}) returning sha256`.execute(
    db,
  );
  const hashes = rows.flatMap((row) => (row.sha256 === null ? [] : [row.sha256]));
  if (hashes.length === 0) return [];
  const used = await sql<{ sha256: string }>`
    select sha256 from file where unit_id = ${unitId} and sha256 = any(${hashes})
    union select sha256 from upload where unit_id = ${unitId} and sha256 = any(${hashes})`.execute(db);
  const kept = new Set(used.rows.map((row) => row.sha256));
  return hashes.filter((hash) => !kept.has(hash));
}

/** Enters a file that has come whole; its id is the token for the sender's next act. */
export async function addUpload(ctx: Context, accountId: Id, file: StoredUpload): Promise<Id> {
  if (file.size === 0) fail('upload-empty');
  const id = ctx.newId();
  await ctx.db
    .insertInto('upload')
    .values({
      unit_id: ctx.unitId,
      id,
      account_id: accountId,
      name: file.name,
      size: file.size,
      sha256: file.sha256,
      media_type: file.mediaType,
      begun_at: ctx.at,
      received_at: ctx.at,
    })
    .execute();
  return id;
}
