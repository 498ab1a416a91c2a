import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, plainDate } from '#kernel/plain-date.ts';
import { makeTestDatabase, type TestDatabase } from '#test/postgres.ts';
import { stateOf } from './domain/state-of.ts';
import { stages } from './domain/states.ts';

let database: TestDatabase;
let owner: pg.Pool;

beforeAll(async () => {
  database = await makeTestDatabase();
  owner = new pg.Pool({ connectionString: database.urls.owner, max: 1 });
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

test('the database derives the same state as the rule, of any facts on any day', async () => {
  const day = fc.integer({ min: -40, max: 40 }).map((n) => addDays(plainDate(2024, 2, 29), n));
  const facts = fc.record({
    stage: fc.constantFrom(...stages),
    ours: fc.boolean(),
    due: fc.option(day),
    doneOn: day,
    today: day,
    soon: fc.integer({ min: 1, max: 30 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(facts, { minLength: 50, maxLength: 200 }), async (some) => {
      const cases = some.map((one, nth) => ({ ...one, nth, doneOn: one.stage === 'accepted' ? one.doneOn : null }));
      const { rows } = await owner.query<{ state: string }>(
        `select obligation_state(stage, ours, due, "doneOn", today, soon) as state
         from jsonb_to_recordset($1::jsonb)
           as d (stage text, ours boolean, due date, "doneOn" date, today date, soon integer, nth integer) order by nth`,
        [JSON.stringify(cases)],
      );
      expect(rows.map((row) => row.state)).toEqual(cases.map((one) => stateOf(one, one.today, one.soon)));
    }),
    { numRuns: 40 },
  );
});
