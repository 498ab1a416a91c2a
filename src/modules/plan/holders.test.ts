import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { createAlias } from '#modules/org/contract/names.ts';
import { createPosition } from '#modules/org/contract/positions.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { acceptedPlan, smallPlan } from '#test/plan-acts.ts';
import { getTaskFacets, listTasks } from './contract/plans.ts';

let t: TestApp;
let stopJobs: () => Promise<void>;
let planId: Id;

beforeAll(async () => {
  t = await startTestApp();
  stopJobs = await t.startJobs();
  const file = smallPlan('nguoi.txt', [
    { content: 'Rà soát văn bản của xã', lead: 'Công chức Tư pháp - Hộ tịch' },
    { content: 'Đăng ký khai sinh lưu động', lead: 'Cán bộ hộ tịch lưu động' },
  ]);
  planId = (await acceptedPlan(t, file)).planId;
});
afterAll(async () => {
  await stopJobs();
  await t.close();
});

async function leads() {
  const { body } = await t.call(listTasks, { params: { planId } }, { as: 'officer' });
  return body.rows.map((row) => row.leads[0]);
}

async function waitForHolder(kind: string, at: number) {
  for (let waited = 0; waited < 100 && (await leads())[at]?.kind !== kind; waited++) await sleep(100);
  return (await leads())[at];
}

test('names of a plan find posts that are made later, and new ways of writing them', async () => {
  expect((await leads()).map((one) => one?.kind)).toEqual(['unknown', 'unknown']);
  const since = { validFrom: '2020-01-01' as PlainDate, validTo: null };
  const position = await t.call(
    createPosition,
    { body: { title: 'Công chức Tư pháp – Hộ tịch', departmentId: null, seats: 1, leader: false, ...since } },
    { as: 'admin' },
  );
  expect(position.error).toBeUndefined();
  expect(await waitForHolder('position', 0)).toMatchObject({ kind: 'position', id: position.body.id });
  const alias = await t.call(
    createAlias,
    {
      body: {
        written: 'Cán bộ hộ tịch lưu động',
        kind: 'position',
        positionId: position.body.id,
        dutyId: null,
        departmentId: null,
      },
    },
    { as: 'admin' },
  );
  expect(alias.error).toBeUndefined();
  const holder = await waitForHolder('position', 1);
  expect(holder?.key).toBe((await leads())[0]?.key);
  const { body } = await t.call(
    listTasks,
    { params: { planId }, query: { lead: holder?.key ?? '' } },
    { as: 'officer' },
  );
  expect(body.total).toBe(2);
  const facets = await t.call(getTaskFacets, { params: { planId } }, { as: 'officer' });
  expect(facets.body.leads).toMatchObject([{ count: 2, name: 'Công chức Tư pháp – Hộ tịch' }]);
});
