import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import type { CallInput } from '#kernel/route.ts';
import { LastingAnswer } from '#server/http/lasting-answer.ts';
import { type Sender, startTestApp, type TestApp } from '#test/app.ts';
import { anAccount } from '#test/factories.ts';
import { acceptedPlan, smallPlan } from '#test/plan-acts.ts';
import { createTask, issueDraft, startDraft, updateTask } from './contract/drafting.ts';
import { getPlan, listTasks } from './contract/plans.ts';
import { KeptPages } from './handlers/kept-pages.ts';

/** Pages of issued versions are answered again from memory: each of these is asked for before and after a change. */
let t: TestApp;
let stopJobs: () => Promise<void>;
let planId: Id;

beforeAll(async () => {
  t = await startTestApp();
  stopJobs = await t.startJobs();
  const file = smallPlan('goc.txt', [
    { content: 'Rà soát văn bản của xã', lead: 'Cán bộ hộ tịch lưu động' },
    { content: 'Mở lớp tập huấn nghiệp vụ', lead: 'Tổ công nghệ số cộng đồng' },
  ]);
  planId = (await acceptedPlan(t, file)).planId;
});
afterAll(async () => {
  await stopJobs();
  await t.close();
});

type Query = NonNullable<CallInput<typeof listTasks>['query']>;

async function list(query: Query = {}, as: Sender = 'officer') {
  return t.call(listTasks, { params: { planId }, query }, { as });
}

async function contents(query: Query = {}, as: Sender = 'officer') {
  return (await list(query, as)).body.rows.map((row) => row.content);
}

async function setHolder(written: string, kind: string, key: string) {
  await t.owner.query('update plan_holder set kind = $3, key = $4 where unit_id = $1 and written = $2', [
    t.unit.id,
    written,
    kind,
    key,
  ]);
}

test('the same is answered the same, to everybody who reads plans', async () => {
  const first = await list();
  expect(first.body.total).toBe(2);
  expect((await list()).body).toEqual(first.body);
  expect((await list({}, 'viewer')).body).toEqual(first.body);
  expect((await list({ size: 1 })).body.rows).toEqual(first.body.rows.slice(0, 1));
});

test('who a name stands for is told as it is now, and filtered by', async () => {
  const [written, now] = ['Cán bộ hộ tịch lưu động', 'words:to khac'];
  const lead = (await list()).body.rows[0]?.leads[0];
  const was = lead?.key ?? '';
  expect((await list({ lead: was })).body.total).toBe(1);
  expect((await list({ lead: now })).body.total).toBe(0);
  await setHolder(written, 'group', now);
  expect((await list()).body.rows[0]?.leads[0]).toMatchObject({ kind: 'group', key: now });
  expect((await list({ lead: was })).body.total).toBe(0);
  expect((await list({ lead: now })).body.total).toBe(1);
  await setHolder(written, 'unknown', was);
  expect((await list()).body.rows[0]?.leads[0]).toEqual(lead);
});

test('another unit finds nothing where this one has just read', async () => {
  await list();
  const stranger = await t.account('focal', t.otherUnit);
  expect((await list({}, stranger)).status).toBe(404);
});

test('whoever lost the right to read plans is refused what was read before', async () => {
  const account = await anAccount(t.owner, t.unit.id, { username: 'thoi.viec', roles: ['officer'] });
  expect((await list({}, account)).status).toBe(200);
  await t.owner.query('delete from account_role where account_id = $1', [account.id]);
  t.app.forgetSessions(t.unit.id);
  expect((await list({}, account)).status).toBe(403);
});

test('a draft is for those who write it, and shown as it is; once issued it is what everybody reads', async () => {
  const before = await contents();
  const { revision } = (await t.call(getPlan, { params: { planId } }, { as: 'focal' })).body;
  const draft = await t.call(startDraft, { params: { planId }, body: { revision } }, { as: 'focal' });
  expect(draft.error).toBeUndefined();
  expect(await contents({ version: 2 }, 'focal')).toEqual(before);
  const form = {
    fieldCode: 'the-che',
    content: 'Khảo sát sự hài lòng của nhân dân',
    ours: true,
    outputs: [{ text: 'Báo cáo kết quả', dueText: 'Quý IV' }],
    leads: ['Công chức Tư pháp - Hộ tịch'],
    coordinators: [],
    dueText: '',
  };
  const made = await t.call(
    createTask,
    { params: { planId }, body: { task: form, revision: draft.body.revision } },
    { as: 'focal' },
  );
  expect(made.error).toBeUndefined();
  expect(await contents({ version: 2 }, 'focal')).toHaveLength(3);
  const content = 'Khảo sát sự hài lòng của tổ chức, công dân';
  const changed = await t.call(
    updateTask,
    {
      params: { planId, taskId: made.body.id },
      body: { task: { ...form, content }, revision: made.body.revision },
    },
    { as: 'focal' },
  );
  expect(changed.error).toBeUndefined();
  expect(await contents({ version: 2 }, 'focal')).toContain(content);
  expect((await list({ version: 2 })).status).toBe(404);
  expect(await contents()).toEqual(before);

  const issued = await t.call(
    issueDraft,
    {
      params: { planId },
      body: { revision: changed.body.revision, decision: { number: '3/QĐ-UBND', date: null } },
    },
    { as: 'focal' },
  );
  expect(issued.error).toBeUndefined();
  expect(await contents()).toEqual([...before, content]);
  expect(await contents({ version: 2 })).toEqual([...before, content]);
  expect(await contents({ version: 1 })).toEqual(before);
  expect((await list({ change: 'added' })).body.total).toBe(1);
});

test('a page is written once and then sent as it is', () => {
  let written = 0;
  const answer = new LastingAnswer({ total: 34 });
  const write = (one: { total: number }) => `${one.total} lần ${++written}`;
  expect(answer.size).toBe(0);
  expect(answer.bytesBy(write).toString()).toBe('34 lần 1');
  expect(answer.bytesBy(write).toString()).toBe('34 lần 1');
  expect(answer.size).toBe(Buffer.byteLength('34 lần 1'));
});

test('what was not asked for longest leaves first, by number and by size', () => {
  const pageOf = (bytes: number) => {
    const answer = new LastingAnswer('x');
    answer.bytesBy(() => 'x'.repeat(bytes));
    return { answer, basis: '', words: [] };
  };
  const many = new KeptPages<string>();
  for (let nth = 0; nth < 1_000; nth++) many.keep(String(nth), pageOf(1));
  expect(many.find('0')).toBeDefined();
  many.keep('mới', pageOf(1));
  expect([many.find('0'), many.find('1'), many.find('2')].map(Boolean)).toEqual([true, false, true]);
  const large = new KeptPages<string>();
  const third = 6 * 1_048_576;
  for (const key of ['a', 'b', 'c']) large.keep(key, pageOf(third));
  expect([large.find('a'), large.find('b'), large.find('c')].map(Boolean)).toEqual([false, true, true]);
});
