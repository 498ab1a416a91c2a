import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { loadStaffedDay } from '#modules/org/queries.ts';
import { inTransaction } from '#server/db.ts';
import { holds, type Session } from '#server/session.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { dossiersOf, type GivenDossier } from '#test/dossier-factories.ts';
import { aDepartment, aPerson } from '#test/factories.ts';
import { aPost } from '#test/work-factories.ts';
import { mayRead, type Reader } from './domain/may-read.ts';
import { dossierStates, endStates } from './domain/states.ts';
import { newestSeen } from './queries/lists/list-page.ts';
import { readerOf, visible } from './visible.ts';

let t: TestApp;
let departments: Id[];
let posts: Id[];
let people: Id[];
let known: { readonly id: Id; readonly given: GivenDossier }[];
beforeAll(async () => {
  t = await startTestApp();
  const some = async <T>(make: () => Promise<T>) => [await make(), await make(), await make()];
  departments = await some(() => aDepartment(t.owner, t.unit.id));
  people = await some(() => aPerson(t.owner, t.unit.id));
  posts = await some(() => aPost(t.owner, t.unit.id, { title: 'Công chức Mẫu' }));
  const oneOf = (ids: readonly Id[]) => fc.constantFrom(null, ...ids);
  const dossiers = fc.record({
    state: fc.constantFrom(...dossierStates),
    departmentId: oneOf(departments),
    positionId: oneOf(posts),
    personId: oneOf(people),
    handlerId: oneOf(posts),
    receivedBy: oneOf(people),
  });
  const given = fc.sample(dossiers, { numRuns: 300, seed: 61 });
  const ids = await dossiersOf(t.owner, t.unit.id, given);
  known = given.map((one, index) => ({ id: ids[index] as Id, given: one }));
});
afterAll(() => t.close());

const readers = () =>
  fc.record<Reader>({
    all: fc.constant(false),
    me: fc.constantFrom(null, ...people),
    departments: fc.subarray(departments),
    positions: fc.subarray(posts),
    people: fc.subarray(people),
  });

function expectedOf(reader: Reader): Id[] {
  const readable = known.filter(({ given }) =>
    mayRead(
      {
        departmentId: given.departmentId ?? null,
        positionId: given.positionId ?? null,
        personId: given.personId ?? null,
        handlerId: given.handlerId ?? null,
        receivedBy: given.receivedBy ?? null,
        live: !endStates.includes(given.state ?? 'submitted'),
      },
      reader,
    ),
  );
  return readable.map(({ id }) => id).toSorted();
}

describe('who may read which dossiers', () => {
  test('is the same in lists, in walks and in the rule, whoever reads', async () => {
    const asked = { unitId: t.unit.id, moments: {} as never, today: '2022-03-15' as PlainDate };
    await fc.assert(
      fc.asyncProperty(readers(), async (reader) => {
        const [listed, walked] = await inTransaction(t.services.appPool, t.unit.id, 'read', async (db) => [
          await sql<{
            id: Id;
          }>`select d.id from dossier d where d.unit_id = ${t.unit.id} and ${visible(reader)}`.execute(db),
          await sql<{ id: Id }>`${newestSeen({ ...asked, reader }, [], 1_000)}`.execute(db),
        ]);
        const expected = expectedOf(reader);
        expect(listed.rows.map((row) => row.id).toSorted()).toEqual(expected);
        expect(walked.rows.map((row) => row.id).toSorted()).toEqual(expected);
      }),
      { numRuns: 60, seed: 118 },
    );
  });

  test('with dossier.read of the unit is every one; of a division it is that division’s', async () => {
    const staffed = await inTransaction(t.services.appPool, t.unit.id, 'read', (db) =>
      loadStaffedDay(db, t.unit.id, '2022-03-15' as PlainDate),
    );
    const [first = null] = departments;
    const readerWith = (departmentId: Id | null) => {
      const grants = [{ permission: 'dossier.read', departmentId }];
      const session = { accountId: people[0], personId: null, grants, departmentIds: [] } as unknown as Session;
      return readerOf({ session, may: (permission, of) => holds(grants, permission, of) }, staffed);
    };
    expect(readerWith(null).all).toBe(true);
    expect(readerWith(first)).toMatchObject({ all: false, departments: [first] });
  });

  test('includes what those hold whom one stands in for, while they are away', async () => {
    const [away, standIn] = people as [Id, Id];
    const post = await aPost(t.owner, t.unit.id, { title: 'Chức danh Mẫu', personId: away });
    await t.owner.query(
      `insert into substitution (unit_id, id, away_id, substitute_id, valid_from, valid_to, reason)
       values ($1, gen_random_uuid(), $2, $3, '2022-03-14', '2022-03-16', 'nghỉ phép')`,
      [t.unit.id, away, standIn],
    );
    const readerOn = async (day: string) => {
      const staffed = await inTransaction(t.services.appPool, t.unit.id, 'read', (db) =>
        loadStaffedDay(db, t.unit.id, day as PlainDate),
      );
      const session = { accountId: standIn, personId: standIn, grants: [], departmentIds: [] } as unknown as Session;
      return readerOf({ session, may: () => false }, staffed);
    };
    const during = await readerOn('2022-03-15');
    expect(during.positions).toContain(post);
    expect(during.people.toSorted()).toEqual([away, standIn].toSorted());
    const after = await readerOn('2022-03-17');
    expect(after.positions).not.toContain(post);
    expect(after.people).toEqual([standIn]);
  });
});
