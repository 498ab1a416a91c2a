import { hashPassword } from 'better-auth/crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/app.ts';
import { anAccount, cookieOf } from '#test/factories.ts';
import { cookieHeader, type Forms, formsOf } from '#test/forms.ts';
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
    permissions: expect.arrayContaining(['evidence.add', 'org.read', 'plan.read', 'plan.work', 'work.do', 'work.read']),
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
