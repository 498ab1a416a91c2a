import { join } from 'node:path';
import type pg from 'pg';
import { JointHeads } from './joint-heads.ts';
import { type LogKey, openLogKey } from './log-key.ts';
import { sequenceUnit } from './sequence-unit.ts';

export interface SequencerOptions {
  /** Connections under the worker's role, which alone may give places and heads. */
  readonly pool: pg.Pool;
  /** Folder of the installation's data: tiles and heads go to `log`, the signing key to `secrets`. */
  readonly dataDir: string;
  /** Milliseconds since 1970 by the clock of the installation. */
  readonly now: () => number;
  /** Pause between rounds, 1,500 ms unless said; Infinity leaves every round to `runOnce`. */
  readonly everyMs?: number;
  /** Most entries under one head. */
  readonly most?: number;
  /** Told what went wrong, with the unit when it concerns one only; the rest goes on, and it is tried again. */
  readonly onProblem?: (error: Error, unitId?: string) => void;
}

/** Gives the committed entries of all units their places, and signs heads. */
export interface Sequencer {
  /**
   * Takes what is committed now under signed heads, and gives how many entries that were; 0 also when another
   * process is the sequencer.
   */
  runOnce(): Promise<number>;
  /** Ends after the round under way. */
  stop(): Promise<void>;
}

const lockId = 7_102_455_002;

/** Starts the sequencer. One process of all works at a time; the others wait to take over. */
export async function startSequencer(options: SequencerOptions): Promise<Sequencer> {
  const { everyMs = 1_500 } = options;
  const key = await openLogKey(options.dataDir);
  const rounds = new Rounds(options, key);
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let last: Promise<unknown> = Promise.resolve();
  const runOnce = (): Promise<number> => {
    const next = last.then(() => rounds.run());
    last = next.catch(() => undefined);
    return next;
  };
  const tick = async (): Promise<void> => {
    await runOnce().catch((error: unknown) => options.onProblem?.(asError(error)));
    if (!stopped) timer = setTimeout(tick, everyMs);
  };
  if (everyMs !== Infinity) timer = setTimeout(tick, 0);
  return {
    runOnce,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await last;
      clearTimeout(timer);
      rounds.release();
    },
  };
}

interface Held {
  readonly client: pg.PoolClient;
  readonly joints: JointHeads;
}

class Rounds {
  readonly #options: SequencerOptions;
  readonly #key: LogKey;
  readonly #logDir: string;
  #held: Held | undefined;

  constructor(options: SequencerOptions, key: LogKey) {
    this.#options = options;
    this.#key = key;
    this.#logDir = join(options.dataDir, 'log');
  }

  async run(): Promise<number> {
    const held = this.#held ?? (await this.#findLock());
    if (!held) return 0;
    try {
      let taken = 0;
      for (let round = 1; round > 0; taken += round) round = await this.#round(held);
      return taken;
    } catch (error) {
      this.release(asError(error));
      throw error;
    }
  }

  /** Closing the connection frees the lock, whatever state it is in. */
  release(error?: Error): void {
    this.#held?.client.release(error ?? true);
    this.#held = undefined;
  }

  /** Every statement goes through the connection that holds the lock: when it is lost, so is the right to write. */
  async #findLock(): Promise<Held | undefined> {
    const client = await this.#options.pool.connect();
    client.on('error', ignore);
    try {
      const { rows } = await client.query<{ held: boolean }>(`select pg_try_advisory_lock(${lockId}) as held`);
      if (!rows[0]?.held) {
        client.off('error', ignore);
        client.release();
        return undefined;
      }
      const joints = new JointHeads(client, this.#logDir);
      await joints.load();
      this.#held = { client, joints };
      return this.#held;
    } catch (error) {
      client.release(asError(error));
      throw error;
    }
  }

  async #round({ client, joints }: Held): Promise<number> {
    const { now, most = 5_000, onProblem } = this.#options;
    const { rows } = await client.query<{ unit_id: string }>('select distinct unit_id from log_pending');
    const context = { client, logDir: this.#logDir, key: this.#key, now, most };
    let taken = 0;
    for (const { unit_id: unitId } of rows) {
      try {
        const done = await sequenceUnit(context, unitId, joints.next);
        if (!done) continue;
        joints.add(done.head);
        taken += done.taken;
      } catch (error) {
        if (isConnectionLost(error)) throw error;
        onProblem?.(asError(error), unitId);
      }
    }
    await joints.close(this.#key, now());
    return taken;
  }
}

/** A connection that dies between statements is noticed by the next statement. */
function ignore(): void {}

function isConnectionLost(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return typeof code !== 'string' ? /connection|terminat/i.test(String(error)) : /^(08|57P)/.test(code);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
