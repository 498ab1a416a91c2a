import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { newId } from '#server/ids.ts';
import { type Act, logEntry } from '#server/log/entry.ts';
import { type Sequencer, type SequencerOptions, startSequencer } from '#server/log/sequencer.ts';
import { makeTestDatabase } from './postgres.ts';

/** A log of its own: a fresh database, a folder for its files, and ways to act on it. */
export interface TestLog {
  readonly dataDir: string;
  /** Connections under the application's role. */
  readonly app: pg.Pool;
  /** Connections of the owner of the database, who may do anything to it. */
  readonly owner: pg.Pool;
  readonly ownerUrl: string;
  readonly workerUrl: string;
  /** Appends an act in a transaction of its own, and gives the id of its entry. */
  act(unitId: string, act?: Partial<Act>): Promise<string>;
  /** Starts a sequencer that works only when it is told to. */
  sequencer(options?: Partial<SequencerOptions>): Promise<Sequencer>;
  close(): Promise<void>;
}

export const testNow = Date.UTC(2022, 0, 10, 1, 0, 0);

/** An act on a plan, as little as the caller says of it. */
export function anAct(unitId: string, act: Partial<Act> = {}): Act {
  return {
    unitId,
    id: newId(),
    at: testNow,
    actor: newId(),
    action: 'plan.accepted',
    record: { type: 'plan', id: newId() },
    before: { state: 'draft' },
    after: { state: 'accepted' },
    context: { actorName: 'Lê Thị Thử' },
    ...act,
  };
}

/** Appends acts of one unit on a connection whose transaction the caller has opened. */
export async function append(client: pg.ClientBase, unitId: string, acts: readonly Act[]): Promise<void> {
  await client.query('select append_log($1, $2)', [unitId, JSON.stringify(acts.map(logEntry))]);
}

export async function aLog(): Promise<TestLog> {
  const database = await makeTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'lien-mach-log-'));
  const pools = {
    app: poolOf(database.urls.app),
    worker: poolOf(database.urls.worker),
    owner: poolOf(database.urls.owner),
  };
  const running: Sequencer[] = [];
  return {
    dataDir,
    app: pools.app,
    owner: pools.owner,
    ownerUrl: database.urls.owner,
    workerUrl: database.urls.worker,
    act: async (unitId, act) => {
      const made = anAct(unitId, act);
      const client = await pools.app.connect();
      await client.query(`begin; set local app.unit_id = '${unitId}'`);
      await append(client, unitId, [made]);
      await client.query('commit');
      client.release();
      return made.id;
    },
    sequencer: async (options) => {
      const made = await startSequencer({
        pool: pools.worker,
        dataDir,
        now: () => testNow,
        everyMs: Infinity,
        ...options,
      });
      running.push(made);
      return made;
    },
    close: async () => {
      for (const sequencer of running) await sequencer.stop();
      for (const pool of Object.values(pools)) await pool.end();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function poolOf(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 20 });
  pool.on('error', () => undefined);
  return pool;
}
