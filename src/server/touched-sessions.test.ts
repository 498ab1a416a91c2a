import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { disableAccount, endRole, getAccount, giveRole } from '#modules/account/contract/administration.ts';
import { getCurrentSession } from '#modules/account/contract/session.ts';
import { makeToken, revokeToken } from '#modules/account/contract/tokens.ts';
import { createDepartment } from '#modules/org/contract/departments.ts';
import { changePerson } from '#modules/org/contract/people.ts';
import { changePosition, createHolder, createPosition } from '#modules/org/contract/positions.ts';
import { createSubstitution } from '#modules/org/contract/substitutions.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { aDepartment, anAccount, type TestAccount } from '#test/factories.ts';
import { buildApp } from './app.ts';

/** Which acts make a server ask the database again who sends a request: none is left out, and no more than need be. */
let t: TestApp;
let account: TestAccount;
const admin = { as: 'admin' as const };
const dates = { validFrom: '2020-01-01' as PlainDate, validTo: null };

beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());
beforeEach(async () => {
  account = await anAccount(t.owner, t.unit.id, { roles: ['viewer'] });
  await session();
});

async function session(of: TestAccount = account) {
  return (await t.call(getCurrentSession, {}, { as: of })).body;
}

/** How often the database is asked for sessions while `work` runs. */
async function askedDuring(work: () => Promise<unknown>): Promise<number> {
  const query = vi.spyOn(t.services.appPool, 'query');
  await work();
  const asked = query.mock.calls.filter(([first]) => (first as { name?: string }).name === 'find_session').length;
  query.mockRestore();
  return asked;
}

async function done<T extends { error?: unknown }>(answer: Promise<T>): Promise<T> {
  const given = await answer;
  expect(given.error).toBeUndefined();
  return given;
}

const rename = (name: string, version = 1, personId: Id = account.personId) =>
  t.call(
    changePerson,
    { params: { id: personId }, body: { name, email: null, phone: null, ...dates, version } },
    admin,
  );

let count = 0;
const addDepartment = () =>
  t.call(createDepartment, { body: { name: `Bộ phận Mới ${++count}`, parentId: null, sort: 100, ...dates } }, admin);

test('acts that no session tells of leave sessions as they are', async () => {
  await done(addDepartment());
  expect(await askedDuring(async () => [await done(addDepartment()), await session()])).toBe(0);
});

test('a new name is seen at once by its bearer; nobody else is asked for', async () => {
  const other = await anAccount(t.owner, t.unit.id, { roles: ['viewer'] });
  await session(other);
  await session();
  await done(rename('Lê Thị Mới'));
  expect(await askedDuring(() => session(other))).toBe(0);
  expect((await session()).account.name).toBe('Lê Thị Mới');
});

test('a write that failed leaves nothing believed', async () => {
  await session();
  expect((await rename('Lê Thị Muộn', 99)).status).toBe(409);
  expect(await askedDuring(session)).toBe(1);
});

test('roles given and ended hold with the next request', async () => {
  const params = { accountId: account.id };
  const role = { role: 'admin', departmentId: null, from: '2020-01-01' as PlainDate, to: null };
  expect((await session()).permissions).not.toContain('account.manage');
  const given = await done(t.call(giveRole, { params, body: role }, admin));
  expect((await session()).permissions).toContain('account.manage');
  await done(
    t.call(
      endRole,
      {
        params: { ...params, roleId: given.body.id },
        body: { lastDay: '2022-01-01' as PlainDate, reason: 'Hết nhiệm kỳ' },
      },
      admin,
    ),
  );
  expect((await session()).permissions).not.toContain('account.manage');
});

test('an account that is switched off is out with the next request', async () => {
  const params = { accountId: account.id };
  const { version } = (await t.call(getAccount, { params }, admin)).body;
  await session();
  await done(t.call(disableAccount, { params, body: { version, reason: 'Thôi việc' } }, admin));
  expect((await t.call(getCurrentSession, {}, { as: account })).status).toBe(401);
});

test('a revoked token is out with the next request', async () => {
  const made = await done(
    t.call(makeToken, { body: { name: 'Chương trình thử', scopes: ['plan.read'], days: 30 } }, { as: account }),
  );
  const as = { headers: { authorization: `Bearer ${made.body.token}` } };
  expect((await t.call(getCurrentSession, {}, { as })).status).toBe(200);
  await done(t.call(revokeToken, { params: { tokenId: made.body.id } }, { as: account }));
  expect((await t.call(getCurrentSession, {}, { as })).status).toBe(401);
});

test('posts and the divisions they are in hold with the next request', async () => {
  const [one, two] = [await aDepartment(t.owner, t.unit.id), await aDepartment(t.owner, t.unit.id)];
  const form = { title: `Chức danh thử ${++count}`, seats: 1, leader: false, sort: 100, ...dates };
  const position = await done(t.call(createPosition, { body: { ...form, departmentId: one } }, admin));
  expect((await session()).departmentIds).toEqual([]);
  const held = { positionId: position.body.id, personId: account.personId, mode: 'holder' as const, citation: null };
  await done(t.call(createHolder, { body: { ...held, ...dates } }, admin));
  expect((await session()).departmentIds).toEqual([one]);
  const { id, version } = position.body;
  await done(t.call(changePosition, { params: { id }, body: { ...form, departmentId: two, version } }, admin));
  expect((await session()).departmentIds).toEqual([two]);
});

test('standing in for somebody gives their rights with the next request', async () => {
  const away = await anAccount(t.owner, t.unit.id, { roles: ['focal'] });
  const body = {
    awayId: away.personId,
    substituteId: account.personId,
    validFrom: '2022-03-15' as PlainDate,
    validTo: '2022-03-20' as PlainDate,
    reason: 'Đi học',
  };
  expect((await session()).permissions).not.toContain('plan.import');
  await done(t.call(createSubstitution, { body }, admin));
  expect((await session()).permissions).toContain('plan.import');
});

test('another server learns it within two seconds', async () => {
  const other = await buildApp({ ...t.services });
  const { headers } = await t.signInAs(account);
  const nameThere = async () =>
    (await other.inject({ method: 'GET', url: getCurrentSession.path, headers })).json().account.name;
  expect(await nameThere()).toBe(account.name);
  await done(rename('Lê Thị Bên Kia'));
  expect((await session()).account.name).toBe('Lê Thị Bên Kia');
  await sleep(2_050);
  expect(await nameThere()).toBe('Lê Thị Bên Kia');
  await other.close();
});
