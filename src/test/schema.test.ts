import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestDatabase, type TestDatabase } from '#test/postgres.ts';

let database: TestDatabase;
let client: pg.Client;

/** Tables all units read; they belong to no unit. Everything else must. */
const shared = new Set([
  'unit',
  'unit_ancestor',
  'unit_level',
  'unit_name',
  'unit_parent',
  'unit_succession',
  'installation',
  'migration',
  'role',
  'plan_field',
  'reform_field',
  'log_joint_head',
  'national_calendar',
  'national_year',
  'national_day',
  'national_week',
  'national_catalogue',
  'national_procedure',
  'national_life_event',
]);

beforeAll(async () => {
  database = await makeTestDatabase();
  client = new pg.Client({ connectionString: database.urls.owner });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

async function unitTables(): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
  );
  return rows.map((row) => row.name).filter((name) => !shared.has(name));
}

test('every table of a unit has row-level security, forced, on app.unit_id', async () => {
  const { rows } = await client.query<{ name: string; on: boolean; forced: boolean; policies: string[] }>(
    `select c.relname as name, c.relrowsecurity as "on", c.relforcerowsecurity as forced,
       coalesce((select array_agg(pg_get_expr(p.polqual, p.polrelid)) from pg_policy p where p.polrelid = c.oid), '{}') as policies
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`,
  );
  const open = rows.filter(
    (row) =>
      !shared.has(row.name) && !(row.on && row.forced && row.policies.some((text) => text.includes('app.unit_id'))),
  );
  expect(open.map((row) => row.name)).toEqual([]);
});

test('unit_id comes first in every primary key and is part of every unique constraint and index', async () => {
  const { rows } = await client.query<{ name: string; index: string; primary: boolean; columns: string[] }>(
    `select t.relname as name, i.relname as index, x.indisprimary as primary,
       array(select a.attname::text from unnest(x.indkey::int2[]) with ordinality k(n, o) join pg_attribute a on a.attrelid = t.oid and a.attnum = k.n order by o) as columns
     from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
     where t.relnamespace = 'public'::regnamespace and x.indisunique`,
  );
  const wrong = rows.filter(
    (row) => !shared.has(row.name) && (row.primary ? row.columns[0] !== 'unit_id' : !row.columns.includes('unit_id')),
  );
  expect(wrong.map((row) => row.index)).toEqual([]);
  const keyed = new Set(rows.filter((row) => row.primary).map((row) => row.name));
  expect((await unitTables()).filter((name) => !keyed.has(name))).toEqual([]);
});

test('foreign keys between tables of a unit carry unit_id', async () => {
  const { rows } = await client.query<{ key: string; source: string; target: string; columns: string[] }>(
    `select c.conname as key, s.relname as source, t.relname as target,
       array(select a.attname::text from unnest(c.conkey) n join pg_attribute a on a.attrelid = c.conrelid and a.attnum = n) as columns
     from pg_constraint c join pg_class s on s.oid = c.conrelid join pg_class t on t.oid = c.confrelid
     where c.contype = 'f' and s.relnamespace = 'public'::regnamespace`,
  );
  const wrong = rows.filter(
    (row) => !shared.has(row.source) && !shared.has(row.target) && !row.columns.includes('unit_id'),
  );
  expect(wrong.map((row) => `${row.source}.${row.key}`)).toEqual([]);
});

test('the application role owns nothing and cannot pass row-level security', async () => {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = any ($1)`,
    [[database.roles.app, database.roles.auth]],
  );
  expect(rows).toEqual([]);
  const { rows: roles } = await client.query<{ passes: boolean }>(
    'select rolbypassrls or rolsuper as passes from pg_roles where rolname = any ($1)',
    [[database.roles.app, database.roles.worker, database.roles.auth]],
  );
  expect(roles.map((row) => row.passes)).toEqual([false, false, false]);
});

test('log and outbox can only be added to', async () => {
  for (const table of ['log_entry', 'outbox']) {
    const { rows } = await client.query<{ update: boolean; remove: boolean }>(
      `select has_table_privilege($1, $2, 'update') as update, has_table_privilege($1, $2, 'delete') as remove`,
      [database.roles.app, table],
    );
    expect(rows[0]).toEqual({ update: false, remove: false });
  }
});

test('functions that run with the owner’s rights name their search path and are closed to the public', async () => {
  const { rows } = await client.query<{ name: string; path: boolean; open: boolean }>(
    `select p.proname as name, coalesce(array_to_string(p.proconfig, ','), '') like '%search_path%' as path,
       p.proacl is null or exists (select 1 from aclexplode(p.proacl) a where a.grantee = 0) as open
     from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef`,
  );
  expect(rows.filter((row) => !row.path || row.open).map((row) => row.name)).toEqual([]);
});

test('tables say what they are for', async () => {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
       and obj_description(oid) is null and relname <> 'migration'`,
  );
  expect(rows.map((row) => row.name)).toEqual([]);
});
