import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/app.ts';
import { listEvidence } from './contract/evidence.ts';

/** Under row-level security an operator that is not leak-proof loses its index: the plan is asked of the application's role. */
let t: TestApp;

beforeAll(async () => {
  t = await startTestApp();
  const { id: author } = await t.account('focal');
  await t.owner.query(
    `insert into evidence (unit_id, id, kind, title, number, symbol, issued_on, document_key, fold, created_at, created_by, created_by_name)
     select $1, gen_random_uuid(), 'document', 'Báo cáo số ' || n, n::text, 'BC-UBND', date '2022-01-01' + (n % 365)::integer, n::text,
       n || '/bc-ubnd bao cao so ' || n || ' cai cach', '2022-01-01'::timestamptz + n * interval '1 minute', $2, 'Người thử'
     from generate_series(1, 20000) n`,
    [t.unit.id, author],
  );
  await t.owner.query('vacuum analyze evidence');
});
afterAll(() => t.close());

async function explained(condition: string, order = ''): Promise<string> {
  const client = await t.services.appPool.connect();
  try {
    await client.query(`begin; set local app.unit_id = '${t.unit.id}'`);
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain select id from evidence where unit_id = '${t.unit.id}' and ${condition} ${order}`,
    );
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test.each([
  ['words', `fold like '%bao cao so 4711%'`, '', 'evidence_by_words'],
  ['the newest', 'true', 'order by created_at desc, id desc limit 50', 'evidence_by_age'],
  ['the newest documents', `kind = 'document'`, 'order by issued_on desc, id desc limit 8', 'evidence_by_issue'],
])('%s are read by an index', async (_, condition, order, index) => {
  const plan = await explained(condition, order);
  expect(plan).toContain(index);
  expect(plan).not.toContain('Seq Scan');
});

test('a number among 20,000 is found by whoever enters evidence', async () => {
  const { body } = await t.call(listEvidence, { query: { q: '4711/BC', size: 8 } }, { as: 'officer' });
  expect(body.rows.map((row) => row.number)).toEqual(['14711', '4711']);
});
