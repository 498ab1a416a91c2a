import type { Id } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import { addFile } from '#server/files.ts';
import { insertImport, type ListedImport, updateImport } from '../store/imports.ts';
import { doerOf } from './review.ts';

/** Enters the uploaded file of this act as an import that waits to be read; undefined when it was entered meanwhile. */
export async function beginImport(ctx: Context) {
  const { file } = ctx;
  if (!file) fail('file-missing');
  const id = ctx.newId();
  const doer = doerOf(ctx);
  const fileId = await addFile(ctx.db, ctx.unitId, file, {
    recordType: 'plan-import',
    recordId: id,
    by: doer.by,
    at: ctx.at,
  });
  const entered = await insertImport(ctx.db, ctx.unitId, {
    id,
    fileId,
    sha256: file.sha256,
    fileName: file.name,
    fold: fold(file.name),
    ...doer,
  });
  if (!entered) return undefined;
  ctx.log({
    action: 'plan-import.started',
    record: { type: 'plan-import', id },
    after: { fileName: file.name, sha256: file.sha256, size: file.size },
  });
  ctx.publish('plan-import.waiting', { importId: id, reading: 1 });
  return { id, state: 'reading', again: false, version: 1 } as const;
}

/** Puts an import back among those that wait to be read; gives its new version. */
export async function queueReading(ctx: Context, stored: ListedImport): Promise<number> {
  const reading = stored.readings + 1;
  const version = await updateImport(ctx.db, ctx.unitId, stored.id as Id, {
    state: 'reading',
    progress: 0,
    step: null,
    readings: reading,
    refusal_code: null,
    refusal_params: null,
  });
  ctx.publish('plan-import.waiting', { importId: stored.id, reading });
  return version;
}
