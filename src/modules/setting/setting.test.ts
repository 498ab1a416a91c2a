import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listDeliveries, listNotices, sendTestMail } from '#modules/notification/contract.ts';
import { runInUnit } from '#server/jobs.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { anAccount, type TestAccount } from '#test/factories.ts';
import { startMailServer, type TestMailServer } from '#test/mail-server.ts';
import { listSettings, saveSetting } from './contract.ts';
import { defaultSettings, findContactLine, type SettingKey, type Settings, settingKeys } from './domain/settings.ts';
import { getSetting } from './queries.ts';
import { settingWords } from './text.ts';

let t: TestApp;
let mail: TestMailServer;
let admin: TestAccount;
let stopJobs: () => Promise<void>;
beforeAll(async () => {
  mail = await startMailServer();
  t = await startTestApp({ smtpUrl: mail.url });
  admin = await anAccount(t.owner, t.unit.id, { roles: ['admin'], email: 'quantri@xa.vn' });
  stopJobs = await t.startJobs();
});
afterAll(async () => {
  await stopJobs();
  await t.close();
  await mail.stop();
});

async function set<K extends SettingKey>(key: K, value: Settings[K], as: TestAccount = admin) {
  const { body } = await t.call(listSettings, {}, { as });
  const version = body.settings.find((one) => one.key === key)?.version ?? 0;
  return t.call(saveSetting, { body: { key, value, version } as never }, { as });
}

async function testLetter() {
  const before = mail.letters.length;
  expect((await t.call(sendTestMail, {}, { as: admin })).status).toBe(200);
  await expect.poll(() => mail.letters.length, { timeout: 10_000 }).toBe(before + 1);
  const letter = mail.letters[before];
  if (!letter) throw new Error('no letter');
  return letter;
}

describe('settings', () => {
  test('are a closed set, each with a default and words', async () => {
    const { body } = await t.call(listSettings, {}, { as: admin });
    expect(body.settings.map((one) => one.key)).toEqual([...settingKeys]);
    for (const { key, value, version } of body.settings) {
      expect(value).toEqual(defaultSettings[key]);
      expect(version).toBe(0);
      expect(settingWords[key].effect.length).toBeGreaterThan(20);
    }
    const unknown = { key: 'khong.co', value: 1, version: 0 } as never;
    expect((await t.call(saveSetting, { body: unknown }, { as: admin })).status).toBe(400);
  });

  test.each([
    ['mail.enabled', 'yes'],
    ['mail.sender-name', 'Xã\nBcc: moi-nguoi@xa.vn'],
    ['mail.reply-to', 'khong phai thu'],
    ['office.contact', { address: '', phone: '', email: 'sai' }],
    ['public.plan', null],
    ['work.soon-days', 0],
    ['work.soon-days', 1.5],
    ['reminder.hour', 24],
    ['reminder.escalate-after-days', '3'],
    ['dossier.agency-codes', [{ from: '2022-01-01', code: 'không phải mã' }]],
    ['dossier.agency-codes', [{ from: 'hôm nay', code: 'H56.22.17' }]],
    [
      'dossier.agency-codes',
      [
        { from: '2022-01-01', code: 'H56.22.17' },
        { from: '2022-01-01', code: 'H56.22.18' },
      ],
    ],
  ])('%s refuses a value of another form', async (key, value) => {
    const { status } = await t.call(saveSetting, { body: { key, value, version: 0 } as never }, { as: admin });
    expect(status).toBe(400);
  });

  test('are changed by version, logged with before and after, and belong to their unit', async () => {
    expect((await set('mail.sender-name', 'UBND xã Mẫu')).body).toMatchObject({ version: 1 });
    const body = { key: 'mail.sender-name', value: 'Khác', version: 0 } as const;
    const stale = await t.call(saveSetting, { body }, { as: admin });
    expect([stale.status, stale.error?.code]).toEqual([409, 'stale-version']);
    expect(stale.error?.details).toMatchObject({ current: { value: 'UBND xã Mẫu', version: 1 } });
    const far = await anAccount(t.owner, t.otherUnit.id, { roles: ['admin'] });
    const theirs = await t.call(listSettings, {}, { as: far });
    expect(theirs.body.settings.find((one) => one.key === 'mail.sender-name')).toMatchObject({ value: '', version: 0 });
    const { rows } = await t.owner.query(
      `select d.before, d.after from log_entry e join log_detail d on d.entry_id = e.id where e.action = 'setting.changed'`,
    );
    expect(rows).toEqual([{ before: { 'mail.sender-name': '' }, after: { 'mail.sender-name': 'UBND xã Mẫu' } }]);
  });

  test('are for administrators only', async () => {
    for (const role of ['chair', 'focal', 'officer', 'viewer', 'clerk'] as const) {
      expect((await t.call(listSettings, {}, { as: role })).status).toBe(403);
      const body = { key: 'public.plan', value: false, version: 0 } as const;
      expect((await t.call(saveSetting, { body }, { as: role })).status).toBe(403);
    }
  });
});

describe('each setting has its effect', () => {
  test('mail.sender-name and mail.reply-to stand in the letter', async () => {
    await set('mail.sender-name', 'Bộ phận một cửa xã Mẫu');
    await set('mail.reply-to', 'tra-loi@xa.vn');
    const letter = await testLetter();
    expect(letter.from?.value[0]?.name).toBe('Bộ phận một cửa xã Mẫu');
    expect(letter.replyTo?.value[0]?.address).toBe('tra-loi@xa.vn');
    await set('mail.sender-name', '');
    await set('mail.reply-to', '');
    const plain = await testLetter();
    expect(plain.from?.value[0]?.name).toBe('UBND xã Thử Nghiệm');
    expect(plain.replyTo).toBeUndefined();
  });

  test('office.contact stands below the letter', async () => {
    await set('office.contact', { address: 'Thôn Giữa', phone: '0237 000 000', email: 'ubnd@xa.vn' });
    expect((await testLetter()).text).toContain('Liên hệ: Thôn Giữa; điện thoại 0237 000 000; ubnd@xa.vn');
    expect(findContactLine({ address: '', phone: '', email: '' })).toBeUndefined();
  });

  test('mail.enabled off sends nothing, and the screen still tells', async () => {
    await set('mail.enabled', false);
    expect((await t.call(sendTestMail, {}, { as: admin })).error?.code).toBe('mail-switched-off');
    const before = (await t.call(listDeliveries, {}, { as: admin })).body.total;
    await runInUnit(t.services, { unitId: t.unit.id, actor: 'test' }, async (ctx) =>
      ctx.publish('notification.wanted', {
        kind: 'notification.test-mail',
        accountIds: [admin.id],
        record: { type: 'account', id: admin.id },
        params: {},
      }),
    );
    const seen = (await t.call(listNotices, {}, { as: admin })).body.total;
    await expect
      .poll(async () => (await t.call(listNotices, {}, { as: admin })).body.total, { timeout: 10_000 })
      .toBe(seen + 1);
    expect((await t.call(listDeliveries, {}, { as: admin })).body.total).toBe(before);
    await set('mail.enabled', true);
    await testLetter();
  });

  test('public.plan is what the public page asks', async () => {
    const read = async () => {
      let value: boolean | undefined;
      await runInUnit(t.services, { unitId: t.unit.id, actor: 'test' }, async (ctx) => {
        value = await getSetting(ctx.db, ctx.unitId, 'public.plan');
      });
      return value;
    };
    expect(await read()).toBe(true);
    await set('public.plan', false);
    expect(await read()).toBe(false);
  });
});
