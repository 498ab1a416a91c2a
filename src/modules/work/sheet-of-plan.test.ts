import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedOrg } from '#modules/org/starter.ts';
import { seedPlan } from '#modules/plan/starter.ts';
import { runInUnit } from '#server/jobs.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { exportPaths } from './contract/exports.ts';
import { readTaskSheet } from './contract/tasks.ts';
import { readNames } from './sheet/cell-values.ts';
import { seedWork } from './starter.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp({ now: '2022-01-10T08:00:00+07:00' });
  const unitId = t.unit.id;
  await runInUnit(t.services, { unitId, actor: 'test' }, async (ctx) => void (await seedOrg(ctx, { demo: true })));
  await seedPlan(t.services, unitId);
  await seedWork(t.services, unitId);
});
afterAll(() => t.close());

test('the plan of 2022 goes out as Excel and comes back without a change', async () => {
  const { headers } = await t.signInAs('focal');
  const out = await t.app.inject({ method: 'GET', url: exportPaths('tasks').sheet, headers });
  expect(out.statusCode).toBe(200);
  const file = { name: 'nhiem-vu.xlsx', content: out.rawPayload };
  const { body } = await t.call(readTaskSheet, { body: { save: 'no' }, file }, { as: 'focal' });
  expect(body).toMatchObject({ added: 0, changed: 0, unchanged: 34, errors: [] });
});

test.each([
  ['Kế toán; Văn phòng', ['Kế toán', 'Văn phòng']],
  ['Kế toán\nVăn phòng;', ['Kế toán', 'Văn phòng']],
  ['Văn phòng (tổng hợp; kiểm tra); Kế toán', ['Văn phòng (tổng hợp; kiểm tra)', 'Kế toán']],
  ['', []],
])('the names in %j', (text, names) => {
  expect(readNames(text)).toEqual(names);
});
