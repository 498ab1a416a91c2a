import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

/** The product as a person starts it, killed again and again in the middle of writes. */
const root = fileURLToPath(new URL('../../../', import.meta.url));
const rounds = 20;
let dataDir: string;
let server: ServerProcess;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lien-mach-kill-'));
  await chmod(dataDir, 0o755);
  server = await startProcess(dataDir);
}, 90_000);
afterAll(async () => {
  if (server) await stopProcess(server.child);
  await rm(dataDir, { recursive: true, force: true });
});

test('started a second time, it says which one runs', () => {
  const second = spawnSync(process.execPath, ['src/server/main.ts'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir },
    encoding: 'utf8',
  });
  expect(second.status).toBe(1);
  expect(second.stderr).toContain(server.url);
  expect(second.stderr).toContain(`tiến trình ${server.child.pid}`);
});

test(`what was acknowledged is there after ${rounds} kills of the application and of PostgreSQL`, async () => {
  const cookie = await signInDemo(server.url, 'Quản trị');
  const acknowledged: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const writing = writeUntilStopped(server.url, cookie, round, acknowledged);
    const before = acknowledged.length;
    await until(async () => acknowledged.length > before);
    await sleep((round * 37) % 240);
    if (round % 2 === 0) {
      await killNow(server.child);
      writing.stop();
      await writing.ended;
      server = await startProcess(dataDir);
    } else {
      process.kill(databasePid(dataDir), 'SIGKILL');
      writing.stop();
      await writing.ended;
      await until(() => isReady(server.url));
    }
  }
  await killNow(server.child);
  server = await startProcess(dataDir);
  const stored = await codes(server.url, cookie);
  const lost = acknowledged.filter((code) => !stored.has(code));
  expect(lost).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(rounds * 2);
}, 240_000);

test('the log is whole after all that', async () => {
  await sleep(2_500);
  await stopProcess(server.child);
  server = await startProcess(dataDir);
  const verify = spawnSync(process.execPath, ['verify/verify.ts', '--data', dataDir, '--json'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(JSON.parse(verify.stdout)).toMatchObject({ whole: true, findings: [], pending: 0 });
  expect(verify.status).toBe(0);
}, 60_000);

test('told to stop, it stops cleanly and starts again', async () => {
  expect(await stopProcess(server.child)).toBe(0);
  server = await startProcess(dataDir);
  expect(await isReady(server.url)).toBe(true);
}, 60_000);

function writeUntilStopped(
  url: string,
  cookie: string,
  round: number,
  acknowledged: string[],
): { stop(): void; ended: Promise<unknown> } {
  let stopped = false;
  const writer = async (who: number) => {
    for (let i = 0; !stopped; i++) {
      const code = `v${round}-${who}-${i}`;
      const name = `Bộ phận ${code}`;
      const answer = await post(url, '/api/org/departments', cookie, {
        code,
        name,
        parentId: null,
        validFrom: '2022-01-01',
        validTo: null,
      });
      if (answer?.status === 200) acknowledged.push(code);
      else await sleep(5);
    }
  };
  return { stop: () => (stopped = true), ended: Promise.all([0, 1, 2, 3].map(writer)) };
}

async function codes(url: string, cookie: string): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let page = 1; ; page++) {
    const reply = await fetch(`${url}/api/org/departments?page=${page}&size=200`, { headers: { cookie } });
    const { rows } = (await reply.json()) as { rows: { code: string }[] };
    for (const row of rows) found.add(row.code);
    if (rows.length < 200) return found;
  }
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 30_000;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`it did not come back within 30 s: ${server.output().slice(-3_000)}`);
    await sleep(50);
  }
}
