import type { FastifyRequest } from 'fastify';
import type { ZodType } from 'zod';
import type { UnitId } from '#kernel/brands.ts';
import type { AnyRoute } from '#kernel/route.ts';
import { fail } from '../errors.ts';
import type { FileStore, StoredUpload } from '../files.ts';
import { invalidInput } from './invalid-input.ts';

const mostMb = 200;

/** Receives the one file of an upload and the fields beside it, before any transaction begins. */
export async function receiveMultipart(
  request: FastifyRequest,
  route: AnyRoute,
  files: FileStore,
  unitId: UnitId,
): Promise<{ file: StoredUpload; fields: unknown }> {
  if (!request.isMultipart()) fail('file-missing');
  let file: StoredUpload | undefined;
  const fields: Record<string, string> = {};
  const mostBytes = (route.mostFileMb ?? mostMb) * 1_048_576;
  for await (const part of request.parts({
    limits: { files: 1, fields: 50, fieldSize: 100_000, fileSize: mostBytes + 1 },
  })) {
    if (part.type === 'file') file = await files.receive(unitId, part.file, part.filename, mostBytes);
    else if (typeof part.value === 'string') fields[part.fieldname] = part.value;
  }
  if (!file) fail('file-missing');
  if (!route.body) return { file, fields: undefined };
  const result = (route.body as unknown as ZodType).safeParse(fields);
  if (!result.success) throw invalidInput(result.error.issues, 'body');
  return { file, fields: result.data };
}
