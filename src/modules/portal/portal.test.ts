import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { runInUnit } from '#server/jobs.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { seedOrg } from '../org/starter.ts';
import { seedPlan } from '../plan/starter.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp({ now: '2022-01-10T08:00:00+07:00' });
  await runInUnit(t.services, { unitId: t.unit.id, actor: 'test' }, async (ctx) => {
    await seedOrg(ctx, { demo: false });
  });
  await seedPlan(t.services, t.unit.id);
});
afterAll(() => t.close());

const open = async (url: string) => {
  const reply = await t.app.inject({ url, headers: { accept: 'text/html' } });
  return { status: reply.statusCode, text: reply.body, bytes: Buffer.byteLength(reply.body) };
};

test('the first page names the plan, its counts and the way to it, in less than 60 kB and without a script', async () => {
  const page = await open('/');
  expect(page.status).toBe(200);
  expect(page.text).toContain('Kế hoạch cải cách hành chính năm 2022');
  expect(page.text).toContain('34 nhiệm vụ');
  expect(page.text).toContain('href="/ke-hoach/2022"');
  expect(page.text).not.toContain('<script');
  expect(page.bytes).toBeLessThan(60_000);
});

test('the plan shows its targets and fields; a field shows its tasks with who and when', async () => {
  const plan = await open('/ke-hoach/2022');
  expect(plan.text).toContain('Duy trì tỷ lệ giải quyết đúng hạn từ 99% trở lên');
  const field = /href="(\/ke-hoach\/2022\/[^"]+)">Cải cách thể chế: 3 nhiệm vụ/.exec(plan.text)?.[1] ?? '';
  const tasks = await open(field);
  expect(tasks.status).toBe(200);
  expect(tasks.text).toContain('Công chức Tư pháp – Hộ tịch');
  expect(tasks.text.match(/<article/g)).toHaveLength(3);
  expect(tasks.bytes).toBeLessThan(60_000);
});

test('it is searched without diacritics, and what was typed is shown as text', async () => {
  const found = await open('/ke-hoach/2022?tim=so%20hoa%20100%25');
  expect(found.text).toContain('PL02/4');
  const odd = await open(`/ke-hoach/2022?tim=${encodeURIComponent('<script>alert(1)</script>')}`);
  expect(odd.text).not.toContain('<script>alert');
  expect(odd.text).toContain('Không tìm thấy');
});

test('addresses that lead nowhere help on: 404 as a page', async () => {
  for (const url of [
    '/ke-hoach/1999',
    '/ke-hoach/khong-phai-nam',
    '/ke-hoach/2022/khong-co',
    '/xa/khong-co',
    '/lac-duong',
  ]) {
    const page = await open(url);
    expect([url, page.status]).toEqual([url, 404]);
    expect(page.text).toContain('Không có trang này');
  }
});

test('the plan shows how far it is by field, with the day of the figures, unless the unit keeps that to itself', async () => {
  const { rows } = await t.owner.query<{ id: Id }>('select id from plan where unit_id = $1', [t.unit.id]);
  const planId = rows[0]?.id as Id;
  await t.owner.query('delete from work_count where unit_id = $1', [t.unit.id]);
  const count = (state: string, n: number, field: string | null) =>
    t.owner.query(
      `insert into work_count (unit_id, id, plan_id, field_code, state, n) values ($1, gen_random_uuid(), $2, $3, $4, $5)`,
      [t.unit.id, planId, field, state, n],
    );
  await count('done-in-time', 6, 'the-che');
  await count('done-in-time', -1, 'the-che');
  await count('done-late', 1, 'the-che');
  await count('overdue', 2, 'the-che');
  await count('in-time', 2, 'thu-tuc');
  await count('higher-level', 50, 'thu-tuc');
  await t.owner.query(
    `insert into work_day (unit_id, derived_for, derived_at) values ($1, '2022-01-10', '2022-01-10')
     on conflict (unit_id) do update set derived_for = excluded.derived_for`,
    [t.unit.id],
  );
  const shown = await open('/ke-hoach/2022');
  expect(shown.text).toContain('Đến ngày 10/01/2022, đã hoàn thành 6 trên 10 sản phẩm của kế hoạch (60%)');
  expect(shown.text).toMatch(/Cải cách thể chế<\/a><\/th><td>8<\/td><td>5<\/td><td>1<\/td><td>2<\/td><td>0<\/td>/);
  expect(shown.text).not.toContain('<script');
  expect(shown.bytes).toBeLessThan(60_000);
  await t.owner.query(`insert into unit_setting (unit_id, key, value) values ($1, 'public.progress', 'false')`, [
    t.unit.id,
  ]);
  expect((await open('/ke-hoach/2022')).text).not.toContain('Tiến độ thực hiện');
});

test('another unit shows its own page only', async () => {
  const other = await open(`/xa/${t.otherUnit.code}`);
  expect(other.status).toBe(200);
  expect(other.text).not.toContain('2022');
  expect((await open(`/xa/${t.otherUnit.code}/ke-hoach/2022`)).status).toBe(404);
});

test('a unit that chose to show no plan shows none', async () => {
  await t.owner.query(`insert into unit_setting (unit_id, key, value) values ($1, 'public.plan', 'false')`, [
    t.unit.id,
  ]);
  expect((await open('/')).text).not.toContain('năm 2022');
  expect((await open('/ke-hoach/2022')).status).toBe(404);
});
