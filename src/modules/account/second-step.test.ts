import { createHmac } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/app.ts';
import { anAccount } from '#test/factories.ts';
import { cookieHeader, type Forms, formsOf } from '#test/forms.ts';
import { beginTotp, confirmTotp } from './contract/own-account.ts';
import { getCurrentSession } from './contract/session.ts';

const password = 'mưa rào cuối hạ';
let t: TestApp;
let passwordHash: string;
let send: Forms['send'];
let signIn: Forms['signIn'];
beforeAll(async () => {
  t = await startTestApp();
  ({ send, signIn } = formsOf(t));
  passwordHash = await hashPassword(password);
});
afterAll(() => t.close());

async function actionsOf(accountId: string): Promise<string[]> {
  const { rows } = await t.owner.query('select action from log_entry where record_id = $1 order by id', [accountId]);
  return rows.map((row) => row.action);
}

/** RFC 6238: HMAC-SHA-1 of the half-minute, six digits. */
function totp(secret: string, at = Date.now()): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret.replace(/=+$/, '')]
    .map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

test('a signer enrols a second factor, is asked for it, and may use a backup code once', async () => {
  const account = await anAccount(t.owner, t.unit.id, {
    username: 'nguoi.ky',
    passwordHash,
    twoFactor: false,
    roles: ['chair'],
  });
  const first = await signIn('nguoi.ky', password, '10.1.9.1');
  const as = { headers: { cookie: cookieHeader(first) } };
  expect((await t.call(getCurrentSession, {}, { as })).body.mustEnrolTotp).toBe(true);

  expect((await t.call(beginTotp, { body: { password: 'không phải' } }, { as })).error?.code).toBe('wrong-password');
  const key = 'bat-xac-thuc-1';
  const begun = await t.call(beginTotp, { body: { password } }, { as, key });
  expect(begun.status).toBe(200);
  expect(begun.body.backupCodes).toHaveLength(10);
  expect(begun.body.picture).toContain('<svg');
  expect(begun.body.address).toContain('otpauth://totp/Li%E1%BB%81n%20M%E1%BA%A1ch:nguoi.ky?');
  const again = await t.call(beginTotp, { body: { password } }, { as, key });
  expect(again.body).toEqual(begun.body);
  const { rows } = await t.owner.query(`select answer::text as answer, body_hash from idempotency where key = $1`, [
    key,
  ]);
  expect(rows[0].answer).not.toContain(begun.body.secret);

  expect((await t.call(confirmTotp, { body: { code: '000000' } }, { as })).error?.code).toBe('totp-code-wrong');
  expect((await t.call(getCurrentSession, {}, { as })).body.mustEnrolTotp).toBe(true);
  expect((await t.call(confirmTotp, { body: { code: totp(begun.body.secret) } }, { as })).status).toBe(200);
  expect((await t.call(getCurrentSession, {}, { as })).body.mustEnrolTotp).toBe(false);

  const challenged = await signIn('nguoi.ky', password, '10.1.9.1', { tiep: '/lam-viec/ke-hoach' });
  expect(challenged.location).toBe('/dang-nhap/xac-thuc?tiep=%2Flam-viec%2Fke-hoach');
  const cookie = cookieHeader(challenged);
  expect(cookie).not.toContain('session_token');
  expect((await t.call(getCurrentSession, {}, { as: { headers: { cookie } } })).status).toBe(401);
  const wrong = await send('/dang-nhap/xac-thuc', { ma: '123456' }, { cookie });
  expect([wrong.status, wrong.cookies]).toEqual([401, {}]);
  const right = await send(
    '/dang-nhap/xac-thuc',
    { ma: totp(begun.body.secret), tiep: '/lam-viec/ke-hoach' },
    { cookie },
  );
  expect([right.status, right.location]).toEqual([303, '/lam-viec/ke-hoach']);
  expect((await t.call(getCurrentSession, {}, { as: { headers: { cookie: cookieHeader(right) } } })).status).toBe(200);
  expect((await send('/dang-nhap/xac-thuc', { ma: totp(begun.body.secret) }, { cookie })).status).toBe(401);

  const [code = ''] = begun.body.backupCodes;
  const enterBackup = async () => {
    const step = await signIn('nguoi.ky', password, '10.1.9.1');
    return send('/dang-nhap/xac-thuc', { du_phong: code }, { cookie: cookieHeader(step) });
  };
  expect((await enterBackup()).status).toBe(303);
  expect((await enterBackup()).status).toBe(401);
  expect(await actionsOf(account.id)).toContain('account.second-step-failed');
});

test('five wrong codes end the second step', async () => {
  await anAccount(t.owner, t.unit.id, { username: 'sai.ma', passwordHash, twoFactor: false, roles: ['officer'] });
  const first = await signIn('sai.ma', password, '10.1.10.1');
  const as = { headers: { cookie: cookieHeader(first) } };
  const begun = await t.call(beginTotp, { body: { password } }, { as });
  await t.call(confirmTotp, { body: { code: totp(begun.body.secret) } }, { as });
  const cookie = cookieHeader(await signIn('sai.ma', password, '10.1.10.1'));
  for (let i = 0; i < 5; i++) await send('/dang-nhap/xac-thuc', { ma: '000001' }, { cookie });
  const last = await send('/dang-nhap/xac-thuc', { ma: totp(begun.body.secret) }, { cookie });
  expect([last.status, last.cookies['lm.session_token']]).toEqual([401, undefined]);
  expect(last.text).toContain('Xin đăng nhập lại từ đầu');
});
