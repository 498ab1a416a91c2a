import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { newId } from '#server/ids.ts';
import { startTestApp, type TestApp } from '#test/app.ts';

/** Under row-level security an operator that is not leak-proof loses its index: the plan is asked of the application's role. */
let t: TestApp;
const planId = newId();

beforeAll(async () => {
  t = await startTestApp();
  const { rows } = await t.owner.query<{ id: Id }>(`select gen_random_uuid() as id from generate_series(1, 6000)`);
  const ids = rows.map((row) => row.id);
  await t.owner.query(
    `insert into plan (unit_id, id, year, title, issuer, version, draft_version, fold, created_at)
     values ($1, $2, 2022, 'Kế hoạch', 'UBND xã', 0, 1, 'ke hoach', now())`,
    [t.unit.id, planId],
  );
  await t.owner.query(`insert into plan_row (unit_id, id, plan_id, part) select $1, unnest($2::uuid[]), $3, 'task'`, [
    t.unit.id,
    ids,
    planId,
  ]);
  await t.owner.query(
    `insert into plan_task (unit_id, id, plan_id, from_version, change, position, number, place, content, due_text, listed, fold, field_code)
     select $1, id, $3, 1, 'added', n * 10, n::text, 'PL01/' || n, 'Việc', '', '{}', 'ra soat van ban so ' || n || ' cua xa', 'the-che'
     from unnest($2::uuid[]) with ordinality one (id, n)`,
    [t.unit.id, ids, planId],
  );
  await t.owner.query('vacuum analyze plan_task');
});
afterAll(() => t.close());

async function explained(condition: string, order = ''): Promise<string> {
  const client = await t.services.appPool.connect();
  try {
    await client.query(`begin; set local app.unit_id = '${t.unit.id}'`);
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain select id from plan_task where unit_id = '${t.unit.id}' and plan_id = '${planId}' and ${condition} ${order}`,
    );
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test('a search without diacritics reads the index of words', async () => {
  const plan = await explained(`fold like '%van ban so 4711%'`);
  expect(plan).toContain('plan_task_by_words');
  expect(plan).not.toContain('Seq Scan');
});

test('so does a number of two figures, as the beginning of a word', async () => {
  const plan = await explained(`fold like '% 47%'`);
  expect(plan).toMatch(/Index Cond: .*fold ~~ '% 47%'/);
  expect(plan).not.toContain('Seq Scan');
});

test('a page deep in the plan needs no sorting', async () => {
  const plan = await explained('from_version <= 1 and to_version > 1', 'order by position, id limit 25 offset 3000');
  expect(plan).toContain('Index Only Scan using plan_task_in_order');
  expect(plan).not.toContain('Sort');
});

test.each([
  [
    'the order of the plan',
    'from_version <= 1 and to_version > 1',
    'order by position, id limit 50',
    'plan_task_in_order',
  ],
  ['a field', `field_code = 'the-che' and from_version <= 1`, 'order by position, id limit 50', 'plan_task_by_field'],
  ['due days', 'from_version <= 1', 'order by due_first, position limit 50', 'plan_task_by_due'],
  [
    'contents',
    'from_version <= 1',
    'order by left(content, 120) collate "vi-x-icu", position limit 50',
    'plan_task_by_content',
  ],
])('%s has an index', async (_, condition, order, index) => {
  const plan = await explained(condition, order);
  expect(plan).toContain(index);
  expect(plan).not.toContain('Seq Scan');
});
