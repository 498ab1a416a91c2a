import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UnitId } from '#kernel/brands.ts';
import { seedOrg } from '#modules/org/starter.ts';
import { newId } from '#server/ids.ts';
import { runInUnit } from '#server/jobs.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { seedPlan } from './starter.ts';

let t: TestApp;
const unitId = newId() as unknown as UnitId;

beforeAll(async () => {
  t = await startTestApp();
  await t.owner.query('truncate unit cascade');
  await runInUnit(t.services, { unitId, actor: 'test' }, async (ctx) => void (await seedOrg(ctx, { demo: true })));
  await seedPlan(t.services, unitId);
});
afterAll(async () => t.close());

async function count(sql: string): Promise<number> {
  const { rows } = await t.owner.query<{ n: number }>(sql, [unitId]);
  return Number(rows[0]?.n);
}

test('the demo commune has the plan of 2022 in force and public, read by the way of every document', async () => {
  const { rows } = await t.owner.query('select version, draft_version, published from plan where unit_id = $1', [
    unitId,
  ]);
  expect(rows).toEqual([{ version: 1, draft_version: null, published: true }]);
  expect(await count('select count(*) as n from plan_task where unit_id = $1')).toBe(34);
  expect(await count('select count(*) as n from plan_target where unit_id = $1')).toBe(11);
  expect(await count(`select count(*) as n from plan_import where unit_id = $1 and state = 'accepted'`)).toBe(1);
});

test('its names find the posts of the commune', async () => {
  const { rows } = await t.owner.query<{ written: string; kind: string; name: string | null }>(
    'select written, kind, name from plan_holder where unit_id = $1 order by written',
    [unitId],
  );
  const named = new Map(rows.map((row) => [row.written, row.name?.toLocaleLowerCase('vi')]));
  expect(named.get('Công chức Tư pháp – Hộ tịch')).toBe('công chức tư pháp – hộ tịch');
  expect(named.get('Công chức Văn phòng – thống kê')).toBe('công chức văn phòng – thống kê');
  expect(rows.filter((row) => row.kind === 'unknown').map((row) => row.written)).toEqual([]);
});

test('every contradiction was decided as written, and the log says so', async () => {
  expect(await count('select count(*) as n from plan_import_decision where unit_id = $1')).toBeGreaterThan(50);
  expect(await count(`select count(*) as n from log_entry where unit_id = $1 and action = 'plan-import.settled'`)).toBe(
    1,
  );
});

test('a second run changes nothing', async () => {
  const entries = () => count('select count(*) as n from log_entry where unit_id = $1');
  const before = await entries();
  await seedPlan(t.services, unitId);
  expect(await entries()).toBe(before);
  expect(await count('select count(*) as n from plan where unit_id = $1')).toBe(1);
});
