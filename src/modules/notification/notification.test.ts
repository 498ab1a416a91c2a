import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { runInUnit } from '#server/jobs.ts';
import { addNoticeKinds } from '#server/notice-kinds.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { anAccount, aSession, type TestAccount, type TestUnit } from '#test/factories.ts';
import {
  getPreferences,
  listDeliveries,
  listNotices,
  readAllNotices,
  readNotices,
  retryDelivery,
  sendTestMail,
  setPreferences,
} from './contract.ts';
import { noticeJob } from './jobs.ts';

addNoticeKinds({
  'test.routed': {
    label: 'Việc thử',
    title: ({ what }) => `Việc thử: ${what}`,
    text: () => 'Xin mở ra xem.',
    path: ({ id }) => `/viec-thu/${id}`,
    email: true,
  },
  'test.required': { label: 'Bảo mật', title: () => 'Bảo mật', text: () => '', email: false, required: true },
});

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

async function notice(accounts: readonly Id[], given: { kind?: string; what?: string; unit?: TestUnit } = {}) {
  const { kind = 'test.routed', what = 'một', unit = t.unit } = given;
  const wanted = { kind, accountIds: accounts, record: { type: 'test', id: 'r1' }, params: { what } };
  await runInUnit(t.services, { unitId: unit.id, actor: 'job:test' }, (ctx) => noticeJob(t.services)(ctx, wanted));
}

describe('own notices', () => {
  test('are listed with words and where they lead, newest first, unread counted, and nobody else sees them', async () => {
    const [me, other] = [await anAccount(t.owner, t.unit.id), await anAccount(t.owner, t.unit.id)];
    for (const what of ['một', 'hai', 'ba']) await notice([me.id], { what });
    const { body } = await t.call(listNotices, { query: { size: 2 } }, { as: me });
    expect(body).toMatchObject({ total: 3, unread: 3, page: 1, size: 2 });
    expect(body.rows.map((row) => row.title)).toEqual(['Việc thử: ba', 'Việc thử: hai']);
    expect(body.rows[0]).toMatchObject({ path: '/viec-thu/r1', readAt: null, text: 'Xin mở ra xem.' });
    expect((await t.call(listNotices, {}, { as: other })).body).toMatchObject({ total: 0, rows: [] });
  });

  test('are read one by one and all up to one; what came later stays unread', async () => {
    const me = await anAccount(t.owner, t.unit.id);
    for (const what of ['a', 'b', 'c']) await notice([me.id], { what });
    const { rows } = (await t.call(listNotices, {}, { as: me })).body;
    const [newest, middle, oldest] = rows;
    if (!newest || !middle || !oldest) throw new Error('notices are missing');
    expect((await t.call(readNotices, { body: { ids: [oldest.id] } }, { as: me })).body.unread).toBe(2);
    expect((await t.call(readAllNotices, { body: { upTo: middle.id } }, { as: me })).body.unread).toBe(1);
    const unread = (await t.call(listNotices, { query: { unread: 'yes' } }, { as: me })).body;
    expect(unread.rows.map((row) => row.id)).toEqual([newest.id]);
    expect(unread.total).toBe(1);
  });

  test('of others cannot be read for them, in this unit or another', async () => {
    const [me, other] = [await anAccount(t.owner, t.unit.id), await anAccount(t.owner, t.unit.id)];
    const far = await anAccount(t.owner, t.otherUnit.id);
    await notice([other.id]);
    await notice([far.id], { unit: t.otherUnit });
    const theirs = (await t.call(listNotices, {}, { as: other })).body.rows[0];
    const farther = (await t.call(listNotices, {}, { as: far })).body.rows[0];
    if (!theirs || !farther) throw new Error('notices are missing');
    await t.call(readNotices, { body: { ids: [theirs.id, farther.id] } }, { as: me });
    expect((await t.call(listNotices, {}, { as: other })).body.unread).toBe(1);
    expect((await t.call(listNotices, {}, { as: far })).body.unread).toBe(1);
  });

  test('a notice asked for accounts of another unit reaches nobody there', async () => {
    const far = await anAccount(t.owner, t.otherUnit.id);
    await notice([far.id]);
    expect((await t.call(listNotices, {}, { as: far })).body.total).toBe(0);
  });

  test('come from an event that a handler leaves, through outbox and queue', async () => {
    const me = await anAccount(t.owner, t.unit.id, { email: 'toi@xa.vn' });
    const stop = await t.startJobs();
    await runInUnit(t.services, { unitId: t.unit.id, actor: 'test' }, async (ctx) => {
      const wanted = {
        kind: 'test.routed',
        accountIds: [me.id],
        record: { type: 'test', id: 'x' },
        params: { what: 'e' },
      };
      ctx.publish('notification.wanted', wanted);
    });
    await expect.poll(async () => (await t.call(listNotices, {}, { as: me })).body.total, { timeout: 10_000 }).toBe(1);
    await stop();
    const { rows } = await t.owner.query('select 1 from delivery where account_id = $1', [me.id]);
    expect(rows, 'no e-mail is made without a mail server').toEqual([]);
  });
});

