import { createHmac } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/app.ts';
import { anAccount, cookieOf } from '#test/factories.ts';
import { beginTotp, confirmTotp } from './contract/own-account.ts';
import { getCurrentSession } from './contract/session.ts';

const password = 'mưa rào cuối hạ';
let t: TestApp;
let passwordHash: string;
beforeAll(async () => {
  t = await startTestApp();
  passwordHash = await hashPassword(password);
});
afterAll(() => t.close());

interface Reply {
  readonly status: number;
  readonly text: string;
  readonly location: string | undefined;
  readonly cookies: Record<string, string>;
}

let forms = 0;

async function send(
  path: string,
  fields: Record<string, string>,
  options: { address?: string; cookie?: string; headers?: Record<string, string> } = {},
): Promise<Reply> {
  const reply = await t.app.inject({
    method: 'POST',
    url: path,
    remoteAddress: options.address ?? '10.0.0.1',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(options.cookie ? { cookie: options.cookie } : {}),
      ...options.headers,
    },
    payload: new URLSearchParams({ khoa: `form-${forms++}`, ...fields }).toString(),
  });
  const cookies = Object.fromEntries(reply.cookies.map((cookie) => [cookie.name, cookie.value]));
  return {
    status: reply.statusCode,
    text: reply.body,
    location: reply.headers.location as string | undefined,
    cookies,
  };
}

const signIn = (username: string, typed: string, address?: string, more: Record<string, string> = {}) =>
  send('/dang-nhap', { ten: username, mat_khau: typed, ...more }, address ? { address } : {});

const cookieHeader = (reply: Reply) =>
  Object.entries(reply.cookies)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('; ');

async function actionsOf(accountId: string): Promise<string[]> {
  const { rows } = await t.owner.query('select action from log_entry where record_id = $1 order by id', [accountId]);
  return rows.map((row) => row.action);
}

test('the right name and password lead to the wanted page with a session that the API knows', async () => {
  const account = await anAccount(t.owner, t.unit.id, {
    username: 'dung.nguoi',
    passwordHash,
    twoFactor: false,
    roles: ['officer'],
  });
  const reply = await signIn(' Dung.Nguoi ', password, '10.1.1.1', { tiep: '/lam-viec/ke-hoach?x=1' });
  expect([reply.status, reply.location]).toEqual([303, '/lam-viec/ke-hoach?x=1']);
  const session = await t.call(getCurrentSession, {}, { as: { headers: { cookie: cookieHeader(reply) } } });
  expect(session.status).toBe(200);
  expect(session.body).toMatchObject({
    account: { id: account.id, username: 'dung.nguoi', name: account.name },
    unit: { id: t.unit.id, name: 'xã Thử Nghiệm', level: 'commune' },
    permissions: ['org.read', 'plan.read', 'plan.work'],
    mustChangePassword: false,
    mustEnrolTotp: false,
    demo: false,
    today: '2022-03-15',
    onBehalfOf: null,
  });
  const { rows } = await t.owner.query(`select "ipAddress" from auth.session where "userId" = $1`, [account.id]);
  expect(rows).toEqual([{ ipAddress: '10.1.1.1' }]);
  expect(await actionsOf(account.id)).toEqual(['account.signed-in']);
});

test('a wrong password, an unknown name and a name that cannot be get the same words', async () => {
  await anAccount(t.owner, t.unit.id, { username: 'co.that', passwordHash });
  const wrong = await signIn('co.that', 'sai hoàn toàn', '10.1.2.1');
  const unknown = await signIn('khong.co', 'sai hoàn toàn', '10.1.2.2');
  const strange = await signIn('Không Thể Có!', 'sai hoàn toàn', '10.1.2.3');
  for (const reply of [wrong, unknown, strange]) {
    expect(reply.status).toBe(401);
    expect(reply.text).toContain('Tên đăng nhập hoặc mật khẩu chưa đúng');
    expect(reply.cookies).toEqual({});
  }
});

test('five wrong passwords make the next try wait at that address, and nowhere else', async () => {
  const account = await anAccount(t.owner, t.unit.id, { username: 'chu.tich', passwordHash, twoFactor: false });
  for (let i = 0; i < 4; i++) expect((await signIn('chu.tich', `sai lần ${i}`, '10.1.3.1')).status).toBe(401);
  const fifth = await signIn('chu.tich', 'sai lần năm', '10.1.3.1');
  expect(fifth.status).toBe(429);
  expect(fifth.text).toMatch(/Xin thử lại sau 1 phút \(từ \d\d:\d\d\)/);
  expect((await signIn('chu.tich', password, '10.1.3.1')).status).toBe(429);
  expect((await signIn('chu.tich', password, '10.1.3.2')).status).toBe(303);
  const actions = await actionsOf(account.id);
  expect(actions).toEqual([...Array(4).fill('account.sign-in-failed'), 'account.locked', 'account.signed-in']);

  await t.owner.query(`update auth.failure set locked_until = now() - interval '1 second' where username = 'chu.tich'`);
  const sixth = await signIn('chu.tich', 'sai lần sáu', '10.1.3.1');
  expect(sixth.text).toContain('Xin thử lại sau 2 phút');
  await t.owner.query(`update auth.failure set locked_until = now() - interval '1 second' where username = 'chu.tich'`);
  expect((await signIn('chu.tich', password, '10.1.3.1')).status).toBe(303);
  expect((await signIn('chu.tich', 'lại sai', '10.1.3.1')).status).toBe(401);
});

