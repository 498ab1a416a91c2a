import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { LogNote } from '#server/context.ts';
import { inTransaction, makePool } from '#server/db.ts';
import { newId } from '#server/ids.ts';
import { makeTestDatabase, type TestDatabase } from '#test/postgres.ts';
import { bearerOfPost } from './domain/find-bearer.ts';
import { resolvePost } from './domain/resolve-post.ts';
import { loadForest } from './queries/unit-tree.ts';
import { dutyHolders, findRecipientOn, namedOrganisationOn } from './queries.ts';
import { type SeededOrganisation, seedOrg, seedUnit } from './starter.ts';

let database: TestDatabase;
let pool: pg.Pool;
const unitId = newId() as string as UnitId;
const notes: LogNote[] = [];
const day = (text: string) => text as PlainDate;

beforeAll(async () => {
  database = await makeTestDatabase();
  pool = makePool(database.urls.app, 4, () => undefined);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

function seed<T>(of: UnitId, work: (ctx: Parameters<typeof seedOrg>[0]) => Promise<T>): Promise<T> {
  return inTransaction(pool, of, 'write', (db) =>
    work({
      db,
      unitId: of,
      newId,
      today: day('2022-01-03'),
      log: (note) => void notes.push(note),
      publish: () => undefined,
    }),
  );
}

const plain = (seeded: SeededOrganisation) => [...seeded].map(([code, post]) => [code, post.personName]);

test('the demo commune is made once, with every act noted', async () => {
  const posts = await seed(unitId, (ctx) => seedOrg(ctx, { demo: true }));
  expect(plain(posts)).toContainEqual(['chu-tich', 'Lê Mẫu Minh']);
  expect([...posts.values()].every((post) => post.personId !== null)).toBe(true);
  const made = notes.length;
  expect(made).toBeGreaterThan(60);
  expect(new Set(notes.map((note) => note.action))).toContain('unit.created');
  const again = await seed(unitId, (ctx) => seedOrg(ctx, { demo: true }));
  expect(plain(again)).toEqual(plain(posts));
  expect(notes.length).toBe(made);
});

test('the district stands above it to 30/06/2025 and the province since', async () => {
  await inTransaction(pool, unitId, 'read', async (db) => {
    const { tree } = await loadForest(db, unitId);
    const nameOf = (id: string | undefined) => (id === undefined ? undefined : tree.get(id)?.names[0]?.name);
    const parents = tree.get(unitId)?.parents.map((each) => [nameOf(each.parentId), each.validFrom, each.validTo]);
    expect(parents).toEqual([
      ['huyện Hoằng Hóa', '2020-01-01', '2025-06-30'],
      ['tỉnh Thanh Hóa', '2025-07-01', null],
    ]);
    expect((await findRecipientOn(db, unitId, 'cchc-report', day('2025-06-30')))?.name).toContain('huyện Hoằng Hóa');
    expect((await findRecipientOn(db, unitId, 'cchc-report', day('2025-07-01')))?.name).toContain('tỉnh Thanh Hóa');
  });
});

test('every duty has somebody, and every lead of the plan of 2022 leads to a post, a group or outside', async () => {
  const truth = JSON.parse(
    readFileSync(new URL('../../../starter/hoang-tien/truth.json', import.meta.url), 'utf8'),
  ) as { appendices: { tasks: { lead: string[]; coordinators: string[] }[] }[] };
  const names = truth.appendices.flatMap((each) => each.tasks.flatMap((task) => [...task.lead, ...task.coordinators]));
  await inTransaction(pool, unitId, 'read', async (db) => {
    const on = day('2022-03-15');
    const empty = (await dutyHolders(db, unitId, on)).filter((duty) => duty.empty !== null);
    expect(empty).toEqual([]);
    const known = await namedOrganisationOn(db, unitId, on);
    const found = names.map((name) => ({ name, ...resolvePost(name, known.posts, known.aliases, known.context) }));
    expect(found.filter((each) => !['post', 'department', 'group', 'external'].includes(each.kind))).toEqual([]);
    const posts = found.flatMap((each) => ('positionId' in each && each.positionId ? [each.positionId] : []));
    expect(posts.length).toBeGreaterThan(25);
    expect(posts.every((id) => bearerOfPost(id, on, known.staffing).kind === 'people')).toBe(true);
  });
});

test('a real unit of two tiers begins with its divisions and nobody in them', async () => {
  const other = await makeTestDatabase();
  const otherPool = makePool(other.urls.app, 2, () => undefined);
  const id = newId() as string as UnitId;
  const posts = await inTransaction(otherPool, id, 'write', (db) =>
    seedUnit(
      { db, unitId: id, newId, today: day('2026-01-05'), log: () => undefined, publish: () => undefined },
      {
        code: 'phuong-thu',
        name: 'phường Thử',
        shortName: 'Thử',
        level: 'ward',
        from: day('2025-07-01'),
        citation: 'Nghị quyết giả định',
        province: { code: 'tinh-thu', name: 'tỉnh Thử', shortName: 'Thử', level: 'province' },
      },
    ),
  );
  expect([...posts.values()].map((post) => post.title)).toContain('Trưởng phòng Kinh tế, Hạ tầng và Đô thị');
  expect([...posts.values()].map((post) => post.title)).toContain('Chủ tịch UBND phường');
  expect([...posts.values()].every((post) => post.personId === null)).toBe(true);
  const admin = new pg.Client({ connectionString: other.urls.owner });
  await admin.connect();
  const { rows } = await admin.query(`select count(*)::int as people from person`);
  expect(rows).toEqual([{ people: 0 }]);
  await admin.end();
  await otherPool.end();
  await other.drop();
});
