import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestDatabase, type TestDatabase } from '#test/postgres.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await makeTestDatabase();
});
afterAll(() => database.drop());

test('the application role sees no row of a unit without naming the unit', async () => {
  const client = new pg.Client({ connectionString: database.urls.app });
  await client.connect();
  const { rows } = await client.query('select count(*)::int as n from file');
  expect(rows[0].n).toBe(0);
  await expect(client.query('alter table file add column x int')).rejects.toThrow(/must be owner/);
  await client.end();
});
