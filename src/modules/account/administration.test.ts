import { hashPassword } from 'better-auth/crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AnyRoute } from '#kernel/route.ts';
import { type Role, roles, startTestApp, type TestApp } from '#test/app.ts';
import { aDepartment, anAccount, aPerson, aSession, type TestAccount } from '#test/factories.ts';
import {
  disableAccount,
  enableAccount,
  endAccountSessions,
  endRole,
  getAccount,
  getAccountChoices,
  giveRole,
  listAccounts,
  makeAccount,
  resetPassword,
  resetTotp,
  unlockAccount,
} from './contract/administration.ts';
import { getCurrentSession } from './contract/session.ts';
import { listTokens } from './contract/tokens.ts';

const password = 'nắng sớm trên đồng';
const day = (text: string) => text as PlainDate;
let t: TestApp;
let passwordHash: string;
beforeAll(async () => {
  t = await startTestApp();
  passwordHash = await hashPassword(password);
});
afterAll(() => t.close());

const signedIn = async (account: TestAccount) => ({
  headers: { cookie: await aSession(t.owner, account.id, t.services.authSecret) },
});

async function lastEntry(recordId: string) {
  const { rows } = await t.owner.query(
    `select e.action, e.actor, d.after, d.context from log_entry e join log_detail d on d.entry_id = e.id
     where e.record_id = $1 order by e.id desc limit 1`,
    [recordId],
  );
  return rows[0];
}

