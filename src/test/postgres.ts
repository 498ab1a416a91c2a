import { mkdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { inject } from 'vitest';
import { findBinaries } from '#server/embedded/binaries.ts';
import { startCluster } from '#server/embedded/cluster.ts';
import { migrate } from '#server/migrate.ts';
import { type DatabaseUrls, ensureRoles, type RoleNames } from '#server/roles.ts';

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/** The test cluster of a run: where it is and the template database that test files clone. */
export interface TestServer {
  readonly superUrl: string;
  readonly secretsDir: string;
  readonly template: string;
}

/** A database of a test file's own. */
export interface TestDatabase {
  readonly urls: DatabaseUrls;
  readonly roles: RoleNames;
  drop(): Promise<void>;
}

const prefix = 'lien_mach_test';

/** Starts a throw-away cluster and migrates its template; `version` 15 uses the older shipped PostgreSQL. */
export async function startTestServer(version: 15 | 18): Promise<{ server: TestServer; stop(): Promise<void> }> {
  const dataDir = join(tmpdir(), `lien-mach-test-${version}-${process.pid}`);
  const secretsDir = join(dataDir, 'secrets');
  await mkdir(dataDir, { recursive: true, mode: 0o755 });
  const cluster = await startCluster({
    dataDir,
    secretsDir,
    ...(version === 15 ? { native: getBinaries15() } : {}),
    settings: [
      'fsync = off',
      'synchronous_commit = off',
      'full_page_writes = off',
      'max_connections = 200',
      "shared_buffers = '128MB'",
    ],
  });
  const template = 'template_lien_mach';
  const admin = new pg.Client({ connectionString: cluster.url('postgres') });
  await admin.connect();
  await admin.query(`create database ${template}`);
  await admin.end();
  const { roles } = await ensureRoles(cluster.url(template), prefix, secretsDir);
  await planForAnyValue(cluster.url('postgres'), roles.app);
  await migrate(cluster.url(template), roles);
  return {
    server: { superUrl: cluster.url('postgres'), secretsDir, template },
    stop: async () => {
      await cluster.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/**
 * Has every prepared statement planned for any value from its first use on. PostgreSQL does so after the fifth use of a
 * connection, and a statement that only works for known values would fail there, on a busy day.
 */
async function planForAnyValue(superUrl: string, role: string): Promise<void> {
  const admin = new pg.Client({ connectionString: superUrl });
  await admin.connect();
  await admin.query(`alter role ${role} set plan_cache_mode = force_generic_plan`);
  await admin.end();
}

function getBinaries15(): string {
  const require = createRequire(import.meta.url);
  const binaries = findBinaries(require.resolve('pg15'));
  if (!binaries) throw new Error('PostgreSQL 15 is not installed: run npm install');
  return binaries;
}

let counter = 0;

/** A fresh clone of the migrated template, with the role names and passwords of the test cluster. */
export async function makeTestDatabase(server: TestServer = inject('testServer')): Promise<TestDatabase> {
  const name = `t_${process.pid}_${Date.now().toString(36)}_${counter++}`;
  const admin = new pg.Client({ connectionString: server.superUrl });
  await admin.connect();
  await createClone(admin, name, server.template);
  const url = new URL(server.superUrl);
  url.pathname = `/${name}`;
  const { roles, urls } = await urlsOf(url.href, server.secretsDir);
  await admin.query(`grant create on database ${name} to "${roles.worker}"`);
  return {
    urls,
    roles,
    drop: async () => {
      await untilNobodyIsIn(admin, name);
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}

async function createClone(admin: pg.Client, name: string, template: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await admin.query(`create database ${name} template ${template} strategy file_copy`);
      return;
    } catch (error) {
      if (attempt >= 50 || (error as { code?: string }).code !== '55006') throw error;
      await sleep(50);
    }
  }
}

async function urlsOf(superUrl: string, secretsDir: string): Promise<{ roles: RoleNames; urls: DatabaseUrls }> {
  const roles = { owner: 'postgres', app: `${prefix}_app`, worker: `${prefix}_worker`, auth: `${prefix}_auth` };
  const urlOf = async (kind: 'app' | 'worker' | 'auth') => {
    const url = new URL(superUrl);
    url.username = roles[kind];
    url.password = await readFile(join(secretsDir, `pg-${kind}`), 'utf8');
    return url.href;
  };
  return {
    roles,
    urls: { owner: superUrl, app: await urlOf('app'), worker: await urlOf('worker'), auth: await urlOf('auth') },
  };
}

/** A pool that has ended may still be hanging up: dropping its database then would end it with an error nobody hears. */
async function untilNobodyIsIn(admin: pg.Client, name: string): Promise<void> {
  for (let waited = 0; waited < 1_000; waited += 10) {
    const { rows } = await admin.query('select from pg_stat_activity where datname = $1 limit 1', [name]);
    if (rows.length === 0) return;
    await sleep(10);
  }
}
