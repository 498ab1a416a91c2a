import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { runInUnit } from '#server/jobs.ts';
import type { Background, Services } from '#server/module.ts';
import { addNoticeKinds } from '#server/notice-kinds.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { anAccount, type TestAccount } from '#test/factories.ts';
import { startMailServer, type TestMailServer } from '#test/mail-server.ts';
import { discardDelivery, listDeliveries, retryDelivery, retryFailedDeliveries } from './contract.ts';
import { noticeJob } from './jobs.ts';
import { type MailSenderOptions, startMailSender } from './mail/mail-sender.ts';

const senderProcess = fileURLToPath(new URL('../../test/mail-sender-process.ts', import.meta.url));
const now = '2022-03-15T09:00:00+07:00';

const kinds = {
  'test.happened': {
    label: 'Việc thử',
    title: ({ what }: Readonly<Record<string, string | number>>) => `Việc thử: ${what}`,
    text: () => 'Có một việc <thử> vừa xảy ra.',
    path: ({ id }: { id: string }) => `/viec-thu/${id}`,
    email: true,
  },
  'test.urgent': {
    label: 'Việc gấp',
    title: () => 'Việc gấp',
    text: () => 'Cần xem ngay.',
    email: true,
    urgent: true,
  },
};
addNoticeKinds(kinds);

let t: TestApp;
let mail: TestMailServer;
let services: Services;
const senders: Background[] = [];

beforeEach(async () => {
  t = await startTestApp();
  mail = await startMailServer();
  services = { ...t.services, config: { ...t.services.config, smtpUrl: mail.url, mailFrom: 'Gửi <gui@xa.vn>' } };
});
afterEach(async () => {
  for (const sender of senders.splice(0)) await sender.stop();
  await t.close();
  await mail.stop();
});

function startSender(options: Partial<MailSenderOptions> = {}): Background {
  const sender = startMailSender(services, {
    onError: () => undefined,
    everyMs: 20,
    leftOverAfterMs: 0,
    ...options,
  });
  senders.push(sender);
  return sender;
}

async function people(count: number): Promise<TestAccount[]> {
  return Promise.all(
    Array.from({ length: count }, (_, i) =>
      anAccount(t.owner, t.unit.id, { name: `Người Nhận ${i}`, email: `nguoi${i}@xa.vn` }),
    ),
  );
}

/** Runs the job that a publishing module causes, as the queue does; `key` is that of its event. */
async function notice(accounts: readonly TestAccount[], given: { kind?: string; key?: string; once?: string } = {}) {
  const wanted = {
    kind: given.kind ?? 'test.happened',
    accountIds: accounts.map((account) => account.id),
    record: { type: 'test', id: 'mot' },
    params: { what: 'sửa kế hoạch' },
    ...(given.once ? { once: given.once } : {}),
  };
  const who = { unitId: t.unit.id, actor: 'job:test', ...(given.key ? { key: given.key } : {}) };
  await runInUnit(services, who, (ctx) => noticeJob(services)(ctx, wanted));
}

interface Stored {
  state: string;
  attempts: number;
  repeats: number;
  error_code: string | null;
  error_reply: string | null;
  next_at: string | null;
  address: string | null;
  account_id: Id;
}

async function stored(): Promise<Stored[]> {
  const { rows } = await t.owner.query<Stored>('select * from delivery order by id');
  return rows;
}

async function until(done: (rows: Stored[]) => boolean | Promise<boolean>, most = 10_000): Promise<Stored[]> {
  const end = performance.now() + most;
  for (;;) {
    const rows = await stored();
    if (await done(rows)) return rows;
    if (performance.now() > end) throw new Error(`not in time: ${JSON.stringify(rows.slice(0, 3))}`);
    await sleep(20);
  }
}

const allSent = (rows: Stored[]) => rows.every((row) => row.state === 'sent');

