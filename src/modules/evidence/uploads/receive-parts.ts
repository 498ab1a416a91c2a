import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { MemoryLocker, Server } from '@tus/server';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { Verdict } from '#kernel/verdict.ts';
import { inTransaction } from '#server/db.ts';
import { textOf } from '#server/errors.ts';
import type { Services } from '#server/module.ts';
import { mostUploadMb } from '../contract/uploads.ts';
import { mayBeginUpload } from '../domain/may-begin-upload.ts';
import { beginUpload, dropUpload, findUpload, finishUpload, openUploads } from '../store/upload.ts';

const most = mostUploadMb * 1_048_576;
const path = '/api/uploads';

/** Who sends. */
export interface Sender {
  readonly unitId: UnitId;
  readonly accountId: Id;
}

export interface PartReceiver {
  /** The tus server as this sender sees it. */
  serverFor(sender: Sender): Server;
  /** A file of the sender; `isWhole` when all its bytes are safe. Undefined for what is another's or gone. */
  find(sender: Sender, id: Id): Promise<{ readonly size: number; readonly isWhole: boolean } | undefined>;
  /** Takes a file back, with whatever has come of it. */
  drop(sender: Sender, id: Id): Promise<void>;
}

/** Receives files in parts (tus 1.0): parts wait in the unit's folder of what is coming; a whole file goes to the store. */
export function makePartReceiver(services: Services): PartReceiver {
  const locker = new MemoryLocker();
  const { appPool, clock, files } = services;
  const at = () => new Date(clock.now()).toISOString();

  async function begin(sender: Sender, id: Id, name: string, size: number | undefined): Promise<void> {
    await inTransaction(appPool, sender.unitId, 'write', async (db) => {
      refuse(mayBeginUpload(size, most, await openUploads(db, sender.unitId, sender.accountId)));
      await beginUpload(db, sender.unitId, { ...sender, id, name: name.slice(-200), size: size ?? 0, at: at() });
    });
  }

  async function finish({ unitId }: Sender, id: Id, name: string): Promise<void> {
    const file = await files.take(unitId, join(files.incoming(unitId), id), name);
    await inTransaction(appPool, unitId, 'write', (db) => finishUpload(db, unitId, id, file, at()));
    await new FileStore({ directory: files.incoming(unitId) }).configstore.delete(id);
  }

  return {
    serverFor: (sender) =>
      new Server({
        path,
        locker,
        datastore: new FileStore({ directory: files.incoming(sender.unitId) }),
        maxSize: most,
        relativeLocation: true,
        allowedOrigins: () => false,
        namingFunction: () => randomUUID(),
        onUploadCreate: async (_, upload) => {
          await begin(sender, upload.id as Id, upload.metadata?.['filename'] ?? 'tep', upload.size);
          return {};
        },
        onUploadFinish: async (_, upload) => {
          await finish(sender, upload.id as Id, upload.metadata?.['filename'] ?? 'tep');
          return {};
        },
      }),
    find: async (sender, id) => {
      const { unitId, accountId } = sender;
      const find = () => inTransaction(appPool, unitId, 'read', (db) => findUpload(db, unitId, accountId, id));
      const found = await find();
      if (!found) return undefined;
      if (found.sha256 !== null) return { size: found.size, isWhole: true };
      // The process may have died between the last part and the end: what is whole is finished now.
      const lying = await stat(join(files.incoming(unitId), id)).catch(() => undefined);
      if (lying?.size !== found.size) return { size: found.size, isWhole: false };
      await finish(sender, id, found.name).catch(() => undefined);
      return { size: found.size, isWhole: (await find())?.sha256 != null };
    },
    drop: async ({ unitId }, id) => {
      await inTransaction(appPool, unitId, 'write', (db) => dropUpload(db, unitId, id));
      const store = new FileStore({ directory: files.incoming(unitId) });
      await store.remove(id).catch(() => undefined);
    },
  };
}

const statuses: Readonly<Record<string, number>> = {
  'file-too-large': 413,
  'upload-too-many': 429,
  'upload-no-room': 507,
};

/** Passes a refusal to the sender in the form the protocol's library asks for, with our words. */
function refuse(verdict: Verdict): void {
  if (verdict.ok) return;
  const message = textOf(verdict.code, verdict.params);
  const body = JSON.stringify({ error: { code: verdict.code, params: verdict.params ?? {}, message } });
  throw Object.assign(new Error(verdict.code), { status_code: statuses[verdict.code] ?? 400, body });
}
