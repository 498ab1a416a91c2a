import { hashPassword } from 'better-auth/crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { aDepartment, anAccount, aSession, giveRole, type TestAccount } from '#test/factories.ts';
import { listAccounts } from './contract/administration.ts';
import {
  changePassword,
  endOtherSessions,
  endSession,
  getOwnAccount,
  listSessions,
  makeBackupCodes,
  removeTotp,
} from './contract/own-account.ts';
import { getCurrentSession } from './contract/session.ts';
import { listTokens, makeToken, revokeToken } from './contract/tokens.ts';

const password = 'nắng sớm trên đồng';
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

describe('sessions', () => {
  test('are listed with device and place, and a revoked one ends at the next request', async () => {
    const account = await anAccount(t.owner, t.unit.id, { roles: ['officer'] });
    const [here, there] = [await signedIn(account), await signedIn(account)];
    const listed = await t.call(listSessions, {}, { as: here });
    expect(listed.body.rows).toHaveLength(2);
    const other = listed.body.rows.find((row) => !row.current);
    expect(other).toMatchObject({ device: 'Thiết bị không rõ', address: '127.0.0.1', current: false });
    const sessionId = other?.id as Id;
    expect((await t.call(endSession, { params: { sessionId } }, { as: here })).status).toBe(200);
    expect((await t.call(getCurrentSession, {}, { as: there })).status).toBe(401);
    expect((await t.call(getCurrentSession, {}, { as: here })).status).toBe(200);
    expect((await t.call(endSession, { params: { sessionId } }, { as: here })).status).toBe(404);
  });

  test('of others cannot be ended, of one’s own all but this one can', async () => {
    const [mine, other] = [await anAccount(t.owner, t.unit.id), await anAccount(t.owner, t.unit.id)];
    const [here, there, foreign] = [await signedIn(mine), await signedIn(mine), await signedIn(other)];
    const foreignId = (await t.call(listSessions, {}, { as: foreign })).body.rows[0]?.id as Id;
    expect((await t.call(endSession, { params: { sessionId: foreignId } }, { as: here })).status).toBe(404);
    expect((await t.call(endOtherSessions, {}, { as: here })).body).toEqual({ ended: 1 });
    expect((await t.call(getCurrentSession, {}, { as: there })).status).toBe(401);
    expect((await t.call(getCurrentSession, {}, { as: foreign })).status).toBe(200);
  });

  test('end twelve hours after they were last seen, by the real clock', async () => {
    const account = await anAccount(t.owner, t.unit.id);
    const as = await signedIn(account);
    await t.owner.query(`update auth.session set "expiresAt" = now() + interval '1 minute' where "userId" = $1`, [
      account.id,
    ]);
    expect((await t.call(getCurrentSession, {}, { as })).status).toBe(200);
    const left = async () => {
      const { rows } = await t.owner.query(
        `select extract(epoch from "expiresAt" - now())::int / 3600.0 as hours from auth.session where "userId" = $1`,
        [account.id],
      );
      return Number(rows[0]?.hours);
    };
    await expect.poll(left).toBeGreaterThan(11.9);
    await t.owner.query(`update auth.session set "expiresAt" = now() - interval '1 second' where "userId" = $1`, [
      account.id,
    ]);
    t.app.forgetSessions();
    expect((await t.call(getCurrentSession, {}, { as })).status).toBe(401);
  });
});

describe('what an account may do', () => {
  test('follows its roles on the day, for the unit or one department', async () => {
    const account = await anAccount(t.owner, t.unit.id, { roles: ['viewer'] });
    const departmentId = await aDepartment(t.owner, t.unit.id);
    await giveRole(t.owner, t.unit.id, account.id, {
      role: 'officer',
      departmentId,
      from: '2022-03-16',
      to: '2022-03-20',
    });
    const as = await signedIn(account);
    const permissions = async () => (await t.call(getCurrentSession, {}, { as })).body.permissions;
    expect(await permissions()).not.toContain('plan.work');
    t.clock.set('2022-03-15T23:59:00+07:00');
    expect(await permissions()).not.toContain('plan.work');
    t.clock.set('2022-03-16T00:01:00+07:00');
    expect(await permissions()).toContain('plan.work');
    t.clock.set('2022-03-21T00:01:00+07:00');
    expect(await permissions()).not.toContain('plan.work');
    t.clock.set('2022-03-15T09:00:00+07:00');
  });

  test('a substitute may do what the absent person may, on those days only, and the screen says for whom', async () => {
    const away = await anAccount(t.owner, t.unit.id, { name: 'Lê Văn Vắng', roles: ['focal'] });
    const substitute = await anAccount(t.owner, t.unit.id, { roles: ['viewer'] });
    await t.owner.query(
      `insert into substitution (unit_id, id, away_id, substitute_id, valid_from, valid_to, reason)
       values ($1, gen_random_uuid(), $2, $3, '2022-03-15', '2022-03-16', 'nghỉ phép')`,
      [t.unit.id, away.personId, substitute.personId],
    );
    const as = await signedIn(substitute);
    const session = (await t.call(getCurrentSession, {}, { as })).body;
    expect(session.permissions).toContain('plan.import');
    expect(session.onBehalfOf).toEqual({ personId: away.personId, name: 'Lê Văn Vắng' });
    t.clock.set('2022-03-17T09:00:00+07:00');
    const later = (await t.call(getCurrentSession, {}, { as })).body;
    expect(later.permissions).not.toContain('plan.import');
    expect(later.onBehalfOf).toBeNull();
    t.clock.set('2022-03-15T09:00:00+07:00');
  });

  test('account.manage for one department does not open the accounts of the unit', async () => {
    const account = await anAccount(t.owner, t.unit.id);
    const departmentId = await aDepartment(t.owner, t.unit.id);
    await giveRole(t.owner, t.unit.id, account.id, { role: 'admin', departmentId });
    const reply = await t.call(listAccounts, {}, { as: await signedIn(account) });
    expect([reply.status, reply.error?.code]).toEqual([403, 'forbidden']);
  });
});

