import { setTimeout as sleep } from 'node:timers/promises';
import type { UnitId } from '#kernel/brands.ts';
import { inTransaction } from '#server/db.ts';
import type { Background, Services } from '#server/module.ts';
import { dropAbandoned } from '../store/upload.ts';

const everyMs = 3_600_000;
const dayMs = 86_400_000;
/** A file that stopped coming may be gone on with so long; one that came waits so long for the record it is for. */
const keptDays = { coming: 2, come: 7 };

/** Takes away files of a unit that nobody went on with, and what of them lies on the disk. */
export async function sweepUnit({ appPool, clock, files }: Services, unitId: UnitId): Promise<void> {
  const before = (days: number) => new Date(clock.now() - days * dayMs).toISOString();
  const unused = await inTransaction(appPool, unitId, 'write', (db) =>
    dropAbandoned(db, unitId, before(keptDays.coming), before(keptDays.come)),
  );
  for (const sha256 of unused) await files.forget(unitId, sha256);
  await files.sweep(unitId);
}

/** Sweeps every unit each hour. Several processes may do so at once. */
export function sweepUploads(services: Services, onError: (error: Error) => void): Background {
  const ending = new AbortController();
  const sweepAll = async () => {
    const { rows } = await services.workerPool.query<{ id: UnitId }>('select id from unit');
    for (const { id } of rows) if (!ending.signal.aborted) await sweepUnit(services, id);
  };
  const sweeping = (async () => {
    while (!ending.signal.aborted) {
      await sweepAll().catch(onError);
      await sleep(everyMs, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  })();
  return {
    stop: async () => {
      ending.abort();
      await sweeping;
    },
  };
}
