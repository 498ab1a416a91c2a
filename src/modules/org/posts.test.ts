import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { inTransaction } from '#server/db.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { aPerson } from '#test/factories.ts';
import { changeDepartment, createDepartment, listDepartments } from './contract/departments.ts';
import {
  changeDuty,
  changeDutyPost,
  createDuty,
  createDutyPost,
  listDuties,
  listDutyPosts,
  removeDutyPost,
} from './contract/duties.ts';
import { changePerson, createPerson, listPeople } from './contract/people.ts';
import {
  changeHolder,
  changePosition,
  createHolder,
  createPosition,
  listHolders,
  listPositions,
  removeHolder,
} from './contract/positions.ts';
import {
  changeSubstitution,
  createSubstitution,
  listSubstitutions,
  removeSubstitution,
} from './contract/substitutions.ts';
import { bearersOn, departmentsOn, dutyHolders, peopleOn, postsOfPerson, postsOn } from './queries.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const day = (text: string) => text as PlainDate;
const admin = { as: 'admin' } as const;
const since2020 = { validFrom: day('2020-01-01'), validTo: null };
const nobody = randomUUID() as Id;

async function made<T>(answer: Promise<{ status: number; body: T; error: unknown }>): Promise<T> {
  const { status, body, error } = await answer;
  expect(error).toBeUndefined();
  expect(status).toBe(200);
  return body;
}

const department = (name: string, more: { parentId?: Id } = {}) =>
  made(t.call(createDepartment, { body: { name, parentId: null, ...since2020, ...more } }, admin));
const position = (title: string, more: { departmentId?: Id; seats?: number } = {}) =>
  made(t.call(createPosition, { body: { title, departmentId: null, ...since2020, ...more } }, admin));
const person = (name: string) =>
  made(t.call(createPerson, { body: { name, email: null, phone: null, ...since2020 } }, admin));
const hold = (positionId: Id, personId: Id, mode: 'holder' | 'concurrent' = 'holder', validFrom = '2022-01-01') =>
  t.call(
    createHolder,
    { body: { positionId, personId, mode, validFrom: day(validFrom), validTo: null, citation: null } },
    admin,
  );

describe('divisions', () => {
  test('stand in a tree without circles, inside the days of the one above', async () => {
    const office = await department('Văn phòng Thử');
    const counter = await department('Bộ phận một cửa Thử', { parentId: office.id });
    expect(counter.code).toMatch(/^bo-phan-mot-cua-thu-/);
    const circle = await t.call(
      changeDepartment,
      { params: { id: office.id }, body: { name: office.name, parentId: counter.id, ...since2020, version: 1 } },
      admin,
    );
    expect(circle).toMatchObject({ status: 409, error: { code: 'org-department-cycle' } });
    const early = await t.call(
      changeDepartment,
      {
        params: { id: office.id },
        body: {
          name: office.name,
          parentId: null,
          validFrom: day('2020-01-01'),
          validTo: day('2021-01-01'),
          version: 1,
        },
      },
      admin,
    );
    expect(early.error).toMatchObject({ code: 'org-still-used', params: { name: 'Bộ phận một cửa Thử' } });
    expect(early.error?.message).toContain('Bộ phận một cửa Thử');
  });

  test('are listed by day, found without marks', async () => {
    const ended = await department('Ban Đã Hết');
    await made(
      t.call(
        changeDepartment,
        {
          params: { id: ended.id },
          body: {
            name: ended.name,
            parentId: null,
            validFrom: day('2020-01-01'),
            validTo: day('2021-12-31'),
            version: 1,
          },
        },
        admin,
      ),
    );
    const names = async (query: { on?: PlainDate; every?: 'yes'; q?: string }) =>
      (await made(t.call(listDepartments, { query }, { as: 'viewer' }))).rows.map((row) => row.name);
    expect(await names({})).not.toContain('Ban Đã Hết');
    expect(await names({ on: day('2021-12-31') })).toContain('Ban Đã Hết');
    expect(await names({ every: 'yes', q: 'DA HET' })).toEqual(['Ban Đã Hết']);
    const beyond = await made(t.call(listDepartments, { query: { page: 9 } }, { as: 'viewer' }));
    expect(beyond).toMatchObject({ rows: [], total: 2 });
  });

  test('a code is used once', async () => {
    const body = { name: 'Phòng Mã', code: 'phong-ma', parentId: null, ...since2020 };
    await made(t.call(createDepartment, { body }, admin));
    expect((await t.call(createDepartment, { body }, admin)).error?.code).toBe('org-code-taken');
  });
});

