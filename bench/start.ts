import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { databasePid, isReady } from '#test/process/server-process.ts';
import { type BenchRow, median } from './bench-row.ts';

export const title = 'Khởi động bằng npm start tới khi /readyz trả lời';

const root = fileURLToPath(new URL('../', import.meta.url));
const times = Number(process.env['BENCH_STARTS'] ?? 5);

/** Starts the product as people do, on a data folder of its own: the first time, again, and after kills. */
export async function run(): Promise<readonly BenchRow[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lien-mach-bench-start-'));
  await chmod(dataDir, 0o755);
  let started: Started | undefined;
  const next = async (): Promise<number> => {
    started = await start(dataDir);
    return started.seconds;
  };
  try {
    const first = await next();
    const again: number[] = [];
    const afterAppKill: number[] = [];
    const afterBothKills: number[] = [];
    for (let round = 0; round < times; round++) {
      await end(started, 'SIGTERM');
      again.push(await next());
    }
    for (let round = 0; round < times; round++) {
      await end(started, 'SIGKILL');
      afterAppKill.push(await next());
    }
    for (let round = 0; round < times; round++) {
      process.kill(databasePid(dataDir), 'SIGKILL');
      await end(started, 'SIGKILL');
      afterBothKills.push(await next());
    }
    const back = await databaseComesBack(dataDir, started);
    return [
      row('lần đầu, các gói đã cài: tạo cơ sở dữ liệu, đọc kế hoạch 2022', undefined, [first]),
      row('lần sau', 3, again),
      row('sau kill -9 ứng dụng', 3, afterAppKill),
      row('sau kill -9 ứng dụng và PostgreSQL', 3, afterBothKills),
      row('đang chạy, kill -9 PostgreSQL, tới khi trang công khai lại mở được', undefined, [back]),
    ];
  } finally {
    await end(started, 'SIGTERM');
    await rm(dataDir, { recursive: true, force: true });
  }
}

interface Started {
  readonly npm: ChildProcess;
  /** Process number of the server itself, which npm started. */
  readonly pid: number;
  readonly url: string;
  readonly seconds: number;
}

async function start(dataDir: string): Promise<Started> {
  const began = performance.now();
  const npm = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  npm.stdout.on('data', (chunk) => (output += String(chunk)));
  npm.stderr.on('data', (chunk) => (output += String(chunk)));
  for (;;) {
    const url = /đang chạy ở (http:\S+)/.exec(output)?.[1];
    if (url && (await isReady(url))) {
      const seconds = (performance.now() - began) / 1_000;
      const lock = JSON.parse(await readFile(join(dataDir, 'start.lock'), 'utf8')) as { pid: number };
      return { npm, pid: lock.pid, url, seconds };
    }
    if (npm.exitCode !== null) throw new Error(`npm start ended: ${output}`);
    if (performance.now() - began > 120_000) throw new Error(`npm start is not ready: ${output}`);
    await sleep(10);
  }
}

async function end(started: Started | undefined, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (!started || started.npm.exitCode !== null) return;
  const gone = new Promise((resolve) => started.npm.once('exit', resolve));
  process.kill(started.pid, signal);
  await gone;
}

/** Until a page that is read from the database is answered again. */
async function databaseComesBack(dataDir: string, started: Started | undefined): Promise<number> {
  const before = databasePid(dataDir);
  process.kill(before, 'SIGKILL');
  const began = performance.now();
  const isBack = async () =>
    databasePid(dataDir) !== before &&
    (await fetch(`${started?.url}/`).then(
      (reply) => reply.ok,
      () => false,
    ));
  while (!(await isBack())) await sleep(10);
  return (performance.now() - began) / 1_000;
}

function row(name: string, most: number | undefined, seconds: readonly number[]): BenchRow {
  const middle = median(seconds);
  const words = `${middle.toFixed(2).replace('.', ',')} giây`;
  return {
    name,
    asked: most === undefined ? 'cho biết' : `≤ ${most} giây`,
    measured: seconds.length > 1 ? `${words} (giữa của ${seconds.length} lần)` : words,
    pass: most === undefined || middle <= most,
  };
}
