import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anIntake } from '#test/dossier-office.ts';
import {
  databasePid,
  isReady,
  killNow,
  post,
  type ServerProcess,
  signInDemo,
  startProcess,
  stopProcess,
} from './server-process.ts';

/** Dossiers taken in and sent on while application and PostgreSQL are killed in the middle of it. */
const rounds = 6;
let dataDir: string;
let server: ServerProcess;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lien-mach-dossier-kill-'));
  await chmod(dataDir, 0o755);
  server = await startProcess(dataDir);
}, 90_000);
afterAll(async () => {
  if (server) await stopProcess(server.child);
  await rm(dataDir, { recursive: true, force: true });
});

interface Answered {
  readonly id: string;
  readonly version: number;
  readonly code: string;
}

test(`after ${rounds} kills every acknowledged act is there, whole, and codes have neither gaps nor doubles`, async () => {
  const cookie = await signInDemo(server.url, 'Bùi Mẫu Khánh');
  const received: Answered[] = [];
  const moved: Answered[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = received.length;
    const writing = writeUntilStopped(server.url, cookie, received, moved);
    await until(async () => received.length > before + 3);
    await sleep((round * 53) % 200);
    if (round % 2 === 0) await killNow(server.child);
    else process.kill(databasePid(dataDir), 'SIGKILL');
    writing.stop();
    await writing.ended;
    if (round % 2 === 0) server = await startProcess(dataDir);
    else await until(() => isReady(server.url));
  }
  await killNow(server.child);
  server = await startProcess(dataDir);
  const client = await asSuperuser();
  try {
    const { rows } = await client.query<{
      id: string;
      code: string | null;
      version: number;
      acts: number;
      state: string;
    }>(
      `select d.id, d.code, d.version, d.state, (select count(*) from dossier_act a where a.dossier_id = d.id)::integer as acts
       from dossier d where d.received_on = '2022-01-10'`,
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    expect(received.filter(({ id, code }) => byId.get(id)?.code !== code)).toEqual([]);
    expect(moved.filter(({ id, version }) => (byId.get(id)?.version ?? 0) < version)).toEqual([]);
    expect(rows.filter((row) => row.acts !== row.version)).toEqual([]);
    const codes = rows.flatMap((row) => (row.code === null ? [] : [row.code])).sort();
    expect(codes).toEqual(codes.map((_, index) => `H56.22.17-220110-${String(index + 1).padStart(4, '0')}`));
    expect(codes.length).toBeGreaterThanOrEqual(rounds * 3);
    const slips = await client.query<{ number: number }>(
      `select number from dossier_form where kind = 'receipt' and year = 2022 order by number`,
    );
    expect(slips.rows.map((row) => row.number)).toEqual(slips.rows.map((_, index) => index + 1));
    const counts = await client.query(
      `select state, sum(n)::integer as n from dossier_count group by 1 having sum(n) <> 0 order by 1`,
    );
    const live = await client.query(
      `select state, count(*)::integer as n from dossier where live group by 1 order by 1`,
    );
    expect(counts.rows).toEqual(live.rows);
  } finally {
    await client.end();
  }
}, 240_000);

function writeUntilStopped(
  url: string,
  cookie: string,
  received: Answered[],
  moved: Answered[],
): { stop(): void; ended: Promise<unknown> } {
  let stopped = false;
  const writer = async () => {
    while (!stopped) {
      const made = await post(url, '/api/dossiers', cookie, { intake: anIntake() });
      if (made?.status !== 200) {
        await sleep(10);
        continue;
      }
      const dossier = made.body as Answered;
      received.push(dossier);
      const sent = await post(url, `/api/dossiers/${dossier.id}/transfer`, cookie, { version: dossier.version });
      if (sent?.status === 200) moved.push(sent.body as Answered);
    }
  };
  return { stop: () => (stopped = true), ended: Promise.all([0, 1, 2, 3].map(writer)) };
}

async function asSuperuser(): Promise<pg.Client> {
  const port = (await readFile(join(dataDir, 'pg', 'postmaster.pid'), 'utf8')).split('\n')[3];
  const secret = await readFile(join(dataDir, 'secrets', 'pg-super'), 'utf8');
  const client = new pg.Client({ connectionString: `postgres://postgres:${secret}@127.0.0.1:${port}/lien_mach` });
  await client.connect();
  return client;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1_200; tries++) {
    if (await holds()) return;
    await sleep(50);
  }
  throw new Error('it did not come to pass within a minute');
}
