import { existsSync } from 'node:fs';
import { appendFile, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#server/ids.ts';
import { aLog, anAct, append, type TestLog, testNow } from '#test/a-log.ts';
import { leafHash } from './leaf.ts';
import { rootOf } from './tree.ts';

let log: TestLog;
const unit = newId();
beforeEach(async () => {
  log = await aLog();
});
afterEach(() => log.close());

interface Place {
  index: number;
  entry_id: string;
  leaf: Buffer;
}

async function places(of: string = unit): Promise<Place[]> {
  const { rows } = await log.owner.query<Place>(
    'select index::int, entry_id, leaf from log_sequence where unit_id = $1 order by index',
    [of],
  );
  return rows;
}

async function heads(of: string = unit): Promise<{ size: number; root: Buffer }[]> {
  const { rows } = await log.owner.query(
    'select size::int, root from log_head where unit_id = $1 order by log_head.size',
    [of],
  );
  return rows;
}

async function expectWhole(ids: readonly string[], of: string = unit): Promise<void> {
  const rows = await places(of);
  expect(rows.map((row) => row.entry_id).sort()).toEqual([...ids].sort());
  expect(rows.map((row) => row.index)).toEqual(rows.map((_, i) => i));
  for (const head of await heads(of)) {
    expect(rootOf(rows.slice(0, head.size).map((row) => row.leaf)).equals(head.root)).toBe(true);
  }
  expect((await heads(of)).at(-1)?.size).toBe(ids.length);
  const tiles = await readFile(join(log.dataDir, 'log', of, 'tiles', '0', '000000'));
  expect(tiles.equals(Buffer.concat(rows.map((row) => row.leaf)))).toBe(true);
  const lines = (await readFile(join(log.dataDir, 'log', of, 'leaves', '000000.jsonl'), 'utf8')).trimEnd().split('\n');
  expect(lines.map((line) => leafHash(line).toString('hex'))).toEqual(rows.map((row) => row.leaf.toString('hex')));
  const { rows: pending } = await log.owner.query('select 1 from log_pending where unit_id = $1', [of]);
  expect(pending).toEqual([]);
}

describe('the sequencer', () => {
  it('gives places without gaps and signs a head', async () => {
    const ids = [await log.act(unit), await log.act(unit), await log.act(unit)];
    const sequencer = await log.sequencer();
    expect(await sequencer.runOnce()).toBe(3);
    expect(await sequencer.runOnce()).toBe(0);
    await expectWhole(ids);
  });

  it('takes a late commit although later entries already have places', async () => {
    const late = anAct(unit);
    const client = await log.app.connect();
    await client.query(`begin; set local app.unit_id = '${unit}'`);
    await append(client, unit, [late]);
    const early = await log.act(unit);
    const sequencer = await log.sequencer();
    await sequencer.runOnce();
    await expectWhole([early]);
    await client.query('commit');
    client.release();
    await sequencer.runOnce();
    await expectWhole([early, late.id]);
  });

  it('loses and doubles nothing with many writers, late commits, rollbacks and two sequencers', async () => {
    const problems: Error[] = [];
    const onProblem = (error: Error): number => problems.push(error);
    const one = await log.sequencer({ everyMs: 20, most: 7, onProblem });
    const other = await log.sequencer({ everyMs: 20, most: 7, onProblem });
    const units = [unit, newId()];
    const kept = new Map<string, string[]>(units.map((id) => [id, []]));
    const writer = async (number: number): Promise<void> => {
      for (let i = 0; i < 12; i++) {
        const of = units[(number + i) % 2] ?? unit;
        const acts = [anAct(of), anAct(of)];
        const client = await log.app.connect();
        await client.query(`begin; set local app.unit_id = '${of}'`);
        await append(client, of, acts);
        await new Promise((resolve) => setTimeout(resolve, (number * 7 + i * 13) % 60));
        const keep = (number + i) % 5 !== 0;
        await client.query(keep ? 'commit' : 'rollback');
        client.release();
        if (keep) kept.get(of)?.push(...acts.map((act) => act.id));
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, number) => writer(number)));
    await one.runOnce();
    await other.runOnce();
    expect(problems).toEqual([]);
    for (const of of units) await expectWhole(kept.get(of) ?? [], of);
    const lines = (await readFile(join(log.dataDir, 'log', 'heads.jsonl'), 'utf8')).trimEnd().split('\n');
    const { rows } = await log.owner.query(
      'select (select count(*) from log_head) + (select count(*) from log_joint_head) as n',
    );
    expect(lines.length).toBe(Number(rows[0].n));
  });

  it('lets another process take over when the one that works goes', async () => {
    const first = await log.sequencer();
    const second = await log.sequencer();
    const ids = [await log.act(unit)];
    await first.runOnce();
    await second.runOnce();
    await expectWhole(ids);
    ids.push(await log.act(unit));
    await log.owner.query(
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`,
    );
    await first.runOnce().catch(() => 0);
    await expect.poll(() => second.runOnce().catch(() => 0), { timeout: 10_000 }).toBe(1);
    await expectWhole(ids);
  });

  it('uses the clock it is given', async () => {
    await log.act(unit);
    await (await log.sequencer({ now: () => testNow + 5 })).runOnce();
    const { rows } = await log.owner.query(`select extract(epoch from at) * 1000 as ms from log_head`);
    expect(Number(rows[0].ms)).toBe(testNow + 5);
  });
});

describe('after a crash', () => {
  const leafFile = (): string => join(log.dataDir, 'log', unit, 'tiles', '0', '000000');

  async function crashed(step: 'places' | 'tiles' | 'head'): Promise<string[]> {
    const ids = [await log.act(unit), await log.act(unit)];
    const sequencer = await log.sequencer();
    await sequencer.runOnce();
    for (let i = 0; i < 3; i++) ids.push(await log.act(unit));
    const pending = await log.owner.query('select unit_id, entry_id, leaf from log_pending');
    await sequencer.runOnce();
    await sequencer.stop();
    await log.owner.query('delete from log_joint_head where number = 2');
    const file = join(log.dataDir, 'log', 'heads.jsonl');
    const lines = (await readFile(file, 'utf8')).split('\n');
    await writeFile(file, `${lines.slice(0, 2).join('\n')}\n${(lines[2] ?? '').slice(0, 40)}`);
    if (step === 'head') return ids;
    await log.owner.query('delete from log_head where size = 5');
    for (const row of pending.rows) {
      await log.owner.query('insert into log_pending values ($1, $2, $3)', [row.unit_id, row.entry_id, row.leaf]);
    }
    if (step === 'places') await truncate(leafFile(), 2 * 32 + 45);
    return ids;
  }

  it.each(['places', 'tiles', 'head'] as const)('goes on where it stopped after the step "%s"', async (step) => {
    const ids = await crashed(step);
    ids.push(await log.act(unit));
    await (await log.sequencer()).runOnce();
    await expectWhole(ids);
  });

  it('makes lost files again from the database', async () => {
    const ids = await crashed('tiles');
    await truncate(leafFile(), 7);
    await truncate(join(log.dataDir, 'log', unit, 'leaves', '000000.jsonl'), 100);
    await (await log.sequencer()).runOnce();
    await expectWhole(ids);
  });

  it('makes lost tiles above the leaves again', async () => {
    const sequencer = await log.sequencer();
    for (let i = 0; i < 258; i++) await log.act(unit);
    await sequencer.runOnce();
    await rm(join(log.dataDir, 'log', unit, 'tiles', '1'), { recursive: true });
    await log.act(unit);
    expect(await sequencer.runOnce()).toBe(1);
    expect(existsSync(join(log.dataDir, 'log', unit, 'tiles', '1', '000000'))).toBe(true);
  });

  it('does not sign on top of a tree that was changed', async () => {
    await log.act(unit);
    const problems: string[] = [];
    const sequencer = await log.sequencer({ onProblem: (error) => problems.push(error.message) });
    await sequencer.runOnce();
    const bytes = await readFile(leafFile());
    bytes[3] = (bytes[3] ?? 0) ^ 1;
    await writeFile(leafFile(), bytes);
    await log.act(unit);
    expect(await sequencer.runOnce()).toBe(0);
    expect(problems.join()).toMatch(/no longer has the root that was signed/);
    expect((await heads()).length).toBe(1);
  });

  it('stops when the database is older than the files', async () => {
    await log.act(unit);
    const sequencer = await log.sequencer();
    await sequencer.runOnce();
    await sequencer.stop();
    await appendFile(
      join(log.dataDir, 'log', 'heads.jsonl'),
      `{"number":9,"units":1,"root":"00","at":"2022-01-10T01:00:00.000Z","signature":"00"}\n`,
    );
    await expect((await log.sequencer()).runOnce()).rejects.toThrow(/older/);
  });
});

describe('the rights of the roles', () => {
  it('let the application append to its own unit and nothing else', async () => {
    const id = await log.act(unit);
    const client = await log.app.connect();
    await client.query(`set app.unit_id = '${unit}'`);
    for (const sql of [
      `update log_entry set action = 'x'`,
      'delete from log_entry',
      'delete from log_detail',
      'delete from log_pending',
      `insert into log_sequence values ('${unit}', 0, '${id}', '\\x00')`,
      `insert into log_head values ('${unit}', 1, '\\x00', now(), 1, '\\x00')`,
    ]) {
      await expect(client.query(sql), sql).rejects.toThrow(/permission denied/);
    }
    await expect(append(client, newId(), [anAct(newId())])).rejects.toThrow(/row-level security/);
    client.release(true);
  });

  it('let personal data be erased only when that is logged', async () => {
    const id = await log.act(unit);
    const client = await log.app.connect();
    await client.query(`set app.unit_id = '${unit}'`);
    await expect(client.query('select erase_log_detail($1, $2)', [unit, id])).rejects.toThrow(/own log entry/);
    await append(client, unit, [anAct(unit, { action: 'log.detail-erased', record: { type: 'log-entry', id } })]);
    await client.query('select erase_log_detail($1, $2)', [unit, id]);
    const { rows } = await client.query('select entry_id from log_detail where entry_id = $1', [id]);
    expect(rows).toEqual([]);
    client.release(true);
  });
});