describe('a letter', () => {
  test('says what happened, from whom, where to go on, and has the id of its delivery', async () => {
    const [one] = await people(1);
    if (!one) throw new Error('nobody');
    await notice([one]);
    startSender();
    await until(allSent);
    const [letter] = mail.letters;
    const { rows } = await t.owner.query('select id from delivery');
    expect(letter?.messageId).toBe(`<${rows[0].id}@localhost>`);
    expect(letter?.subject).toBe('Việc thử: sửa kế hoạch');
    expect(letter?.from?.value[0]).toEqual({ name: 'UBND xã Thử Nghiệm', address: 'gui@xa.vn' });
    expect(letter?.text).toContain('/lam-viec/viec-thu/mot');
    expect(letter?.html).toContain('Có một việc &lt;thử&gt; vừa xảy ra.');
    expect(letter?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(await stored()).toMatchObject([{ state: 'sent', attempts: 1, repeats: 0, address: 'nguoi0@xa.vn' }]);
  });

  test('goes once to each of many, over few connections', async () => {
    const accounts = await people(60);
    await notice(accounts);
    startSender({ lanes: 3 });
    await until(allSent);
    for (let i = 0; i < 60; i++) expect(mail.countTo(`nguoi${i}@xa.vn`)).toBe(1);
    expect(mail.sessions()).toBeLessThanOrEqual(3);
  });

  test('is made once when its event is told twice, and once for a reminder that comes about twice', async () => {
    const accounts = await people(2);
    await notice(accounts, { key: 'event-1-aaaa' });
    await notice(accounts, { key: 'event-1-aaaa' });
    await notice(accounts, { key: 'event-2-aaaa', once: 'viec:2022-03-15' });
    await notice(accounts, { key: 'event-3-aaaa', once: 'viec:2022-03-15' });
    expect(await stored()).toHaveLength(4);
  });
});

describe('with faults of the mail server', () => {
  test('a server that is down for a day loses nothing and is not stormed', async () => {
    const accounts = await people(5);
    await mail.stop();
    await notice(accounts);
    const away = startSender();
    const tried = await until((rows) => rows.some((row) => row.attempts > 0));
    await sleep(300);
    expect((await stored()).reduce((sum, row) => sum + row.attempts, 0)).toBeLessThanOrEqual(6);
    expect(tried.find((row) => row.attempts > 0)).toMatchObject({ state: 'waiting', error_code: 'mail-unreachable' });
    await away.stop();
    t.clock.set('2022-03-16T09:00:00+07:00');
    mail = await startMailServer({ port: mail.port });
    startSender();
    await until(allSent);
    for (let i = 0; i < 5; i++) expect(mail.countTo(`nguoi${i}@xa.vn`)).toBe(1);
    expect((await stored()).every((row) => row.repeats === 0)).toBe(true);
  });

  test('an address that is refused fails with the reason; the others get theirs; sent again once corrected', async () => {
    const accounts = await people(3);
    mail.faults = { refused: ['nguoi1@xa.vn'] };
    await notice(accounts);
    startSender({ lanes: 1 });
    await until((rows) => rows.every((row) => row.state === 'sent' || row.state === 'failed'));
    expect(mail.letters).toHaveLength(2);
    const listed = await t.call(listDeliveries, { query: { state: 'failed' } }, { as: 'admin' });
    expect(listed.body).toMatchObject({ total: 1, counts: { sent: 2, failed: 1 } });
    expect(listed.body.rows[0]).toMatchObject({ recipient: 'Người Nhận 1', address: 'nguoi1@xa.vn', attempts: 1 });
    expect(listed.body.rows[0]?.problem).toContain('không nhận địa chỉ');
    expect(listed.body.rows[0]?.reply).toContain('no such user here');
    await t.owner.query(`update person set email = 'dung@xa.vn' where email = 'nguoi1@xa.vn'`);
    await t.call(retryFailedDeliveries, {}, { as: 'admin' });
    await until(allSent);
    expect(mail.countTo('dung@xa.vn')).toBe(1);
  });

  test('a busy mailbox is tried again after a wait, longer each time', async () => {
    const accounts = await people(1);
    mail.faults = { busy: ['nguoi0@xa.vn'] };
    await notice(accounts);
    startSender();
    const begin = t.clock.now();
    const first = await until((rows) => rows[0]?.attempts === 1);
    expect(Date.parse(first[0]?.next_at ?? '') - begin).toBe(60_000);
    expect(first[0]).toMatchObject({ state: 'waiting', error_code: 'mail-busy' });
    t.clock.set(new Date(begin + 60_000).toISOString());
    const second = await until((rows) => rows[0]?.attempts === 2);
    expect(Date.parse(second[0]?.next_at ?? '') - begin).toBe(180_000);
    mail.faults = {};
    t.clock.set(new Date(begin + 180_000).toISOString());
    await until(allSent);
    expect(mail.letters).toHaveLength(1);
  });

  test('a slow server gets each letter once', async () => {
    mail.faults = { slowMs: 700 };
    await notice(await people(4));
    startSender({ lanes: 2 });
    await until(allSent);
    expect(mail.letters).toHaveLength(4);
  });

  test('a line cut before the content is tried again without being a repeat', async () => {
    mail.faults = { cut: 'before-content' };
    await notice(await people(1));
    const sender = startSender({ lanes: 1 });
    const [row] = await until((rows) => (rows[0]?.attempts ?? 0) > 0);
    expect(row).toMatchObject({ state: 'waiting', error_code: 'mail-unreachable', repeats: 0 });
    await sender.stop();
    mail.faults = {};
    t.clock.set(row?.next_at ?? '');
    startSender();
    await until(allSent);
    expect(mail.letters).toHaveLength(1);
  });

  test('a line cut after the content, before the answer, is repeated with the same Message-ID and counted', async () => {
    mail.faults = { cut: 'after-content' };
    await notice(await people(1));
    startSender({ lanes: 1 });
    const [row] = await until((rows) => (rows[0]?.attempts ?? 0) > 0);
    expect(row).toMatchObject({ state: 'waiting', error_code: 'mail-unanswered', repeats: 1 });
    mail.faults = {};
    t.clock.set(row?.next_at ?? '');
    await until(allSent);
    expect(mail.letters).toHaveLength(2);
    expect(new Set(mail.letters.map((letter) => letter.messageId)).size).toBe(1);
    const { body } = await t.call(listDeliveries, {}, { as: 'admin' });
    expect(body.rows[0]).toMatchObject({ state: 'sent', repeats: 1 });
  });

  test('a refused login or sender makes all letters wait; none is given up for it', async () => {
    mail.faults = { noSender: true };
    await notice(await people(3));
    const sender = startSender({ lanes: 1 });
    await until((rows) => rows.some((row) => row.error_code === 'mail-sender-refused'));
    expect((await stored()).every((row) => row.state === 'waiting')).toBe(true);
    await sender.stop();
    const strict = await startMailServer({ password: 'dung-mat-khau' });
    services = {
      ...services,
      config: { ...services.config, smtpUrl: strict.url.replace('dung-mat-khau', 'sai-mat-khau') },
    };
    const wrong = startSender({ lanes: 1 });
    await until((rows) => rows.some((row) => row.error_code === 'mail-login-refused'));
    await wrong.stop();
    services = { ...services, config: { ...services.config, smtpUrl: strict.url } };
    t.clock.set('2022-03-15T12:00:00+07:00');
    startSender();
    await until(allSent);
    expect(strict.letters).toHaveLength(3);
    await strict.stop();
  });

  test('content taken for spam fails; five days of busy answers are given up where it can be seen', async () => {
    mail.faults = { spam: true };
    const [one] = await people(1);
    if (!one) throw new Error('nobody');
    await notice([one]);
    startSender();
    await until((rows) => rows[0]?.state === 'failed');
    expect(await stored()).toMatchObject([{ error_code: 'mail-content-refused' }]);
    mail.faults = { busy: ['nguoi0@xa.vn'] };
    await t.call(retryFailedDeliveries, {}, { as: 'admin' });
    await until((rows) => rows[0]?.error_code === 'mail-busy');
    t.clock.set('2022-03-20T09:00:01+07:00');
    await until((rows) => rows[0]?.state === 'failed');
  });
});

describe('when the process is killed', () => {
  test('a letter taken up and not settled is sent again, marked as a repeat with its old id', async () => {
    await notice(await people(3));
    await t.owner.query(
      `update delivery set state = 'sending', next_at = null, claimed_at = '2022-03-15T01:00:00Z' where id = (select min(id::text)::uuid from delivery)`,
    );
    startSender();
    const rows = await until(allSent);
    expect(rows.map((row) => row.repeats)).toEqual([1, 0, 0]);
    expect(new Set(mail.letters.map((letter) => letter.messageId)).size).toBe(3);
  });

  test('two senders at once send each letter once', async () => {
    await notice(await people(40));
    startSender();
    startSender();
    startSender();
    await until(allSent);
    expect(mail.letters).toHaveLength(40);
  });

  test('stopped in the middle and started again, each letter has gone once', async () => {
    mail.faults = { slowMs: 30 };
    await notice(await people(40));
    for (let i = 0; i < 4; i++) {
      const sender = startSender({ lanes: 2 });
      await sleep(150);
      await sender.stop();
    }
    startSender();
    await until(allSent, 20_000);
    expect(mail.letters).toHaveLength(40);
    expect((await stored()).every((row) => row.repeats === 0)).toBe(true);
  });

  test('killed again and again in the middle, nothing is lost and every repeat is known', async () => {
    mail.faults = { slowMs: 5 };
    const count = 150;
    await notice(await people(count));
    for (let kill = 0; kill < 5; kill++) {
      const child = spawn(process.execPath, [
        senderProcess,
        t.database.urls.app,
        t.database.urls.worker,
        mail.url,
        now,
      ]);
      const before = mail.letters.length;
      await until(() => mail.letters.length >= before + 15 || child.exitCode !== null, 20_000);
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('close', resolve));
    }
    mail.faults = {};
    t.clock.set('2022-03-15T09:10:00+07:00');
    startSender();
    const rows = await until(allSent, 20_000);
    const copies = Array.from({ length: count }, (_, i) => mail.countTo(`nguoi${i}@xa.vn`));
    expect(Math.min(...copies)).toBe(1);
    const repeats = rows.reduce((sum, row) => sum + row.repeats, 0);
    // Three lanes, five kills: at most that many letters were on the line, and each that doubled is marked.
    expect(repeats).toBeLessThanOrEqual(15);
    expect(mail.letters.length - count).toBeLessThanOrEqual(repeats);
    for (const row of rows) {
      const sent = mail.countTo(row.address ?? '');
      expect(sent).toBeLessThanOrEqual(1 + row.repeats);
    }
    expect(new Set(mail.letters.map((letter) => letter.messageId)).size).toBe(count);
  }, 90_000);

  test('a clock moved back does not hold letters up', async () => {
    await notice(await people(1));
    await t.owner.query(`update delivery set next_at = '2023-01-01T00:00:00Z'`);
    startSender();
    await until(allSent);
  });
});

