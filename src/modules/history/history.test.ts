import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { saveSetting } from '#modules/setting/contract.ts';
import { addActWords } from '#server/act-words.ts';
import type { LogNote } from '#server/context.ts';
import { newId } from '#server/ids.ts';
import { runInUnit } from '#server/jobs.ts';
import { type Sequencer, startSequencer } from '#server/log/sequencer.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import type { TestUnit } from '#test/factories.ts';
import { getEntry, getHistory, getLogChoices, getLogHead, getProof, listLog, listLogHeads } from './contract.ts';
import { type CheckedReceipt, followProof, headText, isDetailOf, type Sha256 } from './domain/check-receipt.ts';

addActWords({
  actions: {
    'test-paper.renamed': 'đổi tên giấy',
    'test-paper.moved': ({ after }) => `chuyển giấy tới ${(after as { to: string }).to}`,
  },
  fields: { title: 'Tên', kind: { name: 'Loại', value: (value) => (value === 'x' ? 'Loại X' : 'Loại khác') } },
  records: {
    'test-paper': { name: 'giấy thử', permission: 'plan.read' },
    'test-secret': { name: 'giấy kín', permission: 'plan.read', mayRead: async (_, id) => id === 'mo' },
  },
});

let t: TestApp;
let sequencer: Sequencer;
beforeAll(async () => {
  t = await startTestApp();
  const { workerPool: pool, config } = t.services;
  sequencer = await startSequencer({ pool, dataDir: config.dataDir, now: t.clock.now, everyMs: 3_600_000 });
  // Its first round, begun by itself, has ended: none runs but those the tests ask for.
  await sequencer.runOnce();
});
afterAll(async () => {
  await sequencer.stop();
  await t.close();
});

async function act(note: LogNote, unit: TestUnit = t.unit, name = 'Lê Thị Thử') {
  await runInUnit(t.services, { unitId: unit.id, actor: 'test', name }, async (ctx) => ctx.log(note));
}

const paper = (id: string = newId()) => ({ type: 'test-paper', id });

describe('the history of a record', () => {
  test('says who, when, what field by field, and why, newest first', async () => {
    const record = paper();
    await act({ action: 'test-paper.renamed', record, after: { title: 'Cũ', kind: 'x', due: '2022-03-20' } });
    await act({
      action: 'test-paper.renamed',
      record,
      before: { title: 'Cũ', kind: 'x', version: 1 },
      after: { title: 'Mới', kind: 'y', version: 2 },
      reason: 'Sửa theo công văn',
    });
    await act({ action: 'test-paper.moved', record, after: { to: 'Văn phòng' } });
    const query = { recordType: record.type, recordId: record.id };
    const { body } = await t.call(getHistory, { query }, { as: 'viewer' });
    expect(body.more).toBe(false);
    expect(body.acts.map((one) => `${one.actor} ${one.words}`)).toEqual([
      'Lê Thị Thử chuyển giấy tới Văn phòng',
      'Lê Thị Thử đổi tên giấy',
      'Lê Thị Thử đổi tên giấy',
    ]);
    expect(body.acts[1]).toMatchObject({
      at: '2022-03-15T02:00:00.000Z',
      reason: 'Sửa theo công văn',
      changes: [
        { field: 'Tên', before: 'Cũ', after: 'Mới' },
        { field: 'Loại', before: 'Loại X', after: 'Loại khác' },
      ],
      record: { name: 'giấy thử' },
    });
    expect(body.acts[2]?.changes).toContainEqual({ field: 'due', before: null, after: '20/03/2022' });
  });

  test('comes in pages of fifty', async () => {
    const record = paper();
    for (let i = 0; i < 60; i++) await act({ action: 'test-paper.renamed', record, after: { title: `${i}` } });
    const query = { recordType: record.type, recordId: record.id };
    const first = (await t.call(getHistory, { query }, { as: 'viewer' })).body;
    const olderThan = first.acts.at(-1)?.id;
    if (!olderThan) throw new Error('no acts');
    const second = (await t.call(getHistory, { query: { ...query, olderThan } }, { as: 'viewer' })).body;
    expect([first.acts.length, first.more, second.acts.length, second.more]).toEqual([50, true, 10, false]);
    expect(new Set([...first.acts, ...second.acts].map((one) => one.id)).size).toBe(60);
  });

  test('is open to those who may read the record, by the words of its module', async () => {
    const ask = async (recordType: string, recordId: string, as: 'viewer' | 'chair') =>
      (await t.call(getHistory, { query: { recordType, recordId } }, { as })).status;
    expect(await ask('test-paper', 'a', 'viewer')).toBe(200);
    expect(await ask('test-secret', 'mo', 'viewer')).toBe(200);
    expect(await ask('test-secret', 'kin', 'viewer')).toBe(403);
    expect(await ask('khong-ai-biet', 'a', 'viewer')).toBe(403);
    expect(await ask('setting', 'mail.enabled', 'viewer')).toBe(403);
    expect(await ask('test-secret', 'kin', 'chair')).toBe(200);
    expect(await ask('khong-ai-biet', 'a', 'chair')).toBe(200);
  });

  test('of another unit is empty, also for the same record id', async () => {
    const record = paper();
    await act({ action: 'test-paper.renamed', record, after: { title: 'Của xã khác' } }, t.otherUnit);
    const query = { recordType: record.type, recordId: record.id };
    expect((await t.call(getHistory, { query }, { as: 'chair' })).body.acts).toEqual([]);
  });
});