test('fifty guesses side by side get five tries, not fifty', async () => {
  await anAccount(t.owner, t.unit.id, { username: 'bi.doan', passwordHash });
  const replies = await Promise.all(
    Array.from({ length: 50 }, (_, i) => signIn('bi.doan', `đoán thử ${i}`, '10.1.4.1')),
  );
  expect(replies.filter((reply) => reply.status === 401)).toHaveLength(4);
  expect(replies.filter((reply) => reply.status === 429)).toHaveLength(46);
  expect((await signIn('bi.doan', password, '10.1.4.1')).status).toBe(429);
});

test('a form sent twice is one try; all addresses of one IPv6 network are one place', async () => {
  await anAccount(t.owner, t.unit.id, { username: 'bam.hai.lan', passwordHash });
  for (let i = 0; i < 6; i++) await signIn('bam.hai.lan', 'sai một lần thôi', '10.1.5.1', { khoa: 'cung-mot-form' });
  expect((await signIn('bam.hai.lan', password, '10.1.5.1')).location).toBeDefined();
  for (let i = 0; i < 5; i++) await signIn('bam.hai.lan', `sai ${i}`, `2001:db8:1:2::${i + 1}`);
  expect((await signIn('bam.hai.lan', password, '2001:db8:1:2:ffff::9')).status).toBe(429);
  expect((await signIn('bam.hai.lan', password, '2001:db8:1:3::1')).status).toBe(303);
});

test('the address is the connection’s, whatever a header says', async () => {
  const account = await anAccount(t.owner, t.unit.id, { username: 'gia.dia.chi', passwordHash, twoFactor: false });
  const headers = { 'x-forwarded-for': '1.2.3.4', 'x-lien-mach-address': '1.2.3.4' };
  await send('/dang-nhap', { ten: 'gia.dia.chi', mat_khau: password }, { address: '10.1.6.1', headers });
  const { rows } = await t.owner.query(`select "ipAddress" from auth.session where "userId" = $1`, [account.id]);
  expect(rows).toEqual([{ ipAddress: '10.1.6.1' }]);
});

test('a disabled account is told so, only after the right password, and gets no session', async () => {
  const account = await anAccount(t.owner, t.unit.id, { username: 'da.ngung', passwordHash, twoFactor: false });
  await t.owner.query('update account set disabled_at = now() where id = $1', [account.id]);
  expect((await signIn('da.ngung', 'sai mật khẩu', '10.1.7.1')).text).toContain('chưa đúng');
  const reply = await signIn('da.ngung', password, '10.1.7.1');
  expect([reply.status, reply.cookies]).toEqual([401, {}]);
  expect(reply.text).toContain('đã ngừng sử dụng');
  const { rows } = await t.owner.query('select 1 from auth.session where "userId" = $1', [account.id]);
  expect(rows).toEqual([]);
});

