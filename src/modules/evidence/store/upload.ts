import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { Context } from '#server/context.ts';
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
