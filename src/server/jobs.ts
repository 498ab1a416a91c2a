import { setTimeout as sleep } from 'node:timers/promises';
import { type JobHelpers, Logger, makeWorkerUtils, run, type TaskList } from 'graphile-worker';
import type pg from 'pg';
import type { UnitId } from '#kernel/brands.ts';
import { dayInVietnam } from '#kernel/plain-date.ts';
import { takeUpAbandonedJobs } from './abandoned-jobs.ts';
import type { Context, LogNote, OutboxNote } from './context.ts';
import { beginFor, type Db, endBroken, inTransaction, kyselyOn } from './db.ts';
import { newId } from './ids.ts';
import { keepWorking } from './keep-working.ts';
import type { Job, LongWork, ServerModule, Services } from './module.ts';
import { addWords } from './words.ts';
import { alreadyDone, finishWrite } from './write.ts';

export interface JobPayload {
  readonly unitId: UnitId;
  readonly key: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

interface OutboxRow {
  unit_id: UnitId;
  id: string;
  topic: string;
  payload: Readonly<Record<string, unknown>>;
}

/** The running jobs of a process. */
export interface Jobs {
  /** Waits for jobs under way and stops. */
  stop(): Promise<void>;
}

/** Only what went wrong is worth a line; each job done would be thousands. */
const logger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') process.stderr.write(`${message}\n`);
});

const relayEveryMs = 200;
const relayAfterFailureMs = 1_000;
const relayAtMost = 500;

/**
 * Runs what happens after commits: a relay turns outbox rows into jobs (in one transaction, so none is lost or doubled),
 * and graphile-worker runs them as the application, each in a transaction of its unit with its own idempotency key.
 */
export async function startJobs(
  modules: readonly ServerModule[],
  services: Services,
  onError: (error: Error) => void,
): Promise<Jobs> {
  const subscribers = subscribersOf(modules);
  const wholeUnit = new Set(
    modules.flatMap(({ name, wholeUnitJobs }) => wholeUnitJobs?.map((job) => `${name}.${job}`) ?? []),
  );
  const atUnit = new Set(modules.flatMap(({ topicsAtUnit }) => topicsAtUnit ?? []));
  for (const module of modules) addWords(module);
  const utils = await makeWorkerUtils({ pgPool: services.workerPool, logger });
  await utils.migrate();
  const workers = await keepWorking(async () => {
    const letGo = await takeUpAbandonedJobs(services.workerPool);
    const runner = await run({
      pgPool: services.workerPool,
      concurrency: 4,
      pollInterval: 500,
      noHandleSignals: true,
      logger,
      taskList: taskListOf(modules, services),
    });
    return { runner, letGo };
  }, onError);
  const backgrounds = modules.flatMap((module) => module.background?.(services, onError) ?? []);
  let stopping = false;
  const relaying = (async () => {
    while (!stopping) {
      const moved = await relay(services.workerPool, { subscribers, wholeUnit, atUnit }).catch((error: Error) => {
        onError(error);
        return -1;
      });
      if (moved < relayAtMost) await sleep(moved < 0 ? relayAfterFailureMs : relayEveryMs);
    }
  })();
  return {
    stop: async () => {
      stopping = true;
      await relaying;
      await workers.stop();
      for (const background of backgrounds) await background.stop();
      await utils.release();
    },
  };
}

/** Topic → task names. Refuses a subscription to a topic nobody publishes. */
export function subscribersOf(modules: readonly ServerModule[]): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, string[]>();
  for (const module of modules) for (const topic of Object.keys(module.topics ?? {})) all.set(topic, []);
  for (const module of modules) {
    for (const [topic, jobs] of Object.entries(module.subscriptions ?? {})) {
      const list = all.get(topic);
      if (!list) throw new Error(`${module.name} follows ${topic}, which no module publishes`);
      list.push(...jobs.map((job) => `${module.name}.${job}`));
    }
  }
  return all;
}

/** Who follows which topic, and how. */
interface Relaying {
  readonly subscribers: ReadonlyMap<string, readonly string[]>;
  readonly wholeUnit: ReadonlySet<string>;
  /** Topics whose jobs run in another unit than the one that left the event. */
  readonly atUnit: ReadonlySet<string>;
}

function unitOf(row: OutboxRow, atUnit: ReadonlySet<string>): UnitId {
  return atUnit.has(row.topic) ? (row.payload['atUnit'] as UnitId) : row.unit_id;
}

