import { execFile } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { appendFile, cp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#server/ids.ts';
import { headText, jointHeadText } from '#server/log/head.ts';
import { leafHash, leafText } from '#server/log/leaf.ts';
import type { Sequencer } from '#server/log/sequencer.ts';
import { rootOf } from '#server/log/tree.ts';
import { aLog, type TestLog } from '#test/a-log.ts';
import type { Finding } from './finding.ts';
import { type Outcome, verifyLog } from './verify-log.ts';

const folder = dirname(fileURLToPath(import.meta.url));
const unit = newId();
const other = newId();
let log: TestLog;
let ids: string[];
let sequencer: Sequencer;

beforeEach(async () => {
  log = await aLog();
  ids = [];
  for (let i = 0; i < 10; i++) ids.push(await log.act(unit, { action: `plan.step-${i}` }));
  await log.act(other);
  sequencer = await log.sequencer({ most: 4 });
  await sequencer.runOnce();
});
afterEach(() => log.close());

const check = (more: Partial<Parameters<typeof verifyLog>[0]> = {}): Promise<Outcome> =>
  verifyLog({ dataDir: log.dataDir, databaseUrl: log.ownerUrl, ...more });
const first = async (more?: Partial<Parameters<typeof verifyLog>[0]>): Promise<Finding | undefined> =>
  (await check(more)).findings[0];
const sql = (text: string, values: unknown[] = []): Promise<unknown> => log.owner.query(text, values);
const path = (...parts: string[]): string => join(log.dataDir, 'log', ...parts);
const tileFile = (): string => path(unit, 'tiles', '0', '000000');
const lineFile = (): string => path(unit, 'leaves', '000000.jsonl');

async function flipByte(file: string, at: number): Promise<void> {
  const bytes = await readFile(file);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(file, bytes);
}

/** What an owner of the database would do to hide a change: hash the altered entry again, everywhere in the database. */
async function rehash(id: string): Promise<void> {
  const { rows } = await log.owner.query(
    `select unit_id as unit, id, actor, action, record_type as "recordType", record_id as "recordId",
       to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, encode(before_commitment, 'hex') as before,
       encode(after_commitment, 'hex') as after, encode(context_commitment, 'hex') as context
     from log_entry where id = $1`,
    [id],
  );
  const leaf = leafHash(leafText(rows[0]));
  await sql('update log_entry set leaf = $2 where id = $1', [id, leaf]);
  await sql('update log_sequence set leaf = $2 where entry_id = $1', [id, leaf]);
}

/** Signs all heads of the database again over what it now says, with the stolen key or another one. */
async function resign(pem: string): Promise<void> {
  const leaves = await log.owner.query('select leaf from log_sequence where unit_id = $1 order by index', [unit]);
  const heads = await log.owner.query(
    `select size::int, joint::int, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
     from log_head where unit_id = $1 order by log_head.size`,
    [unit],
  );
  for (const head of heads.rows) {
    const root = rootOf(leaves.rows.slice(0, head.size).map((row) => row.leaf));
    const text = headText({ ...head, unit, root: root.toString('hex') });
    const signature = sign(null, Buffer.from(text), pem);
    await sql('update log_head set root = $3, signature = $4 where unit_id = $1 and size = $2', [
      unit,
      head.size,
      root,
      signature,
    ]);
  }
}

describe('verify', () => {
  it('finds an untouched log whole, as owner, as worker and from the files alone', async () => {
    const outcome = await check();
    expect(outcome.findings).toEqual([]);
    expect(outcome).toMatchObject({ whole: true, units: 2, entries: 11, pending: 0, heads: 4, joints: 3 });
    expect(await check({ databaseUrl: undefined })).toMatchObject({ whole: true, entries: 11, withDatabase: false });
  });

  it('takes pending entries and a lawful erasure as they are', async () => {
    await log.act(unit, { action: 'log.detail-erased', record: { type: 'log-entry', id: ids[3] ?? '' } });
    const client = await log.owner.connect();
    await client.query(`set app.unit_id = '${unit}'`);
    await client.query('select erase_log_detail($1, $2)', [unit, ids[3]]);
    client.release(true);
    expect(await check()).toMatchObject({ whole: true, entries: 11, pending: 1, erased: 1 });
  });

  it('takes a log cut off by a crash between database and files as it is', async () => {
    await log.act(unit);
    await log.owner.query(
      'insert into log_sequence select unit_id, 10, entry_id, leaf from log_pending where unit_id = $1',
      [unit],
    );
    expect(await check()).toMatchObject({ whole: true, entries: 12 });
    await appendFile(tileFile(), Buffer.alloc(32 + 9));
    await appendFile(lineFile(), '{"action":"pl');
    expect(await check()).toMatchObject({ whole: true, entries: 12 });
    expect(await check({ databaseUrl: undefined })).toMatchObject({ whole: true });
    await sequencer.runOnce();
    expect(await check()).toMatchObject({ whole: true, entries: 12 });
  });

  it('takes values of every kind', async () => {
    const odd = {
      '10': 1,
      '9': [1e21, 0.1, -0, null, true],
      đ: 'Nguyễn\u0000 "\\ \ud800',
      z: new Date(0),
      no: undefined,
    };
    await log.act(unit, { before: null, after: odd, context: { reason: 'vì\n\u2028' }, actor: null });
    await log.act(unit, { before: undefined, after: undefined, context: {} });
    await sequencer.runOnce();
    expect((await check()).findings).toEqual([]);
  });
});

describe('a tampered database', () => {
  it.each([
    ['action', `action = 'plan.returned'`, 'action', 'plan.step-6', 'plan.returned'],
    ['actor', `actor = null`, 'actor', expect.any(String), null],
    ['time', `at = at - interval '1 ms'`, 'at', '2022-01-10T01:00:00.000Z', '2022-01-10T00:59:59.999Z'],
    ['record', `record_id = 'x'`, 'recordId', expect.any(String), 'x'],
    ['commitment', `after_commitment = null`, 'after', expect.any(String), null],
  ])('names the entry whose %s was altered, and what it was', async (_, set, field, was, is) => {
    await sql(`update log_entry set ${set} where id = $1`, [ids[6]]);
    const found = await first();
    expect(found).toMatchObject({ kind: expect.stringMatching(/^altered|detail-altered/), index: 6, id: ids[6], unit });
    const altered = (await check()).findings.find((finding) => finding.kind === 'altered');
    expect(altered).toMatchObject({ index: 6, action: 'plan.step-6', differences: [{ field, was, is }] });
  });

  it('names an altered entry also when all hashes in the database were made again', async () => {
    await sql(`update log_entry set action = 'plan.returned' where id = $1`, [ids[6]]);
    await rehash(ids[6] ?? '');
    expect(await first()).toMatchObject({ kind: 'altered', index: 6, id: ids[6], action: 'plan.step-6' });
  });

  it('names it also when the heads in the database were signed again', async () => {
    await sql(`update log_entry set action = 'plan.returned' where id = $1`, [ids[6]]);
    await rehash(ids[6] ?? '');
    await resign(await readFile(join(log.dataDir, 'secrets', 'log-key.pem'), 'utf8'));
    const { findings } = await check();
    expect(findings.find((finding) => finding.kind === 'altered')).toMatchObject({ index: 6, id: ids[6] });
    expect(findings.map((finding) => finding.kind)).toContain('head-removed');
  });

  it('names a removed entry by what it was', async () => {
    await sql('delete from log_detail where entry_id = $1', [ids[2]]);
    await sql('delete from log_entry where id = $1', [ids[2]]);
    expect(await first()).toMatchObject({ kind: 'removed', index: 2, id: ids[2], action: 'plan.step-2' });
  });

  it('names a removed entry also when its place was removed or closed up', async () => {
    await sql('delete from log_detail where entry_id = $1', [ids[2]]);
    await sql('delete from log_entry where id = $1', [ids[2]]);
    await sql('delete from log_sequence where entry_id = $1', [ids[2]]);
    expect(await first()).toMatchObject({ kind: 'removed', index: 2, id: ids[2], action: 'plan.step-2' });
    await sql('update log_sequence set index = index + 99 where unit_id = $1 and index > 2', [unit]);
    await sql('update log_sequence set index = index - 100 where unit_id = $1 and index > 99', [unit]);
    expect(await first()).toMatchObject({ kind: 'removed', index: 2, id: ids[2], action: 'plan.step-2' });
  });

  it('names the first of entries cut off at the end', async () => {
    await sql('delete from log_detail where entry_id = any ($1::uuid[])', [ids.slice(8)]);
    await sql('delete from log_entry where id = any ($1::uuid[])', [ids.slice(8)]);
    await sql('delete from log_sequence where entry_id = any ($1::uuid[])', [ids.slice(8)]);
    await sql('delete from log_head where unit_id = $1 and size > 8', [unit]);
    const { findings } = await check();
    expect(findings[0]).toMatchObject({ kind: 'removed', index: 8, id: ids[8] });
    expect(findings.map((finding) => finding.kind)).toContain('head-removed');
  });

  it('names reordered entries', async () => {
    await sql('update log_sequence set index = 99 where entry_id = $1', [ids[3]]);
    await sql('update log_sequence set index = 3 where entry_id = $1', [ids[7]]);
    await sql('update log_sequence set index = 7 where entry_id = $1', [ids[3]]);
    expect(await first()).toMatchObject({ kind: 'reordered', index: 3, id: ids[3], note: '7' });
  });

  it('names altered and removed details', async () => {
    await sql(`update log_detail set after = '{"state":"refused"}' where entry_id = $1`, [ids[5]]);
    await sql('delete from log_detail where entry_id = $1', [ids[8]]);
    const { findings } = await check();
    expect(findings).toMatchObject([
      { kind: 'detail-altered', index: 5, id: ids[5], differences: [{ field: 'log_detail.after' }] },
      { kind: 'detail-removed', index: 8, id: ids[8] },
    ]);
  });

  it('names an entry smuggled in without a place, and one removed from the queue', async () => {
    const smuggled = newId();
    await sql(
      `insert into log_entry select unit_id, $1, at, actor, action, record_type, record_id, null, null, null, leaf
       from log_entry where id = $2`,
      [smuggled, ids[1]],
    );
    expect(await first()).toMatchObject({ kind: 'unplaced', id: smuggled });
  });
});

describe('tampered files', () => {
  it('name the place of an altered leaf hash', async () => {
    await flipByte(tileFile(), 4 * 32 + 7);
    expect(await first()).toMatchObject({ kind: 'tiles-altered', index: 4, id: ids[4] });
    expect(await first({ databaseUrl: undefined })).toMatchObject({ kind: 'tiles-altered', index: 4, id: ids[4] });
  });

  it('name the place of an altered leaf text, also when its hash was altered with it', async () => {
    const text = await readFile(lineFile(), 'utf8');
    const lines = text.replace('plan.step-5', 'plan.step-X').split('\n');
    await writeFile(lineFile(), lines.join('\n'));
    expect(await first()).toMatchObject({ kind: 'lines-altered', index: 5 });
    expect(await first({ databaseUrl: undefined })).toMatchObject({ kind: 'lines-altered', index: 5 });
    const tiles = await readFile(tileFile());
    tiles.set(leafHash(lines[5] ?? ''), 5 * 32);
    await writeFile(tileFile(), tiles);
    expect(await first()).toMatchObject({ kind: 'tiles-altered', index: 5 });
  });

  it('name the first missing hash', async () => {
    await truncate(tileFile(), 6 * 32);
    expect(await first()).toMatchObject({ kind: 'tiles-missing', index: 6, id: ids[6] });
  });

  it('name an altered tile above the leaves', async () => {
    for (let i = 0; i < 260; i++) await log.act(other);
    await sequencer.runOnce();
    expect(await check()).toMatchObject({ whole: true });
    await flipByte(path(other, 'tiles', '1', '000000'), 3);
    expect(await first()).toMatchObject({ kind: 'tiles-altered', note: 'tiles/1, 0' });
  });
});

describe('forged heads', () => {
  it('are named by their signature', async () => {
    await sql(`update log_head set root = decode(repeat('00', 32), 'hex') where unit_id = $1 and size = 8`, [unit]);
    const kinds = (await check()).findings.map((finding) => finding.kind);
    expect(kinds).toContain('head-forged');
    await sql('delete from log_head where unit_id = $1 and size = 8', [unit]);
    expect(await first()).toMatchObject({ kind: 'head-removed', note: '8' });
  });

  it('are named as missing when all were removed with all files', async () => {
    await sql('delete from log_head');
    await sql('delete from log_joint_head');
    for (const name of await readdir(path())) {
      if (name !== 'public-keys.pem') await rm(path(name), { recursive: true });
    }
    expect(await first()).toMatchObject({ kind: 'head-removed', index: 0 });
  });

  it('are named when another key signed them', async () => {
    await resign(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    const { findings } = await check();
    expect(findings.filter((finding) => finding.kind === 'head-forged').length).toBe(3);
  });

  it('over all units are named too', async () => {
    await sql('update log_joint_head set units = 7 where number = 2');
    expect(await first()).toMatchObject({ kind: 'head-forged', unit: null, note: '#2 (log_joint_head)' });
    const key = await readFile(join(log.dataDir, 'secrets', 'log-key.pem'), 'utf8');
    const root = '00'.repeat(32);
    const text = jointHeadText({ number: 3, units: 2, root, at: '2022-01-10T01:00:00.000Z' });
    await sql('update log_joint_head set root = $1, signature = $2 where number = 3', [
      Buffer.from(root, 'hex'),
      sign(null, Buffer.from(text), key),
    ]);
    expect((await check()).findings).toContainEqual(
      expect.objectContaining({ kind: 'head-mismatch', note: '#3 (log_joint_head)' }),
    );
  });

  it('show by heads kept elsewhere that everything here was written again', async () => {
    const witness = await readFile(path('heads.jsonl'), 'utf8');
    await sql(`update log_entry set action = 'plan.returned' where id = $1`, [ids[6]]);
    await rehash(ids[6] ?? '');
    await sql('delete from log_head');
    await sql('delete from log_joint_head');
    await sql('insert into log_pending select unit_id, entry_id, leaf from log_sequence');
    await sequencer.stop();
    for (const name of await readdir(path())) await rm(path(name), { recursive: true });
    await (await log.sequencer({ most: 4 })).runOnce();
    expect(await check()).toMatchObject({ whole: true });
    const { findings } = await check({ witness });
    expect(findings[0]).toMatchObject({ kind: 'head-mismatch', unit, index: 4, note: '8 (--heads)' });
    expect((await check({ witness: witness.replaceAll('"size":8', '"size":800') })).findings.length).toBeGreaterThan(0);
  });
});

describe('the program', () => {
  const run = (...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
    promisify(execFile)(process.execPath, [join(folder, 'verify.ts'), '--data', log.dataDir, ...args], {
      env: { ...process.env, DATABASE_URL: '' },
    }).then(
      (done) => ({ code: 0, ...done }),
      (error) => error,
    );

  it('says in Vietnamese what it found and ends with 0, 1 or 2', async () => {
    const whole = await run('--database', log.ownerUrl);
    expect(whole).toMatchObject({ code: 0, stdout: expect.stringContaining('NGUYÊN VẸN') });
    await sql(`update log_entry set action = 'plan.returned' where id = $1`, [ids[6]]);
    const broken = await run('--database', log.ownerUrl);
    expect(broken.code).toBe(1);
    expect(broken.stdout).toMatch(/Mục số 6 .*plan\.step-6.*BỊ SỬA/);
    expect(broken.stdout).toMatch(/hành vi: trước là "plan\.step-6", nay là "plan\.returned"/);
    const json = await run('--database', log.ownerUrl, '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({ whole: false, findings: [{ kind: 'altered', index: 6 }] });
    expect(await run('--database', 'postgres://x:y@127.0.0.1:1/z')).toMatchObject({ code: 2 });
    expect(await run('--files-only')).toMatchObject({ code: 0 });
  });

  it('takes heads and keys kept elsewhere', async () => {
    const kept = join(log.dataDir, 'kept.jsonl');
    const key = join(log.dataDir, 'kept.pem');
    await cp(path('heads.jsonl'), kept);
    await cp(path('public-keys.pem'), key);
    expect(await run('--database', log.ownerUrl, '--heads', kept, '--key', key)).toMatchObject({ code: 0 });
    await appendFile(kept, 'x\n{}\n');
    expect(await run('--database', log.ownerUrl, '--heads', kept, '--key', key)).toMatchObject({ code: 1 });
  });

  it('shares no code with the server', async () => {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    for (const name of names) {
      const source = await readFile(join(folder, name), 'utf8');
      for (const [, from] of source.matchAll(/from '([^']+)'/g))
        expect(from, name).toMatch(/^(\.\/[\w-]+\.ts|node:\w+|pg)$/);
    }
  });
});