describe('what people and administrators decide', () => {
  test('quiet hours hold a letter until they end, but not an urgent one', async () => {
    const [one] = await people(1);
    if (!one) throw new Error('nobody');
    await t.owner.query(
      `insert into notification_preference (unit_id, account_id, quiet_from, quiet_to) values ($1, $2, 480, 600)`,
      [t.unit.id, one.id],
    );
    await notice([one]);
    await notice([one], { kind: 'test.urgent' });
    startSender();
    const rows = await until((some) => some.some((row) => row.state === 'sent'));
    expect(mail.letters.map((letter) => letter.subject)).toEqual(['Việc gấp']);
    const waiting = rows.find((row) => row.state === 'waiting');
    expect(new Date(waiting?.next_at ?? '').toISOString()).toBe('2022-03-15T03:00:00.000Z');
    t.clock.set('2022-03-15T10:00:00+07:00');
    await until(allSent);
    expect(mail.letters).toHaveLength(2);
  });

  test('quiet hours chosen after the notice still hold, without counting as an attempt', async () => {
    const [one] = await people(1);
    if (!one) throw new Error('nobody');
    await notice([one]);
    await t.owner.query(
      `insert into notification_preference (unit_id, account_id, quiet_from, quiet_to) values ($1, $2, 480, 600)`,
      [t.unit.id, one.id],
    );
    startSender();
    const rows = await until((some) => new Date(some[0]?.next_at ?? 0).toISOString() === '2022-03-15T03:00:00.000Z');
    expect(rows[0]).toMatchObject({ state: 'waiting', attempts: 0 });
  });

  test('a discarded letter is never sent; a stale page is told; what was sent cannot be discarded', async () => {
    await notice(await people(2));
    const { body } = await t.call(listDeliveries, {}, { as: 'admin' });
    const [second, first] = body.rows;
    if (!first || !second) throw new Error('nothing listed');
    const gone = { params: { deliveryId: first.id }, body: { version: first.version, reason: 'Gửi nhầm người' } };
    expect((await t.call(discardDelivery, gone, { as: 'admin' })).status).toBe(200);
    const again = await t.call(discardDelivery, gone, { as: 'admin' });
    expect([again.status, again.error?.code]).toEqual([409, 'delivery-not-open']);
    const stale = { params: { deliveryId: second.id }, body: { version: second.version + 7 } };
    expect((await t.call(retryDelivery, stale, { as: 'admin' })).error?.code).toBe('stale-version');
    startSender();
    await until((rows) => rows.some((row) => row.state === 'sent'));
    expect(mail.letters).toHaveLength(1);
    const late = { params: { deliveryId: second.id }, body: { version: 3, reason: 'Muộn rồi' } };
    expect((await t.call(discardDelivery, late, { as: 'admin' })).error?.code).toBe('delivery-not-open');
    const { rows } = await t.owner.query(`select action from log_entry where record_type = 'delivery'`);
    expect(rows).toEqual([{ action: 'delivery.discarded' }]);
  });

  test('somebody who left, or has no address any longer, is named as the reason', async () => {
    const [one] = await people(1);
    if (!one) throw new Error('nobody');
    await notice([one]);
    await t.owner.query(`update account set disabled_at = now() where id = $1`, [one.id]);
    startSender();
    await until((rows) => rows[0]?.state === 'failed');
    expect(await stored()).toMatchObject([{ error_code: 'mail-no-address', attempts: 0 }]);
    expect(mail.letters).toHaveLength(0);
  });
});