describe('preferences', () => {
  test('begin with the defaults, are saved by version, and are the log of the person', async () => {
    const me = await anAccount(t.owner, t.unit.id, { email: 'chon@xa.vn' });
    const first = (await t.call(getPreferences, {}, { as: me })).body;
    expect(first).toMatchObject({ quiet: null, version: 0, address: 'chon@xa.vn', sendsMail: false });
    expect(first.kinds.find((one) => one.kind === 'test.routed')).toMatchObject({ app: true, email: true });
    const body = {
      choices: [
        { kind: 'test.routed', app: false, email: false },
        { kind: 'test.required', app: false, email: true },
      ],
      quiet: { from: '21:30', to: '06:00' },
      version: 0,
    };
    const saved = await t.call(setPreferences, { body }, { as: me });
    expect(saved.body).toMatchObject({ version: 1, quiet: { from: '21:30', to: '06:00' } });
    expect(saved.body.kinds.find((one) => one.kind === 'test.required')).toMatchObject({ app: true, email: true });
    const stale = await t.call(setPreferences, { body }, { as: me });
    expect([stale.status, stale.error?.code]).toEqual([409, 'stale-version']);
    expect(stale.error?.details).toMatchObject({ current: { version: 1 } });
    await notice([me.id]);
    await notice([me.id], { kind: 'test.required' });
    const listed = (await t.call(listNotices, {}, { as: me })).body;
    expect(listed.rows.map((row) => row.kind)).toEqual(['test.required']);
    const { rows } = await t.owner.query(`select action, record_id from log_entry where record_id = $1`, [me.id]);
    expect(rows).toEqual([{ action: 'notification.preferences-changed', record_id: me.id }]);
  });

  test.each([
    [{ from: '25:00', to: '06:00' }, 'giờ:phút'],
    [{ from: '06:00', to: '06:00' }, 'khác nhau'],
  ])('refuse hours that are none: %o', async (quiet, words) => {
    const { status, error } = await t.call(
      setPreferences,
      { body: { choices: [], quiet, version: 0 } },
      { as: 'viewer' },
    );
    expect(status).toBe(400);
    expect(JSON.stringify(error)).toContain(words);
  });

  test('refuse a kind that nobody gives', async () => {
    const body = { choices: [{ kind: 'khong.co', app: true, email: true }], quiet: null, version: 0 };
    const { error } = await t.call(setPreferences, { body }, { as: 'viewer' });
    expect(error?.message).toContain('khong.co');
  });
});

