import { createPublicKey, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { UnitId } from '#kernel/brands.ts';
import { inTransaction } from '#server/db.ts';
import { newId } from '#server/ids.ts';
import { aLog, anAct, append, type TestLog } from '#test/a-log.ts';
import { headText } from './head.ts';
import { leafHash, leafText } from './leaf.ts';
import { openLogFiles } from './log-files.ts';
import { findRootByInclusion, isConsistent } from './proof.ts';
import { readLog } from './read-log.ts';
import { findReceipt } from './receipt.ts';

const unit = newId() as string as UnitId;
const plan = { type: 'plan', id: newId() };
let log: TestLog;
let ids: string[];

beforeAll(async () => {
  log = await aLog();
  ids = [];
  for (let i = 0; i < 7; i++) ids.push(await log.act(unit, i % 2 ? { record: plan, action: `plan.step-${i}` } : {}));
  const sequencer = await log.sequencer({ most: 5 });
  await sequencer.runOnce();
  ids.push(await log.act(unit, { record: plan, action: 'plan.step-7', context: { reason: 'đủ căn cứ' } }));
});
afterAll(() => log.close());

const bytes = (hex: readonly string[]): Buffer[] => hex.map((hash) => Buffer.from(hash, 'hex'));
const receiptOf = (id: string): ReturnType<typeof findReceipt> =>
  inTransaction(log.app, unit, 'read', (db) => findReceipt(db, openLogFiles(log.dataDir), unit, id));

it('proves an entry by its receipt alone and the public key', async () => {
  const key = createPublicKey(await readFile(join(log.dataDir, 'log', 'public-keys.pem')));
  for (const [index, id] of ids.slice(0, 7).entries()) {
    const receipt = await receiptOf(id);
    if (!receipt) throw new Error('no receipt');
    const { leaf, head, proof } = receipt;
    expect([receipt.index, leaf.id, head.size]).toEqual([index, id, 7]);
    const root = findRootByInclusion(leafHash(leafText(leaf)), index, head.size, bytes(proof));
    expect(root?.toString('hex')).toBe(head.root);
    expect(verify(null, Buffer.from(headText(head)), key, Buffer.from(head.signature, 'hex'))).toBe(true);
  }
});

it('has no receipt before a head covers the entry, nor for another unit', async () => {
  expect(await receiptOf(ids[7] ?? '')).toBeUndefined();
  expect(await receiptOf(newId())).toBeUndefined();
});

it('proves that an earlier head is the beginning of a later one', async () => {
  const { rows } = await log.owner.query<{ size: number; root: Buffer }>(
    'select size::int, root from log_head h order by h.size',
  );
  const [earlier, later] = rows;
  if (!earlier || !later) throw new Error('two heads were signed');
  const proof = await openLogFiles(log.dataDir).consistencyProof(unit, earlier.size, later.size);
  expect(isConsistent(earlier, later, proof)).toBe(true);
});

it('tells the history of a record, the newest act first, page by page', async () => {
  const read = (filter: Parameters<typeof readLog>[2]): ReturnType<typeof readLog> =>
    inTransaction(log.app, unit, 'read', (db) => readLog(db, unit, filter));
  const history = await read({ record: plan, most: 10 });
  expect(history.map((act) => [act.action, act.index])).toEqual([
    ['plan.step-7', null],
    ['plan.step-5', 5],
    ['plan.step-3', 3],
    ['plan.step-1', 1],
  ]);
  expect(history[0]).toMatchObject({ after: { state: 'accepted' }, context: { reason: 'đủ căn cứ' }, erased: false });
  const page = await read({ record: plan, most: 10, olderThan: history[1]?.id ?? '' });
  expect(page.map((act) => act.index)).toEqual([3, 1]);
  expect((await read({ most: 100 })).length).toBe(8);
});

it('keeps an erased act in the history, without its values', async () => {
  const client = new pg.Client({ connectionString: log.ownerUrl });
  await client.connect();
  await client.query(`set app.unit_id = '${unit}'`);
  const erasure = { action: 'log.detail-erased', record: { type: 'log-entry', id: ids[1] ?? '' } };
  await append(client, unit, [anAct(unit, erasure)]);
  await client.query('select erase_log_detail($1, $2)', [unit, ids[1]]);
  await client.end();
  const [act] = await inTransaction(log.app, unit, 'read', (db) =>
    readLog(db, unit, { most: 1, olderThan: ids[2] ?? '' }),
  );
  expect(act).toMatchObject({ id: ids[1], erased: true, before: null, after: null, context: {} });
});