describe('administration', () => {
  const role = { role: 'officer', departmentId: null, from: day('2022-01-01'), to: null };

  test('makes an account for a person, whose temporary password works once and must be changed', async () => {
    const personId = await aPerson(t.owner, t.unit.id, { name: 'Phạm Thị Mới', email: 'moi@thu.example' });
    const choices = await t.call(getAccountChoices, {}, { as: 'admin' });
    expect(choices.body.people.map((person) => person.id)).toContain(personId);
    const input = { body: { username: 'Pham.Thi.Moi', owner: { kind: 'person' as const, personId }, roles: [role] } };
    const made = await t.call(makeAccount, input, { as: 'admin', key: 'tao-tk-0001' });
    expect(made.status).toBe(200);
    expect((await t.call(makeAccount, input, { as: 'admin', key: 'tao-tk-0001' })).body).toEqual(made.body);
    expect((await t.call(makeAccount, input, { as: 'admin' })).error?.code).toBe('person-has-account');
    const another = { body: { ...input.body, owner: { kind: 'other' as const, name: 'Ai Đó', email: null } } };
    expect((await t.call(makeAccount, another, { as: 'admin' })).error?.code).toBe('username-taken');

    const { body } = await t.call(listAccounts, { query: { q: 'pham thi moi' } }, { as: 'admin' });
    expect(body.rows).toMatchObject([
      {
        username: 'pham.thi.moi',
        name: 'Phạm Thị Mới',
        email: 'moi@thu.example',
        mustChangePassword: true,
        roles: [{ role: 'officer' }],
      },
    ]);
    const reply = await t.app.inject({
      method: 'POST',
      url: '/dang-nhap',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({
        ten: 'pham.thi.moi',
        mat_khau: made.body.temporaryPassword,
        khoa: 'x',
      }).toString(),
    });
    expect(reply.headers.location).toContain('/doi-mat-khau');
    const cookie = reply.cookies.map((one) => `${one.name}=${encodeURIComponent(one.value)}`).join('; ');
    const blocked = await t.call(listTokens, {}, { as: { headers: { cookie } } });
    expect([blocked.status, blocked.error?.code]).toEqual([403, 'must-change-password']);
    const { rows } = await t.owner.query(
      `select string_agg(i::text, '') || (select string_agg(d::text, '') from log_detail d) as all from idempotency i`,
    );
    expect(rows[0].all).not.toContain(made.body.temporaryPassword);
  });

  test('an administrator without a second factor must enrol before anything else', async () => {
    const account = await anAccount(t.owner, t.unit.id, { roles: ['admin'], twoFactor: false });
    const reply = await t.call(listAccounts, {}, { as: await signedIn(account) });
    expect([reply.status, reply.error?.code]).toEqual([403, 'must-enrol-totp']);
  });

  test('disabling ends every session at once; a stale version is refused with what is now', async () => {
    const account = await anAccount(t.owner, t.unit.id, { roles: ['officer'] });
    const as = await signedIn(account);
    const params = { accountId: account.id };
    const disable = (version: number) =>
      t.call(disableAccount, { params, body: { version, reason: 'chuyển công tác' } }, { as: 'admin' });
    expect((await disable(1)).status).toBe(200);
    expect((await t.call(getCurrentSession, {}, { as })).status).toBe(401);
    const stale = await disable(1);
    expect(stale.error).toMatchObject({
      code: 'stale-version',
      details: { current: { state: 'disabled', version: 2 } },
    });
    expect(await lastEntry(account.id)).toMatchObject({
      action: 'account.disabled',
      context: { reason: 'chuyển công tác' },
    });
    expect((await t.call(enableAccount, { params, body: { version: 2 } }, { as: 'admin' })).status).toBe(200);
    expect((await t.call(getAccount, { params }, { as: 'admin' })).body).toMatchObject({ state: 'active', version: 3 });
  });

  test('a reset gives a new temporary password, ends the sessions and opens the lock', async () => {
    const account = await anAccount(t.owner, t.unit.id, { passwordHash, roles: ['officer'] });
    await t.owner.query(
      `insert into auth.failure (username, address, failures, last_key, last_at, locked_until) values ($1, '10.9.9.9', 9, '', now(), now() + interval '1 hour')`,
      [account.username],
    );
    const as = await signedIn(account);
    const params = { accountId: account.id };
    const seen = await t.call(getAccount, { params }, { as: 'admin' });
    expect(seen.body.lockedUntil).not.toBeNull();
    expect(seen.body.sessions).toHaveLength(1);
    const reset = await t.call(resetPassword, { params, body: { reason: 'quên mật khẩu' } }, { as: 'admin' });
    expect(reset.body.temporaryPassword).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){2}$/);
    expect((await t.call(getCurrentSession, {}, { as })).status).toBe(401);
    const after = (await t.call(getAccount, { params }, { as: 'admin' })).body;
    expect(after).toMatchObject({ lockedUntil: null, mustChangePassword: true, sessions: [] });
    expect((await t.call(resetTotp, { params, body: { reason: 'mất điện thoại' } }, { as: 'admin' })).status).toBe(200);
    expect((await t.call(getAccount, { params }, { as: 'admin' })).body.twoFactor).toBe(false);
  });

  test('roles are given and ended with their days; no day without an administrator', async () => {
    const unit = t.otherUnit;
    const [boss, other] = [
      await anAccount(t.owner, unit.id, { roles: ['admin'] }),
      await anAccount(t.owner, unit.id, { roles: ['viewer'] }),
    ];
    const as = await signedIn(boss);
    const params = { accountId: boss.id };
    const own = (await t.call(getAccount, { params }, { as })).body.roles[0];
    const end = (lastDay: string) =>
      t.call(
        endRole,
        { params: { accountId: boss.id, roleId: own?.id as Id }, body: { lastDay: day(lastDay), reason: 'nghỉ hưu' } },
        { as },
      );
    expect((await end('2022-03-14')).error?.code).toBe('last-administrator');
    expect((await end('2022-12-31')).error?.code).toBe('last-administrator');
    const give = (body: typeof role, accountId = other.id) => t.call(giveRole, { params: { accountId }, body }, { as });
    const successor = { role: 'admin', departmentId: null, from: day('2023-01-01'), to: null };
    expect((await give(successor)).status).toBe(200);
    expect((await give(successor)).error?.code).toBe('role-twice');
    expect((await give({ ...role, to: day('2021-12-31') as never })).error?.code).toBe('role-dates');
    expect((await give({ ...role, role: 'king' })).error?.code).toBe('role-unknown');
    const foreign = await aDepartment(t.owner, t.unit.id);
    expect((await give({ ...role, departmentId: foreign as never })).status).toBe(404);
    expect((await end('2022-03-14')).error?.code).toBe('last-administrator');
    expect((await end('2022-12-31')).status).toBe(200);
    const refusal = await t.call(disableAccount, { params, body: { version: 1, reason: 'tự ngừng' } }, { as });
    expect(refusal.error?.code).toBe('own-account');
  });

  test('lists by words without diacritics, state and role, page by page', async () => {
    await anAccount(t.owner, t.unit.id, { name: 'Đặng Thị Tìm Thấy', username: 'dtt.mot', roles: ['clerk'] });
    await anAccount(t.owner, t.unit.id, { name: 'Đặng Thị Tìm Nữa', username: 'dtt.hai', roles: ['viewer'] });
    const list = async (query: Record<string, string | number>) =>
      (await t.call(listAccounts, { query: query as never }, { as: 'admin' })).body;
    expect((await list({ q: 'dang thi tim' })).rows.map((row) => row.username)).toEqual(['dtt.hai', 'dtt.mot']);
    expect((await list({ q: 'tìm', role: 'clerk' })).rows.map((row) => row.username)).toEqual(['dtt.mot']);
    expect(await list({ q: 'dtt', size: 1, page: 2 })).toMatchObject({ total: 2, rows: [{ username: 'dtt.mot' }] });
    expect((await list({ q: 'dtt', sort: '-username' })).rows.map((row) => row.username)).toEqual([
      'dtt.mot',
      'dtt.hai',
    ]);
    expect((await list({ q: 'dtt', sort: 'name' })).rows.map((row) => row.username)).toEqual(['dtt.hai', 'dtt.mot']);
    expect((await list({ q: 'dtt', state: 'disabled' })).total).toBe(0);
    expect((await list({ q: '%' })).total).toBe(0);
  });
});