describe('the log', () => {
  test('is filtered by person, act, record and days, and names refusals in words', async () => {
    const admin = await t.account('admin');
    const body = { key: 'mail.sender-name', value: 'UBND', version: 0 } as const;
    await t.call(saveSetting, { body }, { as: admin });
    await t.call(saveSetting, { body }, { as: 'viewer' });
    const all = (await t.call(listLog, {}, { as: 'chair' })).body;
    expect(all.total).toBeGreaterThan(1);
    const mine = (await t.call(listLog, { query: { actorId: admin.id } }, { as: 'chair' })).body;
    expect(mine.rows).toMatchObject([{ words: 'đổi cài đặt', actor: admin.name, record: { name: 'cài đặt' } }]);
    expect(mine.rows[0]?.changes).toEqual([{ field: 'Tên người gửi', before: '(để trống)', after: 'UBND' }]);
    const byAct = (await t.call(listLog, { query: { action: 'setting.changed' } }, { as: 'chair' })).body;
    expect(byAct.total).toBe(1);
    const byRecord = { recordType: 'setting', recordId: 'mail.sender-name' };
    expect((await t.call(listLog, { query: byRecord }, { as: 'chair' })).body.total).toBe(1);
    const named = async (q: string) => (await t.call(listLog, { query: { q } }, { as: 'chair' })).body.total;
    expect([await named('admin'), await named('khong co ai 100%')]).toEqual([1, 0]);
    const days = async (from: string, to: string) =>
      (await t.call(listLog, { query: { from, to } as never }, { as: 'chair' })).body.total;
    expect(await days('2022-03-15', '2022-03-15')).toBe(all.total);
    expect(await days('2022-03-14', '2022-03-14')).toBe(0);
    expect(await days('2022-03-16', '2022-03-20')).toBe(0);
  });

  test('names the act of a refused write and its reason', async () => {
    const note = { action: 'refused', record: { type: 'route', id: 'POST /api/x' }, reason: 'forbidden' };
    await act(note);
    const { body } = await t.call(listLog, { query: { action: 'refused' } }, { as: 'chair' });
    expect(body.rows[0]?.words).toContain('bị từ chối: Tài khoản này không có quyền');
    expect(body.rows[0]?.record.name).toBe('yêu cầu');
  });

  test('offers people, acts and records to choose', async () => {
    const { body } = await t.call(getLogChoices, {}, { as: 'chair' });
    expect(body.actions).toContainEqual({ code: 'setting.changed', words: 'đổi cài đặt' });
    expect(body.recordTypes).toContainEqual({ code: 'test-paper', name: 'giấy thử' });
    expect(body.actors.length).toBeGreaterThan(0);
  });

  test('is for those with log.read, each unit its own', async () => {
    for (const role of ['officer', 'viewer', 'clerk'] as const) {
      expect((await t.call(listLog, {}, { as: role })).status).toBe(403);
      expect((await t.call(listLogHeads, {}, { as: role })).status).toBe(403);
    }
    const far = await t.account('chair', t.otherUnit);
    const theirs = (await t.call(listLog, { query: { action: 'setting.changed' } }, { as: far })).body;
    expect(theirs.total).toBe(0);
  });
});

const sha256: Sha256 = async (bytes) => new Uint8Array(hash('sha256', bytes, 'buffer'));

