import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { readOrMakeSecret } from '../secrets.ts';
import { findBinaries } from './binaries.ts';
import { findPlace, giveTo, type Place } from './os-user.ts';

/** A running PostgreSQL of our own. */
export interface Cluster {
  /** Connection string of the superuser for a database of the cluster. */
  url(database: string): string;
  /** True while the server process lives. */
  alive(): Promise<boolean>;
  /** Starts it again after its process died. */
  revive(): Promise<void>;
  stop(): Promise<void>;
}

export interface ClusterOptions {
  readonly dataDir: string;
  readonly secretsDir: string;
  /** Other programs than the shipped ones, e.g. PostgreSQL 15 in tests. */
  readonly native?: string;
  /** More lines for postgresql.conf; test clusters use them. */
  readonly settings?: readonly string[];
}

const startWithinMs = 30_000;

/**
 * Starts PostgreSQL on the data in `dataDir/pg`, making it first if needed. A server already running on that data is
 * adopted; one that died is recovered. An interrupted first start leaves nothing that blocks the next one.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const native = options.native ?? findBinaries();
  if (!native) throw new Error('this machine has no shipped PostgreSQL: name a server by DATABASE_URL');
  await mkdir(options.dataDir, { recursive: true });
  const place = await findPlace(native, options.dataDir);
  const password = await readOrMakeSecret(options.secretsDir, 'pg-super', () => randomBytes(24).toString('base64url'));
  const pgData = join(place.data, 'pg');
  if (!existsSync(join(pgData, 'PG_VERSION'))) await initialise(place, pgData, password, options.settings ?? []);
  let port = await ensureRunning(place, pgData, password);
  return {
    url: (database) => superUrl(port, password, database),
    alive: async () => (await runningPort(pgData)) !== undefined,
    revive: async () => {
      port = await ensureRunning(place, pgData, password, port);
    },
    stop: async () => {
      await run(place, 'pg_ctl', ['stop', '-D', pgData, '-m', 'fast', '-w', '-t', '30']).catch(async (error) => {
        if (await runningPort(pgData)) throw error;
      });
    },
  };
}

function superUrl(port: number, password: string, database: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
}

async function initialise(place: Place, pgData: string, password: string, settings: readonly string[]): Promise<void> {
  const fresh = `${pgData}.new`;
  await rm(fresh, { recursive: true, force: true });
  await rm(pgData, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  await giveTo(place.user, fresh);
  const passwordFile = `${fresh}.pw`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  await giveTo(place.user, passwordFile);
  const flags = [
    '--encoding=UTF8',
    '--locale=C',
    '--auth=scram-sha-256',
    '--username=postgres',
    `--pwfile=${passwordFile}`,
  ];
  await run(place, 'initdb', ['-D', fresh, ...flags]);
  await rm(passwordFile);
  const lines = [
    "listen_addresses = '127.0.0.1'",
    "unix_socket_directories = ''",
    `port = ${await freePort(0)}`,
    'max_connections = 100',
    'shared_buffers = 256MB',
    'work_mem = 16MB',
    'maintenance_work_mem = 128MB',
    'random_page_cost = 1.1',
    'jit = off',
    "timezone = 'UTC'",
    'max_wal_size = 2GB',
    ...settings,
  ];
  await appendFile(join(fresh, 'postgresql.conf'), `\n${lines.join('\n')}\n`);
  await rename(fresh, pgData);
}

/** Connections that live on know the old port: a server that is started again while they do must keep it. */
async function ensureRunning(place: Place, pgData: string, password: string, samePort?: number): Promise<number> {
  const until = performance.now() + startWithinMs;
  for (;;) {
    const port = await runningPort(pgData);
    if (port !== undefined) {
      if (await answers(port, password)) return port;
    } else {
      await start(place, pgData, samePort).catch((error) => {
        if (performance.now() > until) throw error;
      });
    }
    if (performance.now() > until)
      throw new Error(`PostgreSQL did not start within 30 s; its log is ${join(pgData, 'server.log')}`);
    await sleep(100);
  }
}

async function start(place: Place, pgData: string, samePort: number | undefined): Promise<void> {
  const port = samePort ?? (await portFor(pgData));
  const log = join(pgData, 'server.log');
  await run(place, 'pg_ctl', ['start', '-D', pgData, '-w', '-t', '20', '-l', log, '-o', `-p ${port}`]);
}

/** The remembered port, or another one when it is taken meanwhile. */
async function portFor(pgData: string): Promise<number> {
  const conf = await readFile(join(pgData, 'postgresql.conf'), 'utf8');
  const remembered = Number(/^port = (\d+)$/m.exec(conf)?.[1]);
  return await freePort(remembered).catch(() => freePort(0));
}

/** The port of the server that postmaster.pid names, if that process lives. */
async function runningPort(pgData: string): Promise<number | undefined> {
  const lines = (await readFile(join(pgData, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return pid > 0 && port > 0 && isServer(pid, pgData, await commandOf(pid)) ? port : undefined;
}

function isServer(pid: number, pgData: string, command: string | undefined): boolean {
  if (command !== undefined) return command.includes(pgData);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function commandOf(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined;
  return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: superUrl(port, password, 'postgres'),
    connectionTimeoutMillis: 2_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function freePort(wanted: number): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(wanted, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

function run(place: Place, program: string, args: readonly string[]): Promise<void> {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const child: ChildProcess = spawn(join(place.native, 'bin', program + suffix), args, {
    ...place.user,
    cwd: place.data,
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', HOME: place.data },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += String(chunk);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program}: ${errors.trim() || `exit ${code}`}`)),
    );
  });
}
