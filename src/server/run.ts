import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { modules } from '#modules/index.server.ts';
import { beginDemo, type DemoAccount } from '#modules/starter.ts';
import { buildApp } from './app.ts';
import { makeDemoClock, systemClock } from './clock.ts';
import { type Config, refuseDefaultSecrets } from './config.ts';
import { type Database, filesFolder, openDatabase, watchCluster } from './database.ts';
import { appConnections, makePool } from './db.ts';
import { makeFileStore } from './files.ts';
import { type Jobs, startJobs } from './jobs.ts';
import { type Sequencer, startSequencer } from './log/sequencer.ts';
import type { Services } from './module.ts';
import { readOrMakeSecret } from './secrets.ts';

/** A server that answers. */
export interface RunningServer {
  readonly url: string;
  readonly demo: boolean;
  /** Invented people made just now, with their first passwords; empty at later starts. */
  readonly newDemoAccounts: readonly DemoAccount[];
  /** Stops in order: HTTP, jobs, sequencer, connections, database. */
  stop(): Promise<void>;
}

interface OpenServices {
  readonly services: Services;
  readonly database: Database;
  close(): Promise<void>;
}

/** What a unit needs before the server makes sense: made by `cli init`, or by the demo. */
export class NotBegunError extends Error {}

/** Opens the database and the services that stand on it, without serving anything yet. */
export async function openServices(config: Config): Promise<OpenServices> {
  const database = await openDatabase(config);
  const ignore = () => undefined;
  const appPool = makePool(database.urls.app, appConnections, ignore);
  const workerPool = makePool(database.urls.worker, 8, ignore);
  const demo = await isDemo(database, config);
  const demoClock = demo ? await makeDemoClock(appPool) : undefined;
  const services: Services = {
    config,
    clock: demoClock ?? systemClock,
    demoClock,
    files: makeFileStore(filesFolder(config)),
    authUrl: database.urls.auth,
    authSecret: await readOrMakeSecret(config.secretsDir, 'auth', () => randomBytes(32).toString('base64url')),
    appPool,
    workerPool,
  };
  refuseDefaultSecrets(config, { 'data/secrets/auth': services.authSecret });
  return {
    services,
    database,
    close: async () => {
      await Promise.all([appPool.end(), workerPool.end()]);
      await database.cluster?.stop();
    },
  };
}

/** Whether this installation is a demo; an empty one becomes a demo where that is allowed. */
async function isDemo(database: Database, config: Config): Promise<boolean> {
  const client = new pg.Client({ connectionString: database.urls.owner });
  await client.connect();
  try {
    const { rows } = await client.query<{ demo: boolean; units: number }>(
      `select exists (select 1 from installation where key = 'demo' and value = 'true') as demo, (select count(*)::int from unit) as units`,
    );
    if (rows[0]?.demo) return true;
    if (rows[0]?.units || !config.mayBeginDemo) return false;
    await client.query(`insert into installation (key, value) values ('demo', 'true') on conflict do nothing`);
    return true;
  } finally {
    await client.end();
  }
}

/** Starts everything the configuration asks for and listens; when that fails, nothing is left running. */
export async function startServer(config: Config): Promise<RunningServer> {
  const opened = await openServices(config);
  try {
    return await serve(config, opened);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function serve(config: Config, { services, database, close }: OpenServices): Promise<RunningServer> {
  const newDemoAccounts = services.demoClock ? await beginDemo(services, database.urls.owner) : [];
  await refuseWithoutUnit(services);
  const app = await buildApp(services);
  const report = (error: Error) => app.log.error({ err: error }, 'background work');
  const background = await startBackground(config, services, database, report);
  const url = await listen(app, config);
  return {
    url,
    demo: services.demoClock !== undefined,
    newDemoAccounts,
    stop: async () => {
      await app.close();
      await background.stop();
      await close();
    },
  };
}

async function refuseWithoutUnit(services: Services): Promise<void> {
  const { rowCount } = await services.appPool.query(`select 1 from installation where key = 'own_unit'`);
  if (!rowCount)
    throw new NotBegunError('Chưa có đơn vị nào. Chạy "npm run cli -- init" để tạo đơn vị và người quản trị đầu tiên.');
}

async function startBackground(
  config: Config,
  services: Services,
  database: Database,
  report: (error: Error) => void,
): Promise<{ stop(): Promise<void> }> {
  const asError = (error: unknown) =>
    error instanceof Error ? error : new Error(String(error ?? 'the database process died'));
  const unwatch = database.cluster
    ? watchCluster(database.cluster, (error) => report(asError(error)))
    : () => undefined;
  const clockTimer = setInterval(() => void services.demoClock?.refresh().catch(report), 1_000);
  clockTimer.unref();
  let jobs: Jobs | undefined;
  let sequencer: Sequencer | undefined;
  if (config.role !== 'web') {
    jobs = await startJobs(modules, services, report);
    sequencer = await startSequencer({
      pool: services.workerPool,
      dataDir: config.dataDir,
      now: () => services.clock.now(),
      onProblem: report,
    });
  }
  return {
    stop: async () => {
      unwatch();
      clearInterval(clockTimer);
      await jobs?.stop();
      await sequencer?.runOnce().catch(report);
      await sequencer?.stop();
    },
  };
}

async function listen(app: FastifyInstance, config: Config): Promise<string> {
  await app.listen({ port: config.role === 'worker' ? 0 : config.port, host: config.host });
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  return `http://${config.host === '127.0.0.1' || config.host === '0.0.0.0' ? 'localhost' : config.host}:${port}`;
}