describe('the proof of an entry', () => {
  async function provenPaper(count = 1) {
    const record = paper();
    for (let i = 0; i < count; i++) {
      await act({ action: 'test-paper.renamed', record, before: { title: `${i}` }, after: { title: `${i + 1}` } });
    }
    const query = { recordType: record.type, recordId: record.id };
    const waiting = (await t.call(getHistory, { query }, { as: 'viewer' })).body.acts;
    await sequencer.runOnce();
    const acts = (await t.call(getHistory, { query }, { as: 'viewer' })).body.acts;
    return { waiting, acts };
  }

  const ask = (entryId: Id, as: 'viewer' | 'chair' = 'viewer') => t.call(getProof, { params: { entryId } }, { as });

  test('is pending until a head is signed, then leads every entry to that head', async () => {
    const { waiting, acts } = await provenPaper(7);
    expect(waiting.every((one) => one.index === null && !one.signed)).toBe(true);
    expect(acts.every((one) => one.index !== null && one.signed)).toBe(true);
    for (const one of acts) {
      const { body } = await ask(one.id);
      if (!body.receipt) throw new Error('no receipt');
      const { root } = await followProof(body.receipt, sha256);
      expect(root).toBe(body.receipt.head.root);
      expect(body.receipt.index).toBe(one.index);
      if (!body.detail) throw new Error('no detail');
      expect(await isDetailOf(body.receipt.leaf, body.detail as never, sha256)).toBe(true);
    }
  });

  test('fails for anything altered: leaf, place, path, size, words', async () => {
    const { acts } = await provenPaper(5);
    const id = acts[2]?.id;
    if (!id) throw new Error('no entry');
    const { receipt, detail } = (await ask(id)).body;
    if (!receipt || !detail) throw new Error('no receipt');
    const altered: CheckedReceipt[] = [
      { ...receipt, leaf: { ...receipt.leaf, action: 'test-paper.moved' } },
      { ...receipt, leaf: { ...receipt.leaf, at: '2022-03-15T02:00:00.001Z' } },
      { ...receipt, index: receipt.index + 1 },
      { ...receipt, proof: receipt.proof.slice(1) },
      { ...receipt, proof: [...receipt.proof, receipt.proof[0] ?? ''] },
      { ...receipt, proof: receipt.proof.toReversed() },
      { ...receipt, index: receipt.head.size },
    ];
    for (const one of altered) expect((await followProof(one, sha256)).root).not.toBe(receipt.head.root);
    const lie = { ...(detail as never as object), after: { title: 'khác' } };
    expect(await isDetailOf(receipt.leaf, lie as never, sha256)).toBe(false);
  });

  test('has a head whose signature a browser can check with the published key', async () => {
    const { acts } = await provenPaper();
    const { receipt, publicKeys } = (await ask(acts[0]?.id as Id)).body;
    if (!receipt) throw new Error('no receipt');
    const der = Buffer.from((publicKeys.at(-1) ?? '').replace(/-----[^-]+-----|\s/g, ''), 'base64');
    const key = await crypto.subtle.importKey('spki', der, 'Ed25519', false, ['verify']);
    const signature = Buffer.from(receipt.head.signature, 'hex');
    const signed = (text: string) => crypto.subtle.verify('Ed25519', key, signature, Buffer.from(text));
    expect(await signed(headText(receipt.head))).toBe(true);
    expect(await signed(headText({ ...receipt.head, size: receipt.head.size + 1 }))).toBe(false);
  });

  test('is refused for records one may not read, and unknown for another unit', async () => {
    await act({ action: 'test-paper.renamed', record: { type: 'test-secret', id: 'kin' }, after: { title: 'kín' } });
    const { rows } = await t.owner.query<{ id: Id }>(`select id from log_entry where record_id = 'kin'`);
    const id = rows[0]?.id as Id;
    expect((await ask(id)).status).toBe(403);
    expect((await ask(id, 'chair')).status).toBe(200);
    const one = { params: { entryId: id } };
    expect((await t.call(getEntry, one, { as: 'viewer' })).status).toBe(403);
    expect((await t.call(getEntry, one, { as: 'chair' })).body).toMatchObject({ id, words: 'đổi tên giấy' });
    const far = await t.account('chair', t.otherUnit);
    expect((await t.call(getProof, one, { as: far })).status).toBe(404);
    expect((await t.call(getEntry, one, { as: far })).status).toBe(404);
  });

  test('stays when personal data behind the entry were erased', async () => {
    const { acts } = await provenPaper();
    const id = acts[0]?.id as Id;
    await act({ action: 'log.detail-erased', record: { type: 'log-entry', id } });
    await runInUnit(t.services, { unitId: t.unit.id, actor: 'test' }, async (ctx) => {
      await sql`select erase_log_detail(${t.unit.id}, ${id})`.execute(ctx.db);
    });
    const { body } = await ask(id);
    expect(body.detail).toBeNull();
    if (!body.receipt) throw new Error('no receipt');
    expect((await followProof(body.receipt, sha256)).root).toBe(body.receipt.head.root);
    const query = { recordType: acts[0]?.record.type ?? '', recordId: acts[0]?.record.id ?? '' };
    expect((await t.call(getHistory, { query }, { as: 'viewer' })).body.acts[0]).toMatchObject({
      erased: true,
      changes: [],
    });
  });

  test('heads are listed from small to large for keeping elsewhere', async () => {
    await provenPaper();
    const { heads, more } = (await t.call(listLogHeads, {}, { as: 'chair' })).body;
    expect(more).toBe(false);
    expect(heads.length).toBeGreaterThan(2);
    expect(heads.map((one) => one.size)).toEqual(heads.map((one) => one.size).toSorted((a, b) => a - b));
    const newest = (await t.call(getLogHead, {}, { as: 'chair' })).body;
    expect(newest.head).toEqual(heads.at(-1));
    expect(newest.publicKeys).toHaveLength(1);
  });
});
