import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type ServerProcess, signInDemo, startProcess, stopProcess } from './server-process.ts';

/** The product on a PostgreSQL that somebody else runs, named by DATABASE_URL; on 18 and on 15. */
const name = `own_${randomUUID().slice(0, 8)}`;
let admin: pg.Client;
let dataDir: string;
let server: ServerProcess;

beforeAll(async () => {
  const { superUrl } = inject('testServer');
  admin = new pg.Client({ connectionString: superUrl });
  await admin.connect();
  await admin.query(`create database ${name}`);
  dataDir = await mkdtemp(join(tmpdir(), 'lien-mach-url-'));
  const url = new URL(superUrl);
  url.pathname = `/${name}`;
  server = await startProcess(dataDir, { DATABASE_URL: url.href, DATABASE_ROLE_PREFIX: name });
}, 90_000);
afterAll(async () => {
  if (server) await stopProcess(server.child);
  await admin.query(`drop database if exists ${name} with (force)`);
  for (const role of ['app', 'worker', 'auth']) await admin.query(`drop role if exists ${name}_${role}`);
  await admin.end();
  await rm(dataDir, { recursive: true, force: true });
});

test('it begins the demo there, and people read the plan', async () => {
  expect(await fetch(server.url).then((reply) => reply.text())).toContain('Kế hoạch cải cách hành chính năm 2022');
  const cookie = await signInDemo(server.url, 'Nguyễn Mẫu An');
  const reply = await fetch(`${server.url}/api/plans`, { headers: { cookie } });
  expect(await reply.json()).toMatchObject({ total: 1, rows: [{ year: 2022, taskCount: 34 }] });
});

test('no table belongs to the role that serves requests', async () => {
  const client = new pg.Client({ connectionString: inject('testServer').superUrl.replace(/\/[^/]*$/, `/${name}`) });
  await client.connect();
  const { rows } = await client.query(
    `select relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = $1`,
    [`${name}_app`],
  );
  await client.end();
  expect(rows).toEqual([]);
});

test('told to stop, it leaves that server running', async () => {
  expect(await stopProcess(server.child)).toBe(0);
  expect((await admin.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});