describe('deliveries', () => {
  test('are for administrators only, and only of their unit', async () => {
    const far = await anAccount(t.owner, t.otherUnit.id, { roles: ['admin'], email: 'xa@khac.vn' });
    const wanted = {
      kind: 'test.routed',
      accountIds: [far.id],
      record: { type: 'test', id: 'x' },
      params: { what: 'y' },
    };
    const services = { ...t.services, config: { ...t.services.config, smtpUrl: 'smtp://127.0.0.1:9' } };
    await runInUnit(services, { unitId: t.otherUnit.id, actor: 'test' }, (ctx) => noticeJob(services)(ctx, wanted));
    const theirs = (await t.call(listDeliveries, {}, { as: far })).body;
    expect(theirs.total).toBe(1);
    const row = theirs.rows[0];
    if (!row) throw new Error('no delivery');
    expect((await t.call(listDeliveries, {}, { as: 'admin' })).body.total).toBe(0);
    const leak = await t.call(retryDelivery, { params: { deliveryId: row.id }, body: { version: 1 } }, { as: 'admin' });
    expect([leak.status, leak.error?.code]).toEqual([404, 'not-found']);
    for (const role of ['chair', 'focal', 'officer', 'viewer', 'clerk'] as const)
      expect((await t.call(listDeliveries, {}, { as: role })).status).toBe(403);
  });

  test('a test letter says what is missing when it cannot go', async () => {
    const { error } = await t.call(sendTestMail, {}, { as: 'admin' });
    expect(error?.code).toBe('mail-not-configured');
    expect(error?.message).toContain('SMTP_URL');
  });
});

describe('the live stream', () => {
  interface Live {
    readonly status: number;
    readonly text: () => string;
    readonly ended: Promise<void>;
    close(): void;
  }

  async function listen(cookie: string | undefined): Promise<Live> {
    if (!t.app.server.listening) await t.app.listen({ port: 0, host: '127.0.0.1' });
    const address = t.app.server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const control = new AbortController();
    const reply = await fetch(`http://127.0.0.1:${port}/api/notifications/stream`, {
      headers: cookie === undefined ? {} : { cookie },
      signal: control.signal,
    });
    let text = '';
    const ended = (async () => {
      for await (const chunk of reply.body ?? []) text += Buffer.from(chunk).toString();
    })().catch(() => undefined);
    return { status: reply.status, text: () => text, ended, close: () => control.abort() };
  }

  const cookieOf = async (account: TestAccount) => aSession(t.owner, account.id, t.services.authSecret);

  test('tells ids of what came and was read, to those it concerns, within two seconds', async () => {
    const [me, other] = [await anAccount(t.owner, t.unit.id), await anAccount(t.owner, t.unit.id)];
    const [mine, theirs] = [await listen(await cookieOf(me)), await listen(await cookieOf(other))];
    await notice([me.id], { what: 'bí mật' });
    await expect.poll(() => mine.text(), { timeout: 2_000 }).toContain('event: notice');
    const { rows } = (await t.call(listNotices, {}, { as: me })).body;
    expect(mine.text()).toContain(rows[0]?.id);
    expect(mine.text()).not.toContain('bí mật');
    await t.call(readNotices, { body: { ids: rows.map((row) => row.id) } }, { as: me });
    await expect.poll(() => mine.text(), { timeout: 2_000 }).toContain('event: read');
    expect(mine.text().match(/event: notice/g)).toHaveLength(1);
    expect(theirs.text()).not.toContain('event: notice');
    mine.close();
    theirs.close();
  });

  test('is closed within five seconds after its session was ended, and others go on', async () => {
    const me = await anAccount(t.owner, t.unit.id);
    const [first, second] = [await listen(await cookieOf(me)), await listen(await cookieOf(me))];
    await t.owner.query(
      `delete from auth.session where id = (select id from auth.session where "userId" = $1 order by "createdAt" limit 1)`,
      [me.id],
    );
    const begin = performance.now();
    await Promise.race([first.ended, second.ended]);
    expect(performance.now() - begin).toBeLessThan(5_000);
    await t.owner.query(`update account set disabled_at = now() where id = $1`, [me.id]);
    await Promise.all([first.ended, second.ended]);
    expect(performance.now() - begin).toBeLessThan(10_000);
  });

  test('is refused without a session', async () => {
    expect((await listen(undefined)).status).toBe(401);
  });

  test('gives an account six connections; a seventh ends the oldest', async () => {
    const me = await anAccount(t.owner, t.unit.id);
    const cookie = await cookieOf(me);
    const lines: Live[] = [];
    for (let i = 0; i < 7; i++) lines.push(await listen(cookie));
    await lines[0]?.ended;
    await notice([me.id]);
    for (const line of lines.slice(1))
      await expect.poll(() => line.text(), { timeout: 3_000 }).toContain('event: notice');
    for (const line of lines) line.close();
  });
});
