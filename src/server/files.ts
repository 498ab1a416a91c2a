import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
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
  /** Opens the bytes of a stored file, or some of them (both ends included). */
  open(unitId: UnitId, sha256: string, part?: { readonly start: number; readonly end: number }): Readable;
  /** SHA-256 of the bytes that lie there now, whatever they are called; undefined when there are none. */
  findHash(unitId: UnitId, sha256: string): Promise<string | undefined>;
  /** Puts a file that lies whole on this disk among the stored ones; it is moved, not copied. */
  take(unitId: UnitId, path: string, name: string): Promise<StoredUpload>;
  path(unitId: UnitId, sha256: string): string;
  /** Moves bytes to where nothing is served from; again does nothing. */
  quarantine(unitId: UnitId, sha256: string): Promise<void>;
  /** Folder of files of a unit that are still coming. */
  incoming(unitId: UnitId): string;
  /** Takes the bytes away, unless they came less than a day ago: then somebody may be about to use them. */
  forget(unitId: UnitId, sha256: string): Promise<void>;
  /** Takes away what began to come more than two days ago and never came whole. */
  sweep(unitId: UnitId): Promise<void>;
  has(unitId: UnitId, sha256: string): Promise<boolean>;
}

/** Files on this machine's disk, content-addressed within a unit so that no unit can learn what another holds. */
export function makeFileStore(folder: string): FileStore {
  const path = (unitId: UnitId, sha256: string) => join(folder, unitId, sha256.slice(0, 2), sha256);
  const incoming = (unitId: UnitId) => join(folder, unitId, 'incoming');
  return {
    path,
    incoming,
    quarantine: async (unitId, sha256) => {
      const aside = join(folder, unitId, 'quarantine');
      await mkdir(aside, { recursive: true, mode: 0o700 });
      await rename(path(unitId, sha256), join(aside, sha256)).catch((error: { code?: string }) => {
        if (error.code !== 'ENOENT') throw error;
      });
    },
    forget: (unitId, sha256) => removeOlder(path(unitId, sha256), dayMs),
    sweep: async (unitId) => {
      const names = await readdir(incoming(unitId)).catch(() => []);
      for (const name of names) await removeOlder(join(incoming(unitId), name), 2 * dayMs);
    },
    open: (unitId, sha256, part) => createReadStream(path(unitId, sha256), part ?? {}),
    findHash: (unitId, sha256) => hashOf(path(unitId, sha256)),
    take: async (unitId, from, name) => {
      const sha256 = await hashOf(from);
      if (sha256 === undefined) throw new Error('there is no such file to take');
      const { size } = await stat(from);
      const mediaType = await sniff(from, name);
      await keep(from, path(unitId, sha256));
      return { sha256, size, name: cleanName(name), mediaType };
    },
    has: (unitId, sha256) =>
      stat(path(unitId, sha256)).then(
        () => true,
        () => false,
      ),
    receive: async (unitId, stream, name, mostBytes) => {
      await mkdir(incoming(unitId), { recursive: true });
      const temporary = join(incoming(unitId), randomUUID());
      try {
        const { sha256, size } = await write(stream, temporary, mostBytes);
        const mediaType = await sniff(temporary, name);
        await keep(temporary, path(unitId, sha256));
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

/** Moves a file to where it stays, so that it is there after a loss of power. */
async function keep(from: string, final: string): Promise<void> {
  const bytes = await open(from, 'r+');
  await bytes.sync();
  await bytes.close();
  await mkdir(join(final, '..'), { recursive: true });
  await rename(from, final);
  await syncFolder(join(final, '..'));
}

const dayMs = 86_400_000;

/** By the clock of the disk: the demo's clock says nothing about when bytes came. */
async function removeOlder(path: string, ageMs: number): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found && Date.now() - found.mtimeMs > ageMs) await rm(path, { force: true });
}

async function hashOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined;
    throw error;
  }
  return hash.digest('hex');
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
