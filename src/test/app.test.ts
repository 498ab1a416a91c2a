import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from './app.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

test('a session read by the application names the account, its unit and what it may do', async () => {
  const { headers } = await t.signInAs('focal');
  const token = decodeURIComponent(headers.cookie.split('=')[1] ?? '').split('.')[0];
  const { rows } = await t.services.appPool.query('select * from find_session($1, $2)', [
    token,
    '2022-03-15T02:00:00Z',
  ]);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ unit_id: t.unit.id, username: 'focal', must_enrol_totp: false, department_ids: [] });
  const permissions = rows[0].grants.map((grant: { permission: string }) => grant.permission);
  const role = await t.owner.query<{ permissions: string[] }>(`select permissions from role where code = 'focal'`);
  expect(permissions.toSorted()).toEqual(role.rows[0]?.permissions.toSorted());
  expect(permissions).toContain('work.manage');
  expect(permissions).not.toContain('account.manage');
});

test('the server answers', async () => {
  const reply = await t.app.inject('/healthz');
  expect(reply.statusCode).toBe(200);
});
