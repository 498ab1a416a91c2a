import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileTypeFromFile } from 'file-type';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { Db } from './db.ts';
import { fail } from './errors.ts';
import { newId } from './ids.ts';

/** An upload that lies safely on disk (fsynced) before any transaction begins. */
export interface StoredUpload {
  readonly sha256: string;
  readonly size: number;
  readonly name: string;
  /** Sniffed from the content, never from the name. */
  readonly mediaType: string;
}

export interface FileStore {
  /** Receives a stream, hashes it and keeps it under `unit/sha256`. Refuses more than `mostBytes`. */
  receive(unitId: UnitId, stream: Readable, name: string, mostBytes: number): Promise<StoredUpload>;
  /** Opens the bytes of a stored file. */
  open(unitId: UnitId, sha256: string): Readable;
  path(unitId: UnitId, sha256: string): string;
  has(unitId: UnitId, sha256: string): Promise<boolean>;
}

/** Files on this machine's disk, content-addressed within a unit so that no unit can learn what another holds. */
export function makeFileStore(folder: string): FileStore {
  const path = (unitId: UnitId, sha256: string) => join(folder, unitId, sha256.slice(0, 2), sha256);
  return {
    path,
    open: (unitId, sha256) => createReadStream(path(unitId, sha256)),
    has: (unitId, sha256) =>
      stat(path(unitId, sha256)).then(
        () => true,
        () => false,
      ),
    receive: async (unitId, stream, name, mostBytes) => {
      const incoming = join(folder, unitId, 'incoming');
      await mkdir(incoming, { recursive: true });
      const temporary = join(incoming, randomUUID());
      try {
        const { sha256, size } = await write(stream, temporary, mostBytes);
        const mediaType = await sniff(temporary, name);
        const final = path(unitId, sha256);
        await mkdir(join(final, '..'), { recursive: true });
        await rename(temporary, final);
        await syncFolder(join(final, '..'));
        return { sha256, size, name: cleanName(name), mediaType };
      } finally {
        await rm(temporary, { force: true });
      }
    },
  };
}

async function write(stream: Readable, path: string, mostBytes: number): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  await pipeline(
    stream,
    async function* (source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        size += chunk.length;
        if (size > mostBytes) fail('file-too-large', { limitMb: Math.floor(mostBytes / 1_048_576) }, 413);
        hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(path, { mode: 0o600, flush: true }),
  );
  return { sha256: hash.digest('hex'), size };
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync().catch(() => undefined);
  await folder.close();
}

async function sniff(path: string, name: string): Promise<string> {
  const found = await fileTypeFromFile(path);
  if (found) return found.mime;
  return /\.(txt|csv)$/i.test(name) ? 'text/plain' : 'application/octet-stream';
}

/** The last part of a name without control characters, at most 200 characters, in NFC. */
function cleanName(name: string): string {
  const clean = basename(name.replaceAll('\\', '/'))
    .replace(/\p{Cc}/gu, '')
    .normalize('NFC')
    .slice(-200);
  return clean || 'tep';
}

/** Enters an upload as a file of a record. */
export async function addFile(
  db: Db,
  unitId: UnitId,
  upload: StoredUpload,
  of: { readonly recordType: string; readonly recordId: string; readonly by: Id | null; readonly at: string },
): Promise<Id> {
  const id = newId();
  await db
    .insertInto('file')
    .values({
      unit_id: unitId,
      id,
      sha256: upload.sha256,
      name: upload.name,
      media_type: upload.mediaType,
      size: upload.size,
      record_type: of.recordType,
      record_id: of.recordId,
      stored_by: of.by,
      stored_at: of.at,
    })
    .execute();
  return id;
}