/** Moves some outbox rows to the queue; gives their number. */
async function relay(pool: pg.Pool, { subscribers, wholeUnit, atUnit }: Relaying): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<OutboxRow>('select unit_id, id, topic, payload from take_outbox($1)', [
      relayAtMost,
    ]);
    const specs = rows.flatMap((row) =>
      (subscribers.get(row.topic) ?? []).map((task) => ({
        identifier: task,
        payload: { unitId: unitOf(row, atUnit), key: `${row.id}:${task}`, payload: row.payload },
        job_key: wholeUnit.has(task) ? `${unitOf(row, atUnit)}:${task}` : `${row.id}:${task}`,
        max_attempts: 25,
      })),
    );
    const jobs = [...new Map(specs.map((spec) => [spec.job_key, spec])).values()];
    if (jobs.length > 0) {
      await client.query(
        `select graphile_worker.add_jobs(array(select json_populate_recordset(null::graphile_worker.job_spec, $1::json)))`,
        [JSON.stringify(jobs)],
      );
    }
    const byUnit = Map.groupBy(rows, (row) => row.unit_id);
    for (const [unit, some] of byUnit)
      await client.query('select drop_outbox($1, $2)', [unit, some.map((row) => row.id)]);
    await client.query('commit');
    client.release();
    return rows.length;
  } catch (error) {
    await endBroken(client);
    throw error;
  }
}

function taskListOf(modules: readonly ServerModule[], services: Services): TaskList {
  const tasks: TaskList = {};
  for (const module of modules) {
    for (const [name, job] of Object.entries(module.jobs?.(services) ?? {})) {
      tasks[`${module.name}.${name}`] = async (payload, helpers) =>
        runJob(services, `${module.name}.${name}`, job, payload as JobPayload, helpers);
    }
    for (const [name, job] of Object.entries(module.longJobs?.(services) ?? {})) {
      tasks[`${module.name}.${name}`] = async (payload) => {
        const given = payload as JobPayload;
        await job(longWorkOf(services, `${module.name}.${name}`, given), given.payload);
      };
    }
  }
  return tasks;
}

async function runJob(
  services: Services,
  task: string,
  job: Job,
  given: JobPayload,
  _helpers: JobHelpers,
): Promise<void> {
  await runInUnit(services, { unitId: given.unitId, actor: `job:${task}`, key: given.key }, (ctx) =>
    job(ctx, given.payload),
  );
}

/** The short transactions of a long job, or of a seeding that does the same. */
export function longWorkOf(services: Services, task: string, { unitId, key }: JobPayload): LongWork {
  const actor = `job:${task}`;
  return {
    unitId,
    read: (work) =>
      inTransaction(services.appPool, unitId, 'read', (db) =>
        work(contextOf(db, unitId, services.clock.now(), [], [])),
      ),
    act: (name, work) =>
      runInUnit(services, { unitId, actor, ...(name === undefined ? {} : { key: `${key}:${name}` }) }, work),
  };
}

/**
 * Acts in a unit without a request: for jobs and for the command line. With a key, the act is carried out once;
 * asked again it does nothing.
 */
export async function runInUnit(
  services: Pick<Services, 'appPool' | 'clock'>,
  who: {
    readonly unitId: UnitId;
    readonly actor: string;
    readonly key?: string;
    /** Who the log names: an account and its name, otherwise the system. */
    readonly accountId?: string;
    readonly name?: string;
  },
  work: (ctx: Context) => Promise<void>,
): Promise<void> {
  const client = await services.appPool.connect();
  const now = services.clock.now();
  const at = new Date(now).toISOString();
  const entries: LogNote[] = [];
  const events: OutboxNote[] = [];
  try {
    await client.query(beginFor(who.unitId, 'write'));
    await work(contextOf(kyselyOn(client), who.unitId, now, entries, events));
    await finishWrite(client, {
      unitId: who.unitId,
      at,
      actor: { id: who.accountId ?? null, name: who.name ?? 'Hệ thống' },
      ...(who.key === undefined
        ? {}
        : {
            idempotency: { actor: who.actor, route: who.actor, key: who.key, bodyHash: '', status: 200, answer: null },
          }),
      entries,
      events,
    });
    client.release();
  } catch (error) {
    await endBroken(client);
    if ((error as { code?: string }).code !== alreadyDone) throw error;
  }
}

function contextOf(db: Db, unitId: UnitId, now: number, entries: LogNote[], events: OutboxNote[]): Context {
  return {
    db,
    unitId,
    session: undefined,
    now,
    at: new Date(now).toISOString(),
    today: dayInVietnam(now),
    file: undefined,
    address: '127.0.0.1',
    newId,
    log: (note) => void entries.push(note),
    publish: (topic, payload) => void events.push({ topic, payload }),
    may: () => true,
    lockBriefly: () => undefined,
  };
}
