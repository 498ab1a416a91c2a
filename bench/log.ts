import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { startCluster } from '#server/embedded/cluster.ts';
import { newId } from '#server/ids.ts';
import { logEntry } from '#server/log/entry.ts';
import { openLogFiles } from '#server/log/log-files.ts';
import { type Sequencer, startSequencer } from '#server/log/sequencer.ts';
import { migrate } from '#server/migrate.ts';
import { ensureRoles } from '#server/roles.ts';
import { type BenchRow, median, percentile } from './bench-row.ts';

export const title = 'Nhật ký Merkle: ghi, chứng minh, kiểm tra';

const wanted = Number(process.env.BENCH_LOG_ENTRIES ?? 1_000_000);
const clients = 16;
const unit = newId();
const begun = Date.now();

/** Measures the log on a PostgreSQL of its own with fsync on: appends, delay of heads, proofs, verification. */
export async function run(): Promise<BenchRow[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lien-mach-bench-log-'));
  const secretsDir = join(dataDir, 'secrets');
  const cluster = await startCluster({ dataDir, secretsDir });
  const url = cluster.url('postgres');
  const { roles, urls } = await ensureRoles(url, 'bench', secretsDir);
  await migrate(url, roles);
  const app = new pg.Pool({ connectionString: urls.app, max: clients });
  const worker = new pg.Pool({ connectionString: urls.worker, max: 4 });
  const sequencer = await startSequencer({ pool: worker, dataDir, now: Date.now, everyMs: 1_500, most: 2_000 });
  try {
    const appended = await measureAppends(app, worker);
    await fill(app, sequencer, appended.count);
    const size = await sizeOf(worker);
    return [...appended.rows, ...(await measureProofs(dataDir, size)), await measureVerify(dataDir, url, size)];
  } finally {
    await sequencer.stop();
    await app.end();
    await worker.end();
    await cluster.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function entries(count: number): string {
  return JSON.stringify(
    Array.from({ length: count }, () =>
      logEntry({
        unitId: unit,
        id: newId(),
        at: Date.now(),
        actor: unit,
        action: 'task.progress-reported',
        record: { type: 'task', id: newId() },
        before: { progress: 40, note: 'Đang rà soát văn bản' },
        after: { progress: 70, note: 'Đã gửi lấy ý kiến các thôn' },
        context: { actorName: 'Nguyễn Văn Thử' },
      }),
    ),
  );
}

async function append(client: pg.ClientBase, json: string): Promise<void> {
  await client.query(`begin; set local app.unit_id = '${unit}'`);
  await client.query({ name: 'append', text: 'select append_log($1, $2)', values: [unit, json] });
  await client.query('commit');
}

/** One entry a transaction from 16 clients at once, while the sequencer runs beside them. */
async function measureAppends(app: pg.Pool, worker: pg.Pool): Promise<{ rows: BenchRow[]; count: number }> {
  const start = performance.now();
  const until = start + 10_000;
  let count = 0;
  const one = async (): Promise<void> => {
    const client = await app.connect();
    for (; performance.now() < until; count++) await append(client, entries(1));
    client.release();
  };
  const delays = watchHeads(worker, () => performance.now() < until);
  await Promise.all(Array.from({ length: clients }, one));
  const perSecond = count / ((performance.now() - start) / 1_000);
  const worst = await delays;
  return {
    count,
    rows: [
      row('Ghi nhật ký, mỗi giao dịch một mục, 16 kết nối', 1_000, perSecond, 'mục/giây', perSecond >= 1_000),
      row('Chờ lâu nhất tới khi có đầu cây đã ký, dưới tải đó', 60, worst / 1_000, 'giây', worst <= 60_000),
    ],
  };
}

/** The longest time the oldest entry of the queue had waited, by the time in its id. */
async function watchHeads(worker: pg.Pool, goesOn: () => boolean): Promise<number> {
  let worst = 0;
  while (goesOn()) {
    const { rows } = await worker.query<{ id: string }>('select entry_id as id from log_pending order by 1 limit 1');
    const id = rows[0]?.id.replaceAll('-', '').slice(0, 12);
    if (id) worst = Math.max(worst, Date.now() - Number.parseInt(id, 16));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return worst;
}

async function fill(app: pg.Pool, sequencer: Sequencer, from: number): Promise<void> {
  const client = await app.connect();
  for (let count = from; count < wanted; ) {
    const part = Math.min(1_000, wanted - count);
    await append(client, entries(part));
    count += part;
    if (count % 50_000 < 1_000) process.stderr.write(`\r${count} mục, ${Math.round((Date.now() - begun) / 1_000)} s  `);
  }
  client.release();
  await sequencer.runOnce();
  process.stderr.write('\n');
}

async function sizeOf(worker: pg.Pool): Promise<number> {
  const { rows } = await worker.query<{ size: string }>('select max(size) as size from log_head where unit_id = $1', [
    unit,
  ]);
  return Number(rows[0]?.size);
}

async function measureProofs(dataDir: string, size: number): Promise<BenchRow[]> {
  const files = openLogFiles(dataDir);
  const times = async (make: (place: number) => Promise<unknown>): Promise<number[]> => {
    const taken: number[] = [];
    for (let i = 0; i < 2_000; i++) {
      const place = (i * 7_919_317) % size;
      const start = performance.now();
      await make(place);
      taken.push(performance.now() - start);
    }
    return taken;
  };
  const proof = (name: string, taken: readonly number[]): BenchRow => {
    const slow = percentile(taken, 0.95);
    const full = `${name} trong ${size.toLocaleString('vi-VN')} mục, p95 (trung vị ${median(taken).toFixed(1)} ms)`;
    return row(full, 5, slow, 'ms', slow <= 5);
  };
  return [
    proof('Chứng minh có mặt', await times((place) => files.inclusionProof(unit, place, size))),
    proof('Chứng minh nhất quán', await times((place) => files.consistencyProof(unit, place + 1, size))),
  ];
}

async function measureVerify(dataDir: string, url: string, size: number): Promise<BenchRow> {
  const program = fileURLToPath(new URL('../verify/verify.ts', import.meta.url));
  const start = performance.now();
  const { stdout } = await promisify(execFile)(process.execPath, [
    program,
    '--data',
    dataDir,
    '--database',
    url,
    '--json',
  ]);
  const seconds = (performance.now() - start) / 1_000;
  const outcome: { whole: boolean; entries: number; heads: number } = JSON.parse(stdout);
  const pass = outcome.whole && outcome.entries === size && seconds <= 30;
  const name = `verify ${size.toLocaleString('vi-VN')} mục, ${outcome.heads.toLocaleString('vi-VN')} đầu cây`;
  return row(name, 30, seconds, 'giây', pass);
}

function row(name: string, asked: number, measured: number, unitOfMeasure: string, pass: boolean): BenchRow {
  const text = (value: number): string => value.toLocaleString('vi-VN', { maximumFractionDigits: value < 100 ? 1 : 0 });
  return {
    name,
    asked: `${unitOfMeasure === 'mục/giây' ? '≥' : '≤'} ${text(asked)} ${unitOfMeasure}`,
    measured: `${text(measured)} ${unitOfMeasure}`,
    pass,
  };
}

if (import.meta.main) console.table(await run());