describe('who may', () => {
  const id = '00000000-0000-7000-8000-000000000000' as Id;
  const reason = 'thử quyền';
  const given = { role: 'viewer', departmentId: null, from: day('2022-01-01'), to: null };
  const managed: readonly (readonly [AnyRoute, object])[] = [
    [listAccounts, {}],
    [getAccountChoices, {}],
    [getAccount, { params: { accountId: id } }],
    [
      makeAccount,
      { body: { username: 'khong.duoc', owner: { kind: 'other', name: 'Không Được', email: null }, roles: [] } },
    ],
    [disableAccount, { params: { accountId: id }, body: { version: 1, reason } }],
    [enableAccount, { params: { accountId: id }, body: { version: 1 } }],
    [resetPassword, { params: { accountId: id }, body: { reason } }],
    [resetTotp, { params: { accountId: id }, body: { reason } }],
    [unlockAccount, { params: { accountId: id } }],
    [endAccountSessions, { params: { accountId: id } }],
    [giveRole, { params: { accountId: id }, body: given }],
    [endRole, { params: { accountId: id, roleId: id }, body: { lastDay: '2022-03-15', reason } }],
  ];
  const others = roles.filter((role): role is Exclude<Role, 'admin'> => role !== 'admin');

  test.each(managed.map(([route, input]) => [`${route.method} ${route.path}`, route, input] as const))(
    '%s: administrators only, and nothing of another unit',
    async (_, route, input) => {
      expect((await t.call(route, input)).status).toBe(401);
      for (const role of others) expect([role, (await t.call(route, input, { as: role })).status]).toEqual([role, 403]);
      if (!('params' in input)) return;
      const foreign = await anAccount(t.owner, t.otherUnit.id, { passwordHash, roles: ['viewer'] });
      const before = await t.owner.query(
        'select a::text, u::text from account a join auth."user" u using (id) where id = $1',
        [foreign.id],
      );
      const sent = { ...input, params: { ...(input.params as object), accountId: foreign.id } };
      const reply = await t.call(route, sent, { as: 'admin' });
      expect([reply.status, reply.error?.code]).toEqual([404, 'not-found']);
      expect(JSON.stringify(reply.body)).not.toContain(foreign.name);
      const after = await t.owner.query(
        'select a::text, u::text from account a join auth."user" u using (id) where id = $1',
        [foreign.id],
      );
      expect(after.rows).toEqual(before.rows);
    },
  );

  test('the list and the choices hold no account, person or department of another unit', async () => {
    await anAccount(t.owner, t.otherUnit.id, { name: 'Người Của Xã Khác', username: 'xa.khac.mot' });
    await aPerson(t.owner, t.otherUnit.id, { name: 'Chưa Có Tài Khoản Ở Xã Khác' });
    const listed = await t.call(listAccounts, { query: { size: 200 } }, { as: 'admin' });
    const choices = await t.call(getAccountChoices, {}, { as: 'admin' });
    expect(JSON.stringify([listed.body, choices.body])).not.toMatch(/Xã Khác/);
    expect(listed.body.total).toBeGreaterThan(5);
  });

  test('the application itself cannot read a password, a token or another unit’s login', async () => {
    const client = await t.services.appPool.connect();
    try {
      for (const table of ['auth."user"', 'auth.session', 'auth.account', 'auth."twoFactor"', 'auth.failure']) {
        await expect(client.query(`select * from ${table}`)).rejects.toThrow(/permission denied/);
      }
      const foreign = await anAccount(t.owner, t.otherUnit.id, { passwordHash });
      await client.query(`begin; set local app.unit_id = '${t.unit.id}'`);
      const { rows } = await client.query('select * from account_login where account_id = $1', [foreign.id]);
      expect(rows).toEqual([]);
      await expect(
        client.query('select set_login_password($1, $2, $3)', [t.otherUnit.id, foreign.id, 'x']),
      ).rejects.toThrow(/another unit/);
      await client.query('rollback');
    } finally {
      client.release();
    }
  });
});