describe('one’s own password and second factor', () => {
  test('changing the password ends the other sessions and tells nothing to the database', async () => {
    const account = await anAccount(t.owner, t.unit.id, { passwordHash, roles: ['officer'] });
    const [here, there] = [await signedIn(account), await signedIn(account)];
    const body = { current: password, next: 'trăng rằm tháng tám' };
    expect((await t.call(changePassword, { body }, { as: here, key: 'doi-mk-0001' })).status).toBe(200);
    expect((await t.call(changePassword, { body }, { as: here, key: 'doi-mk-0001' })).status).toBe(200);
    const other = { body: { ...body, next: 'mật khẩu khác nữa' } };
    expect((await t.call(changePassword, other, { as: here, key: 'doi-mk-0001' })).status).toBe(409);
    expect((await t.call(getCurrentSession, {}, { as: there })).status).toBe(401);
    expect((await t.call(getCurrentSession, {}, { as: here })).status).toBe(200);
    expect(await lastEntry(account.id)).toMatchObject({ action: 'account.password-changed', actor: account.id });
  });

  test('a screen left open is no place to guess the password', async () => {
    const account = await anAccount(t.owner, t.unit.id, { passwordHash });
    const as = await signedIn(account);
    const guess = (current: string) => t.call(changePassword, { body: { current, next: 'một câu đủ dài' } }, { as });
    for (let i = 0; i < 4; i++) expect((await guess(`sai ${i}`)).error?.code).toBe('wrong-password');
    expect((await guess('sai lần cuối')).error?.code).toBe('sign-in-locked');
    expect((await guess(password)).error?.code).toBe('sign-in-locked');
  });

  test('a role that asks for the second factor keeps it; others may remove it', async () => {
    const signer = await anAccount(t.owner, t.unit.id, { passwordHash, roles: ['chair'] });
    const refusal = await t.call(removeTotp, { body: { password } }, { as: await signedIn(signer) });
    expect([refusal.status, refusal.error?.code]).toEqual([409, 'totp-needed']);
    const officer = await anAccount(t.owner, t.unit.id, { passwordHash, roles: ['officer'] });
    const as = await signedIn(officer);
    expect((await t.call(getOwnAccount, {}, { as })).body).toMatchObject({ twoFactor: true, needsTwoFactor: false });
    expect((await t.call(removeTotp, { body: { password } }, { as })).status).toBe(200);
    expect((await t.call(getOwnAccount, {}, { as })).body.twoFactor).toBe(false);
    expect((await t.call(makeBackupCodes, { body: { password } }, { as })).error?.code).toBe('totp-off');
  });
});

describe('who may', () => {
  test.each(
    [getCurrentSession, getOwnAccount, listSessions, listTokens, endOtherSessions].map(
      (route) => [route.path, route] as const,
    ),
  )('%s: nobody who is not signed in', async (_, route) => {
    const reply = await t.call(route, {});
    expect([reply.status, reply.error?.code]).toEqual([401, 'not-signed-in']);
  });

  test('nobody sees or revokes a token of somebody else', async () => {
    const [mine, other] = [
      await signedIn(await anAccount(t.owner, t.unit.id, { roles: ['officer'] })),
      await signedIn(await anAccount(t.owner, t.unit.id, { roles: ['admin'] })),
    ];
    const input = { body: { name: 'của tôi', scopes: ['plan.read'], days: 1 } };
    const { body } = await t.call(makeToken, input, { as: mine });
    expect((await t.call(listTokens, {}, { as: other })).body.rows).toEqual([]);
    expect((await t.call(revokeToken, { params: { tokenId: body.id } }, { as: other })).status).toBe(404);
    expect((await t.call(listTokens, {}, { as: mine })).body.rows[0]?.state).toBe('active');
  });
});

