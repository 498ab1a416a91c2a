import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fold } from '#kernel/fold.ts';
import { route } from '#kernel/route.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { fail } from '../errors.ts';
import { makeMount } from './mount.ts';

/** The promises of every mounted route, shown on routes of the test's own. */
const name = z.string().min(2);
const makeDepartment = route({
  method: 'POST',
  path: '/api/test/departments',
  permission: 'org.manage',
  db: 'write',
  summary: 'test',
  body: z.strictObject({ code: z.string(), name }),
  answer: z.object({ id: z.uuid(), name }),
});
const listDepartments = route({
  method: 'GET',
  path: '/api/test/departments',
  permission: 'org.read',
  db: 'read',
  summary: 'test',
  answer: z.object({ codes: z.array(z.string()) }),
});
const refuse = route({
  method: 'POST',
  path: '/api/test/refuse',
  permission: 'session',
  db: 'write',
  summary: 'test',
  answer: z.object({ ok: z.boolean() }),
});

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
  const mount = makeMount(t.app, {
    pool: t.services.appPool,
    clock: t.clock,
    files: t.services.files,
    authSecret: t.services.authSecret,
    findPublicUnit: async () => t.unit.id,
    forgetSessions: t.app.forgetSessions,
  });
  mount(makeDepartment, async (ctx, { body }) => {
    const row = {
      unit_id: ctx.unitId,
      id: ctx.newId(),
      code: body.code,
      name: body.name,
      valid_from: ctx.today,
      fold: fold(body.name),
    };
    await ctx.db.insertInto('department').values(row).execute();
    ctx.log({ action: 'test.made', record: { type: 'department', id: row.id }, after: { name: body.name } });
    return { ...row, secret: 'must not leave' };
  });
  mount(listDepartments, async (ctx) => {
    const rows = await ctx.db.selectFrom('department').select('code').orderBy('code').execute();
    return { codes: rows.map((row) => row.code) };
  });
  mount(refuse, async (ctx) => {
    ctx.log({ action: 'test.never', record: { type: 'test', id: 'x' } });
    return fail('forbidden', {}, 403);
  });
});
afterAll(() => t.close());

const body = (code: string) => ({ body: { code, name: 'Bộ phận thử' } });
const count = async (code: string) =>
  (await t.owner.query('select count(*)::int as n from department where code = $1', [code])).rows[0].n;
const entries = async (action: string) =>
  (await t.owner.query('select count(*)::int as n from log_entry where action = $1', [action])).rows[0].n;

describe('a write', () => {
  test('answers what the contract names and nothing more', async () => {
    const done = await t.call(makeDepartment, body('a-1'), { as: 'admin' });
    expect(done.status).toBe(200);
    expect(Object.keys(done.body).sort()).toEqual(['id', 'name']);
  });

  test('sent again with the same key has one effect and the same answer', async () => {
    const key = randomUUID();
    const answers = [];
    for (let i = 0; i < 3; i++) answers.push(await t.call(makeDepartment, body('a-2'), { as: 'admin', key }));
    expect(new Set(answers.map((one) => one.body.id)).size).toBe(1);
    expect(await count('a-2')).toBe(1);
  });

  test('sent five times at once with the same key has one effect and one answer', async () => {
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => t.call(makeDepartment, body('a-3'), { as: 'admin', key })),
    );
    expect(answers.map((one) => one.status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(answers.map((one) => one.body.id)).size).toBe(1);
    expect(await count('a-3')).toBe(1);
  });

  test('with the same key and another body is refused', async () => {
    const key = randomUUID();
    await t.call(makeDepartment, body('a-4'), { as: 'admin', key });
    const other = await t.call(makeDepartment, body('a-5'), { as: 'admin', key });
    expect([other.status, other.error?.code]).toEqual([409, 'idempotency-key-reused']);
    expect(await count('a-5')).toBe(0);
  });

  test('the key of one person is not the key of another', async () => {
    const key = randomUUID();
    await t.call(makeDepartment, body('a-6'), { as: 'admin', key });
    const stranger = await t.call(makeDepartment, body('a-7'), { as: await t.account('admin', t.otherUnit), key });
    expect(stranger.status).toBe(200);
  });

  test('leaves its log entry and its data together, or neither', async () => {
    const before = await entries('test.made');
    expect((await t.call(makeDepartment, body('a-1'), { as: 'admin' })).status).toBe(500);
    expect(await entries('test.made')).toBe(before);
  });

  test('without a key is refused with what to do', async () => {
    const { headers } = await t.signInAs('admin');
    const reply = await t.app.inject({
      method: 'POST',
      url: '/api/test/departments',
      headers,
      payload: body('a-8').body,
    });
    expect([reply.statusCode, reply.json().error.code]).toEqual([400, 'idempotency-key-missing']);
  });

  test('refused by the handler undoes what it did and leaves a refusal in the log', async () => {
    const before = await entries('refused');
    const refused = await t.call(refuse, {}, { as: 'officer' });
    expect([refused.status, refused.error?.message]).toEqual([403, expect.stringContaining('không có quyền')]);
    expect(await entries('test.never')).toBe(0);
    expect(await entries('refused')).toBe(before + 1);
  });
});

describe('before the handler', () => {
  test('nobody signed in is 401, a role without the permission 403', async () => {
    expect((await t.call(listDepartments)).status).toBe(401);
    expect((await t.call(makeDepartment, body('b-1'), { as: 'viewer' })).error?.code).toBe('forbidden');
  });

  test('a page of another site cannot make the browser write', async () => {
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://xau.example' }, { origin: 'null' }]) {
      const reply = await t.call(makeDepartment, body('b-2'), { as: 'admin', headers });
      expect([reply.status, reply.error?.code]).toEqual([403, 'cross-site']);
    }
  });

  test('headers that claim an account or unit change nothing', async () => {
    const headers = { 'x-user': 'admin', 'x-unit-id': t.otherUnit.id, 'x-forwarded-for': '10.0.0.1' };
    expect((await t.call(listDepartments, {}, { headers })).status).toBe(401);
    const seen = await t.call(listDepartments, {}, { as: 'admin', headers });
    expect(seen.body.codes).not.toContain('a-7');
    expect(seen.body.codes).toContain('a-2');
  });

  test('wrong input is told field by field in Vietnamese', async () => {
    const reply = await t.call(makeDepartment, { body: { code: 'c', name: 'x' } }, { as: 'admin' });
    expect([reply.status, reply.error?.code]).toEqual([400, 'invalid']);
    expect(reply.error?.details).toEqual([{ where: 'body', path: 'name', message: expect.stringMatching(/[ạ-ỹ]/) }]);
  });

  test('a field that nobody asked for is refused, not dropped', async () => {
    const extra = { code: 'c-2', name: 'Bộ phận', admin: true };
    expect((await t.call(makeDepartment, { body: extra } as never, { as: 'admin' })).error?.code).toBe('invalid');
  });
});