describe('posts and who holds them', () => {
  test('one seat, one holder; the next begins when the one before has ended', async () => {
    const post = await position('Công chức Thử ghế');
    const [an, binh] = [await person('Nguyễn Mẫu An'), await person('Trần Mẫu Bình')];
    const first = await made(hold(post.id, an.id));
    expect((await hold(post.id, binh.id)).error).toMatchObject({ code: 'org-post-full', params: { seats: 1 } });
    await made(
      t.call(
        changeHolder,
        {
          params: { id: first.id },
          body: { mode: 'holder', validFrom: first.validFrom, validTo: day('2022-06-30'), citation: null, version: 1 },
        },
        admin,
      ),
    );
    await made(hold(post.id, binh.id, 'holder', '2022-07-01'));
    const { rows } = await made(
      t.call(listHolders, { query: { positionId: post.id, every: 'yes' } }, { as: 'viewer' }),
    );
    expect(rows.map((row) => [row.personName, row.validTo])).toEqual([
      ['Trần Mẫu Bình', null],
      ['Nguyễn Mẫu An', '2022-06-30'],
    ]);
    const today = await made(t.call(listPositions, { query: { q: 'thu ghe' } }, { as: 'viewer' }));
    expect(today.rows[0]?.holders).toMatchObject([{ name: 'Nguyễn Mẫu An', mode: 'holder' }]);
    const late = await made(
      t.call(listPositions, { query: { q: 'thu ghe', on: day('2022-07-01') } }, { as: 'viewer' }),
    );
    expect(late.rows[0]?.holders).toMatchObject([{ name: 'Trần Mẫu Bình' }]);
  });

  test('two people who take the last seat at one moment: one gets it', async () => {
    const post = await position('Công chức Thử tranh');
    const people = await Promise.all(['Lê Mẫu Một', 'Lê Mẫu Hai', 'Lê Mẫu Ba'].map(person));
    const answers = await Promise.all(people.map((each) => hold(post.id, each.id)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
  });

  test('one own post at a time, further ones beside it', async () => {
    const [first, second] = [await position('Công chức Thử chính'), await position('Công chức Thử kiêm')];
    const chi = await person('Phạm Mẫu Chi');
    await made(hold(first.id, chi.id));
    expect((await hold(second.id, chi.id)).error?.code).toBe('org-holder-has-post');
    await made(hold(second.id, chi.id, 'concurrent'));
    const { rows } = await made(t.call(listPeople, { query: { q: 'mau chi' } }, { as: 'viewer' }));
    expect(rows[0]?.posts.map((post) => post.mode).sort()).toEqual(['concurrent', 'holder']);
  });

  test('seats are not taken from under holders, nor days from under anybody', async () => {
    const post = await position('Công chức Thử hai', { seats: 2 });
    const [dung, giang] = [await person('Võ Mẫu Dung'), await person('Võ Mẫu Giang')];
    await made(hold(post.id, dung.id));
    await made(hold(post.id, giang.id));
    const body = { title: post.title, departmentId: null, ...since2020, version: 1 };
    const fewer = await t.call(changePosition, { params: { id: post.id }, body: { ...body, seats: 1 } }, admin);
    expect(fewer.error).toMatchObject({ code: 'org-seats-taken', params: { held: 2 } });
    const ended = await t.call(
      changePosition,
      { params: { id: post.id }, body: { ...body, seats: 2, validTo: day('2022-12-31') } },
      admin,
    );
    expect(ended.error).toMatchObject({ code: 'org-still-used', params: { kind: 'holder' } });
    const left = await t.call(
      changePerson,
      {
        params: { id: dung.id },
        body: {
          name: dung.name,
          email: null,
          phone: null,
          validFrom: dung.validFrom,
          validTo: day('2022-03-31'),
          version: 1,
        },
      },
      admin,
    );
    expect(left.error).toMatchObject({ code: 'org-still-used', params: { name: 'Công chức Thử hai' } });
  });

  test('what was written by mistake is taken away with a reason, and stays in the log', async () => {
    const post = await position('Công chức Thử nhầm');
    const held = await made(hold(post.id, (await person('Đỗ Mẫu Hà')).id));
    const removal = { params: { id: held.id }, body: { version: 1, reason: 'Nhập nhầm người' } };
    await made(t.call(removeHolder, removal, admin));
    expect((await t.call(removeHolder, removal, admin)).status).toBe(404);
    const { rows } = await t.owner.query(
      `select d.before ->> 'id' as id, d.context ->> 'reason' as reason from log_entry e
       join log_detail d on d.unit_id = e.unit_id and d.entry_id = e.id where e.action = 'position-holder.removed'`,
    );
    expect(rows).toEqual([{ id: held.id, reason: 'Nhập nhầm người' }]);
    const empty = await made(t.call(listPositions, { query: { empty: 'yes', q: 'thu nham' } }, { as: 'viewer' }));
    expect(empty.total).toBe(1);
  });

  test('lists come in the order asked for, Vietnamese letters in theirs', async () => {
    await Promise.all(['Đỗ Thứ Tự', 'Ân Thứ Tự', 'An Thứ Tự', 'Dương Thứ Tự'].map(person));
    const names = async (sort?: string) =>
      (await made(t.call(listPeople, { query: { q: 'thu tu', sort } }, { as: 'viewer' }))).rows.map((row) => row.name);
    const order = ['An Thứ Tự', 'Ân Thứ Tự', 'Dương Thứ Tự', 'Đỗ Thứ Tự'];
    expect(await names()).toEqual(order);
    expect(await names('-name')).toEqual([...order].reverse());
    expect(await names('nothing')).toEqual(order);
  });

  test('an unknown person or post is named', async () => {
    const post = await position('Công chức Thử lạ');
    const stranger = await aPerson(t.owner, t.otherUnit.id, { name: 'Người Đơn Vị Khác' });
    expect((await hold(post.id, stranger)).error?.code).toBe('org-person-unknown');
    expect((await hold(nobody, stranger)).error?.code).toBe('org-position-unknown');
    const placed = await t.call(
      createPosition,
      { body: { title: 'Công chức Thử phòng', departmentId: nobody, ...since2020 } },
      admin,
    );
    expect(placed.error?.code).toBe('org-department-unknown');
  });

  test('an address that is none is refused beside its field', async () => {
    const wrong = await t.call(
      createPerson,
      { body: { name: 'Bùi Mẫu Sai', email: 'không-phải-thư', phone: null, ...since2020 } },
      admin,
    );
    expect(wrong).toMatchObject({ status: 400, error: { code: 'invalid' } });
    expect(wrong.error?.details).toMatchObject([{ path: 'email' }]);
  });
});

describe('duties', () => {
  test('pass from post to post with their dates, and an empty one says why', async () => {
    const duty = await made(t.call(createDuty, { body: { name: 'Đầu mối Thử', code: 'thu', ...since2020 } }, admin));
    const [office, culture] = [await position('Văn phòng Thử việc'), await position('Văn hóa Thử việc')];
    const bear = (positionId: Id, from: string) =>
      t.call(
        createDutyPost,
        { body: { dutyId: duty.id, positionId, validFrom: day(from), validTo: null, citation: null } },
        admin,
      );
    const on = async (date: string) => {
      const { rows } = await made(t.call(listDuties, { query: { q: 'dau moi thu', on: day(date) } }, { as: 'viewer' }));
      const { bearer } = rows[0] ?? {};
      return bearer?.empty ?? bearer?.people.map((each) => each.name).join(', ');
    };
    expect(await on('2022-03-15')).toBe('no-post');
    await made(bear(office.id, '2021-01-01'));
    expect(await on('2022-03-15')).toBe('no-holder');
    await made(hold(office.id, (await person('Hồ Mẫu Khánh')).id));
    expect(await on('2022-03-15')).toBe('Hồ Mẫu Khánh');
    const next = await made(bear(culture.id, '2025-07-01'));
    expect(await on('2025-06-30')).toBe('Hồ Mẫu Khánh');
    expect(await on('2025-07-01')).toBe('no-holder');
    expect((await bear(office.id, '2020-06-01')).error).toMatchObject({ code: 'org-duty-taken' });
    const { rows } = await made(t.call(listDutyPosts, { query: { dutyId: duty.id, every: 'yes' } }, { as: 'viewer' }));
    expect(rows.map((row) => [row.title, row.validTo])).toEqual([
      ['Văn hóa Thử việc', null],
      ['Văn phòng Thử việc', '2025-06-30'],
    ]);
    const grown = await t.call(
      changeDutyPost,
      { params: { id: next.id }, body: { validFrom: day('2025-06-01'), validTo: null, citation: null, version: 1 } },
      admin,
    );
    expect(grown.error?.code).toBe('org-duty-taken');
    const shorter = await t.call(
      changeDuty,
      {
        params: { id: duty.id },
        body: { name: duty.name, validFrom: day('2020-01-01'), validTo: day('2024-12-31'), version: 1 },
      },
      admin,
    );
    expect(shorter.error?.code).toBe('org-still-used');
    await made(t.call(removeDutyPost, { params: { id: next.id }, body: { version: 1, reason: 'Nhập nhầm' } }, admin));
    expect(await on('2025-07-01')).toBe('no-post');
  });
});

describe('substitution', () => {
  test('from one day to another, logged with its reason, seen by every list', async () => {
    const post = await position('Công chức Thử vắng');
    const [away, other] = [await person('Ngô Mẫu Lan'), await person('Ngô Mẫu Minh')];
    await made(hold(post.id, away.id));
    const body = {
      awayId: away.id,
      substituteId: other.id,
      validFrom: day('2022-03-14'),
      validTo: day('2022-03-20'),
      reason: 'Đi tập huấn',
    };
    const stood = await made(t.call(createSubstitution, { body }, admin));
    expect((await t.call(createSubstitution, { body: { ...body, substituteId: nobody } }, admin)).error?.code).toBe(
      'org-person-unknown',
    );
    const back = { ...body, awayId: other.id, substituteId: away.id };
    expect((await t.call(createSubstitution, { body: back }, admin)).error?.code).toBe('org-substitution-cycle');
    const listed = await made(t.call(listSubstitutions, { query: { q: 'mau minh' } }, { as: 'viewer' }));
    expect(listed.rows).toMatchObject([
      { awayName: 'Ngô Mẫu Lan', substituteName: 'Ngô Mẫu Minh', reason: 'Đi tập huấn' },
    ]);
    const people = await made(t.call(listPeople, { query: { q: 'mau lan' } }, { as: 'viewer' }));
    expect(people.rows[0]?.substitute).toBe('Ngô Mẫu Minh');
    const doing = await inTransaction(t.services.appPool, t.unit.id, 'read', (db) =>
      postsOfPerson(db, t.unit.id, other.id, day('2022-03-15')),
    );
    expect(doing).toEqual([{ positionId: post.id, insteadOf: 'Ngô Mẫu Lan' }]);
    const begun = await t.call(
      removeSubstitution,
      { params: { id: stood.id }, body: { version: 1, reason: 'Không đi nữa' } },
      admin,
    );
    expect(begun.error?.code).toBe('org-substitution-begun');
    const cut = await made(
      t.call(
        changeSubstitution,
        { params: { id: stood.id }, body: { ...pick(body), validTo: day('2022-03-16'), version: 1 } },
        admin,
      ),
    );
    expect(cut.validTo).toBe('2022-03-16');
    const planned = await made(
      t.call(
        createSubstitution,
        { body: { ...body, validFrom: day('2022-04-01'), validTo: day('2022-04-02') } },
        admin,
      ),
    );
    await made(t.call(removeSubstitution, { params: { id: planned.id }, body: { version: 1, reason: 'Hoãn' } }, admin));
  });

  const pick = ({ substituteId, validFrom, reason }: { substituteId: Id; validFrom: PlainDate; reason: string }) => ({
    substituteId,
    validFrom,
    reason,
  });
});

test('other modules ask for a day', async () => {
  await inTransaction(t.services.appPool, t.unit.id, 'read', async (db) => {
    const on = day('2022-03-15');
    const posts = await postsOn(db, t.unit.id, on);
    expect(posts.length).toBeGreaterThan(5);
    const bearers = await bearersOn(db, t.unit.id, on);
    expect(bearers.size).toBe(posts.length);
    expect((await peopleOn(db, t.unit.id, on)).some((each) => each.name === 'Nguyễn Mẫu An')).toBe(true);
    expect((await departmentsOn(db, t.unit.id, on)).length).toBeGreaterThan(1);
    expect((await dutyHolders(db, t.unit.id, on)).map((each) => each.code)).toContain('thu');
  });
});