describe('personal tokens', () => {
  test('act with their scopes among the owner’s permissions, until revoked or expired', async () => {
    const account = await anAccount(t.owner, t.unit.id, { roles: ['admin', 'focal'] });
    const as = await signedIn(account);
    const make = (scopes: string[]) => t.call(makeToken, { body: { name: 'máy tổng hợp', scopes, days: 30 } }, { as });
    expect((await make(['plan.work'])).error?.code).toBe('scope-not-held');
    const { body: made } = await make(['plan.read']);
    expect(made.token).toMatch(/^lm_[\w-]{40,}$/);
    const bearer = { headers: { authorization: `Bearer ${made.token}` } };
    const session = await t.call(getCurrentSession, {}, { as: bearer });
    expect(session.body.permissions).toEqual(['plan.read']);
    expect((await t.call(listAccounts, {}, { as: bearer })).status).toBe(403);

    await t.owner.query(`update account_role set valid_to = '2022-03-14' where account_id = $1 and role = 'focal'`, [
      account.id,
    ]);
    await t.owner.query(`update account_role set valid_to = '2022-03-14' where account_id = $1 and role = 'admin'`, [
      account.id,
    ]);
    t.app.forgetSessions();
    expect((await t.call(getCurrentSession, {}, { as: bearer })).body.permissions).toEqual([]);

    const listed = (await t.call(listTokens, {}, { as })).body.rows;
    expect(listed).toMatchObject([{ name: 'máy tổng hợp', scopes: ['plan.read'], state: 'active' }]);
    expect(JSON.stringify(listed)).not.toContain(made.token);
    expect((await t.call(revokeToken, { params: { tokenId: made.id } }, { as })).status).toBe(200);
    expect((await t.call(getCurrentSession, {}, { as: bearer })).status).toBe(401);
    expect((await t.call(revokeToken, { params: { tokenId: made.id } }, { as })).status).toBe(404);
  });

  test('are shown once: the database keeps a hash, and a repeated request still gets the same answer', async () => {
    const as = await signedIn(await anAccount(t.owner, t.unit.id, { roles: ['officer'] }));
    const input = { body: { name: 'một lần', scopes: ['plan.read'], days: 1 } };
    const first = await t.call(makeToken, input, { as, key: 'tao-ma-0001' });
    const again = await t.call(makeToken, input, { as, key: 'tao-ma-0001' });
    expect(again.body).toEqual(first.body);
    expect((await t.call(listTokens, {}, { as })).body.rows).toHaveLength(1);
    const { rows } = await t.owner.query(
      `select (select string_agg(t::text, '') from api_token t) || (select string_agg(i::text, '') from idempotency i)
         || (select string_agg(d::text, '') from log_detail d) as all`,
    );
    expect(rows[0].all).not.toContain(first.body.token);
  });

  test('cannot touch the ways to sign in', async () => {
    const account = await anAccount(t.owner, t.unit.id, { passwordHash, roles: ['officer'] });
    const { body } = await t.call(
      makeToken,
      { body: { name: 'chỉ đọc', scopes: ['plan.read'], days: 1 } },
      { as: await signedIn(account) },
    );
    const as = { headers: { authorization: `Bearer ${body.token}` } };
    const refused = [
      await t.call(changePassword, { body: { current: password, next: 'câu gì đó thật dài' } }, { as }),
      await t.call(removeTotp, { body: { password } }, { as }),
      await t.call(makeToken, { body: { name: 'nữa', scopes: ['plan.read'], days: 1 } }, { as }),
      await t.call(endOtherSessions, {}, { as }),
    ];
    expect(refused.map((reply) => reply.error?.code)).toEqual(Array(4).fill('only-in-browser'));
  });

  test('expire by the real clock and die with a disabled account', async () => {
    const account = await anAccount(t.owner, t.unit.id, { roles: ['officer'] });
    const own = await signedIn(account);
    const { body } = await t.call(
      makeToken,
      { body: { name: 'sắp hết', scopes: ['plan.read'], days: 1 } },
      { as: own },
    );
    const as = { headers: { authorization: `Bearer ${body.token}` } };
    expect((await t.call(getCurrentSession, {}, { as })).status).toBe(200);
    await t.owner.query(`update account set disabled_at = now() where id = $1`, [account.id]);
    t.app.forgetSessions();
    expect((await t.call(getCurrentSession, {}, { as })).status).toBe(401);
    expect((await t.call(getCurrentSession, {}, { as: own })).status).toBe(401);
    await t.owner.query(`update account set disabled_at = null where id = $1`, [account.id]);
    await t.owner.query(`update api_token set expires_at = now() where id = $1`, [body.id]);
    t.app.forgetSessions();
    expect((await t.call(getCurrentSession, {}, { as })).status).toBe(401);
  });
});
