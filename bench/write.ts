import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { post, signInDemo, startProcess, stopProcess } from '#test/process/server-process.ts';
import { type BenchRow, median } from './bench-row.ts';
import { HttpClient, runHttp, type Write } from './write/http-load.ts';
import { findPgbench, runPgbench, writeScript } from './write/pgbench.ts';
import { recordStatements } from './write/recorded-statements.ts';

export const title = 'Ghi qua HTTP so với pgbench, 16 người cùng ghi';

const clients = 16;
const rounds = 3;
const seconds = Number(process.env['BENCH_WRITE_SECONDS'] ?? 10);
const warmUpSeconds = Math.min(4, seconds);
const appRole = 'lien_mach_app';
const dates = { validFrom: '2022-01-01', validTo: null };

/** A write of the product: what is sent, and the table where the version stands. */
interface Subject {
  readonly name: string;
  readonly table: string;
  readonly path: string;
  form(client: number): Readonly<Record<string, unknown>>;
}

const subjects: readonly Subject[] = [
  {
    name: 'sửa một cán bộ, mỗi người một bản ghi',
    table: 'person',
    path: '/api/org/people',
    form: (client) => ({ name: `Người Thử Số ${client}`, email: `so${client}@xa.example`, phone: null, ...dates }),
  },
  {
    name: 'sửa một bộ phận, lần nào cũng khóa cả cây bộ phận',
    table: 'department',
    path: '/api/org/departments',
    form: (client) => ({ name: `Bộ phận số ${client}`, parentId: null, ...dates }),
  },
];

/** Measures writes of the whole product beside pgbench, which sends the very statements that one such write sent. */
export async function run(): Promise<readonly BenchRow[]> {
  if (!findPgbench()) return subjects.map(missing);
  const dataDir = await mkdtemp(join(tmpdir(), 'lien-mach-bench-write-'));
  await chmod(dataDir, 0o755);
  const server = await startProcess(dataDir, { REQUESTS_PER_MINUTE: '100000000' });
  const place = await placeOf(dataDir);
  const superuser = new pg.Client({ connectionString: place.superUrl });
  await superuser.connect();
  try {
    const cookie = await signInDemo(server.url, 'Quản trị');
    const rows: BenchRow[] = [];
    for (const subject of subjects) rows.push(await measure(subject, { url: server.url, cookie, superuser, place }));
    return rows;
  } finally {
    await superuser.end();
    await stopProcess(server.child);
    await rm(dataDir, { recursive: true, force: true });
  }
}

interface Place {
  readonly dataDir: string;
  readonly superUrl: string;
  readonly appUrl: string;
}

/** Where the server's own PostgreSQL listens, from its files. */
async function placeOf(dataDir: string): Promise<Place> {
  const port = (await readFile(join(dataDir, 'pg', 'postmaster.pid'), 'utf8')).split('\n')[3];
  const url = async (user: string, secret: string) =>
    `postgres://${user}:${await readFile(join(dataDir, 'secrets', secret), 'utf8')}@127.0.0.1:${port}/lien_mach`;
  return { dataDir, superUrl: await url('postgres', 'pg-super'), appUrl: await url(appRole, 'pg-app') };
}

interface Ready {
  readonly url: string;
  readonly cookie: string;
  readonly superuser: pg.Client;
  readonly place: Place;
}

async function measure(subject: Subject, { url, cookie, superuser, place }: Ready): Promise<BenchRow> {
  const records = await makeRecords(subject, url, cookie);
  let versions: number[] = await versionsOf(superuser, subject, records);
  const next = (client: number): Write => {
    const version = versions[client] ?? 0;
    versions[client] = version + 1;
    return { method: 'PUT', path: `${subject.path}/${records[client]}`, body: { ...subject.form(client), version } };
  };
  const connections = records.map(() => new HttpClient(url, cookie));
  await runHttp(connections, warmUpSeconds, next);
  const [first] = connections;
  const key = randomUUID();
  const log = join(place.dataDir, 'pg', 'server.log');
  const statements = await recordStatements(superuser, log, appRole, key, async () => {
    await first?.send(next(0));
    await first?.send(next(0), key);
  });
  const record = records[0] ?? '';
  const script = await writeScript(join(place.dataDir, `${subject.table}.sql`), statements, { record, records, key });
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(await runHttp(connections, seconds, next));
    theirs.push(await runPgbench(place.appUrl, script, clients, seconds));
    versions = await versionsOf(superuser, subject, records);
  }
  for (const connection of connections) connection.close();
  return rowOf(subject, ours, theirs);
}

async function makeRecords(subject: Subject, url: string, cookie: string): Promise<readonly string[]> {
  const made: string[] = [];
  for (let client = 0; client < clients; client++) {
    const answer = await post(url, subject.path, cookie, subject.form(client));
    const { id } = (answer?.body ?? {}) as { id?: string };
    if (!id) throw new Error(`no ${subject.table}: ${JSON.stringify(answer)}`);
    made.push(id);
  }
  return made;
}

async function versionsOf(superuser: pg.Client, { table }: Subject, records: readonly string[]): Promise<number[]> {
  const { rows } = await superuser.query<{ id: string; version: number }>(
    `select id, version from ${table} where id = any($1)`,
    [records],
  );
  return records.map((record) => rows.find((row) => row.id === record)?.version ?? 0);
}

function rowOf(subject: Subject, ours: readonly number[], theirs: readonly number[]): BenchRow {
  const ratio = median(ours.map((perSecond, round) => perSecond / (theirs[round] ?? Number.NaN)));
  const told = (numbers: readonly number[]) => Math.round(median(numbers)).toLocaleString('vi-VN');
  const ratioText = ratio.toFixed(2).replace('.', ',');
  return {
    name: subject.name,
    asked: '≥ 0,8 của pgbench -M extended',
    measured: `${ratioText} (${told(ours)} so với ${told(theirs)} lần ghi/giây)`,
    pass: ratio >= 0.8,
  };
}

function missing(subject: Subject): BenchRow {
  const measured = 'máy này không có pgbench (gói postgresql-client hoặc postgresql-contrib)';
  return { name: subject.name, asked: '≥ 0,8 của pgbench -M extended', measured, pass: false };
}