test('another site can send no form here, and no address of another site is gone to', async () => {
  await anAccount(t.owner, t.unit.id, { username: 'chuyen.huong', passwordHash, twoFactor: false });
  const fields = { ten: 'chuyen.huong', mat_khau: password };
  const from = (headers: Record<string, string>) => send('/dang-nhap', fields, { address: '10.1.8.1', headers });
  expect((await from({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await from({ origin: 'https://trang-khac.example' })).status).toBe(403);
  expect((await from({ origin: 'null' })).status).toBe(403);
  expect(
    (await from({ host: 'xa.example', origin: 'http://xa.example', 'sec-fetch-site': 'same-origin' })).status,
  ).toBe(303);
  expect((await t.app.inject('/dang-nhap')).headers['referrer-policy']).toBe('same-origin');
  for (const tiep of [
    '//trang-khac.example',
    'https://trang-khac.example/',
    '/\\trang-khac.example',
    '/\t/trang-khac.example',
  ]) {
    expect((await send('/dang-nhap', { ...fields, tiep }, { address: '10.1.8.1' })).location).toBe('/lam-viec');
  }
});

test('a forged or altered cookie is no session', async () => {
  const { headers } = await t.signInAs('officer');
  const good = await t.call(getCurrentSession, {}, { as: { headers } });
  expect(good.status).toBe(200);
  const value = decodeURIComponent(headers.cookie.split('=')[1] ?? '');
  const token = value.slice(0, value.lastIndexOf('.'));
  const forged = [
    cookieOf(token, 'another secret of another installation'),
    `lm.session_token=${token}`,
    `lm.session_token=${encodeURIComponent(`${token}.`)}`,
    `lm.session_token=${encodeURIComponent(`${token}x${value.slice(value.lastIndexOf('.'))}`)}`,
    cookieOf("' or true --", t.services.authSecret),
  ];
  for (const cookie of forged) {
    const reply = await t.call(getCurrentSession, {}, { as: { headers: { cookie } } });
    expect([reply.status, reply.error?.code]).toEqual([401, 'not-signed-in']);
  }
});

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

test('a temporary password must be changed before anything else', async () => {
  const account = await anAccount(t.owner, t.unit.id, {
    username: 'nguoi.moi',
    passwordHash,
    twoFactor: false,
    mustChangePassword: true,
    roles: ['focal'],
  });
  const first = await signIn('nguoi.moi', password, '10.1.11.1', { tiep: '/lam-viec/ke-hoach' });
  expect(first.location).toBe('/doi-mat-khau?tiep=%2Flam-viec%2Fke-hoach');
  const cookie = cookieHeader(first);
  const change = (fields: Record<string, string>) =>
    send('/doi-mat-khau', { tiep: '/lam-viec/ke-hoach', ...fields }, { cookie });
  const next = 'gió mùa đông bắc về';
  expect((await change({ cu: password, moi: next, lai: 'khác hẳn' })).text).toContain('không giống nhau');
  expect((await change({ cu: 'sai', moi: next, lai: next })).text).toContain('Mật khẩu hiện tại chưa đúng');
  expect((await change({ cu: password, moi: 'matkhau12345', lai: 'matkhau12345' })).text).toContain('quá dễ đoán');
  expect((await change({ cu: password, moi: password, lai: password })).text).toContain('trùng mật khẩu đang dùng');
  const done = await change({ cu: password, moi: next, lai: next, khoa: 'doi-mat-khau-1' });
  expect([done.status, done.location]).toEqual([303, '/lam-viec/ke-hoach']);
  const repeated = await change({ cu: password, moi: next, lai: next, khoa: 'doi-mat-khau-1' });
  expect([repeated.status, repeated.location]).toEqual([303, '/lam-viec/ke-hoach']);
  expect((await t.call(getCurrentSession, {}, { as: { headers: { cookie } } })).body.mustChangePassword).toBe(false);
  expect((await signIn('nguoi.moi', password, '10.1.11.1')).status).toBe(401);
  expect((await signIn('nguoi.moi', next, '10.1.11.1')).location).toBe('/lam-viec');
  expect((await actionsOf(account.id)).filter((action) => action === 'account.password-changed')).toHaveLength(1);
});

test('signing out ends the session on the server', async () => {
  await anAccount(t.owner, t.unit.id, { username: 'di.ve', passwordHash, twoFactor: false });
  const cookie = cookieHeader(await signIn('di.ve', password, '10.1.12.1'));
  expect((await t.call(getCurrentSession, {}, { as: { headers: { cookie } } })).status).toBe(200);
  const out = await send('/dang-xuat', {}, { cookie });
  expect([out.status, out.location]).toEqual([303, '/dang-nhap']);
  expect((await t.call(getCurrentSession, {}, { as: { headers: { cookie } } })).status).toBe(401);
});

test('the pages are small, need no script and are kept by nobody', async () => {
  for (const path of ['/dang-nhap', '/dang-nhap/xac-thuc']) {
    const reply = await t.app.inject(path);
    expect(reply.statusCode).toBe(200);
    expect(Buffer.byteLength(reply.body)).toBeLessThan(15_000);
    expect(reply.body).not.toContain('<script');
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(reply.body).toContain('UBND xã Thử Nghiệm');
  }
  const attack = await t.app.inject('/dang-nhap?tiep=%22%3E%3Cscript%3Ealert(1)%3C/script%3E');
  expect(attack.body).not.toContain('<script');
});

test('outside of a demo there is neither a demo sign-in nor a demo clock', async () => {
  const account = await anAccount(t.owner, t.unit.id, { demo: true });
  expect((await send('/dang-nhap/trinh-dien', { ai: account.id })).status).toBe(404);
  expect((await t.app.inject('/dang-nhap')).body).not.toContain('trình diễn');
  expect((await t.app.inject('/api/demo/clock')).statusCode).toBe(404);
});
