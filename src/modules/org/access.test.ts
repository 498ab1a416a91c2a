import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { type Role, startTestApp, type TestApp } from '#test/app.ts';
import { aDepartment, aPerson } from '#test/factories.ts';
import { changeDepartment, createDepartment, listDepartments } from './contract/departments.ts';
import {
  changeDuty,
  changeDutyPost,
  createDuty,
  createDutyPost,
  listDuties,
  removeDutyPost,
} from './contract/duties.ts';
import { changeAlias, createAlias, listAliases, removeAlias, resolveName } from './contract/names.ts';
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
import { changeReceptionPoint, createReceptionPoint, listReceptionPoints } from './contract/reception-points.ts';
import { changeRecipient, createRecipient, listRecipients, removeRecipient } from './contract/recipients.ts';
import {
  changeSubstitution,
  createSubstitution,
  listSubstitutions,
  removeSubstitution,
} from './contract/substitutions.ts';

/** One record of each kind in each of two communes, made through HTTP by its own administrator. */
let t: TestApp;
let ours: Records;
let theirs: Records;

interface Records {
  readonly department: Id;
  readonly position: Id;
  readonly person: Id;
  readonly other: Id;
  readonly holder: Id;
  readonly duty: Id;
  readonly dutyPost: Id;
  readonly alias: Id;
  readonly substitution: Id;
  readonly point: Id;
  readonly recipient: Id;
}

beforeAll(async () => {
  t = await startTestApp();
  ours = await makeRecords('admin');
  theirs = await makeRecords(await t.account('admin', t.otherUnit));
});
afterAll(() => t.close());

const day = (text: string) => text as PlainDate;
const since = { validFrom: day('2020-01-01'), validTo: null };
const period = { validFrom: day('2022-05-01'), validTo: day('2022-05-31') };
const removal = { version: 1, reason: 'Thử xóa' };

async function makeRecords(as: Role | Awaited<ReturnType<TestApp['account']>>): Promise<Records> {
  const made = async (answer: Promise<{ status: number; body: { id: Id }; error: unknown }>) => {
    const { body, error } = await answer;
    expect(error).toBeUndefined();
    return body.id;
  };
  const people = ['Nguyễn Mẫu Một', 'Nguyễn Mẫu Hai'].map((name) =>
    made(t.call(createPerson, { body: { name, email: null, phone: null, ...since } }, { as })),
  );
  const [person, other] = (await Promise.all(people)) as [Id, Id];
  const department = await made(
    t.call(createDepartment, { body: { name: 'Bộ phận Riêng', parentId: null, ...since } }, { as }),
  );
  const position = await made(
    t.call(createPosition, { body: { title: 'Công chức Riêng', departmentId: department, ...since } }, { as }),
  );
  const duty = await made(t.call(createDuty, { body: { name: 'Đầu mối Riêng', ...since } }, { as }));
  return {
    department,
    position,
    person,
    other,
    duty,
    holder: await made(
      t.call(
        createHolder,
        { body: { positionId: position, personId: person, mode: 'holder', ...since, citation: null } },
        { as },
      ),
    ),
    dutyPost: await made(
      t.call(createDutyPost, { body: { dutyId: duty, positionId: position, ...since, citation: null } }, { as }),
    ),
    alias: await made(
      t.call(
        createAlias,
        { body: { written: 'Tổ Riêng', kind: 'duty', dutyId: duty, positionId: null, departmentId: null } },
        { as },
      ),
    ),
    substitution: await made(
      t.call(
        createSubstitution,
        { body: { awayId: person, substituteId: other, ...period, reason: 'Nghỉ phép' } },
        { as },
      ),
    ),
    point: await made(
      t.call(
        createReceptionPoint,
        { body: { name: 'Điểm Riêng', address: 'Thôn Giả Định', phone: null, hours: null, ...since } },
        { as },
      ),
    ),
    recipient: await made(
      t.call(
        createRecipient,
        { body: { purpose: 'bao-cao', name: 'Nơi nhận Riêng', recipientUnitId: null, ...since, citation: null } },
        { as },
      ),
    ),
  };
}

/** Every write on an existing record, as one who may would send it. */
const writes = (of: Records, version = 1) => {
  const remove = { ...removal, version };
  return [
    {
      name: 'change department',
      send: (as: Role, key = randomUUID()) =>
        t.call(
          changeDepartment,
          { params: { id: of.department }, body: { name: 'Bộ phận Đổi', parentId: null, ...since, version } },
          { as, key },
        ),
    },
    {
      name: 'change position',
      send: (as: Role, key = randomUUID()) =>
        t.call(
          changePosition,
          { params: { id: of.position }, body: { title: 'Công chức Đổi', departmentId: null, ...since, version } },
          { as, key },
        ),
    },
    {
      name: 'change person',
      send: (as: Role, key = randomUUID()) =>
        t.call(
          changePerson,
          { params: { id: of.person }, body: { name: 'Nguyễn Mẫu Đổi', email: null, phone: null, ...since, version } },
          { as, key },
        ),
    },
    {
      name: 'change holder',
      send: (as: Role, key = randomUUID()) =>
        t.call(
          changeHolder,
          { params: { id: of.holder }, body: { mode: 'acting', ...since, citation: null, version } },
          { as, key },
        ),
    },
    {
      name: 'change duty',
      send: (as: Role, key = randomUUID()) =>
        t.call(changeDuty, { params: { id: of.duty }, body: { name: 'Đầu mối Đổi', ...since, version } }, { as, key }),
    },
    {
      name: 'change duty post',
      send: (as: Role, key = randomUUID()) =>
        t.call(
          changeDutyPost,
          { params: { id: of.dutyPost }, body: { ...since, citation: 'Quyết định giả định', version } },
          { as, key },
        ),
    },
    {
      name: 'change alias',
      send: (as: Role, key = randomUUID()) =>
        t.call(
          changeAlias,
          {
            params: { id: of.alias },
            body: { written: 'Tổ Đổi', kind: 'group', dutyId: null, positionId: null, departmentId: null, version },
          },
          { as, key },
        ),
    },
    {
      name: 'change substitution',
      send: (as: Role, key = randomUUID()) =>
        t.call(
          changeSubstitution,
          { params: { id: of.substitution }, body: { substituteId: of.other, ...period, reason: 'Nghỉ ốm', version } },
          { as, key },
        ),
    },
    {
      name: 'change point',
      send: (as: Role, key = randomUUID()) =>
        t.call(
          changeReceptionPoint,
          {
            params: { id: of.point },
            body: { name: 'Điểm Đổi', address: 'Thôn Giả Định', phone: null, hours: null, ...since, version },
          },
          { as, key },
        ),
    },
    {
      name: 'change recipient',
      send: (as: Role, key = randomUUID()) =>
        t.call(
          changeRecipient,
          {
            params: { id: of.recipient },
            body: { name: 'Nơi nhận Đổi', recipientUnitId: null, ...since, citation: null, version },
          },
          { as, key },
        ),
    },
    {
      name: 'remove alias',
      send: (as: Role, key = randomUUID()) =>
        t.call(removeAlias, { params: { id: of.alias }, body: remove }, { as, key }),
    },
    {
      name: 'remove substitution',
      send: (as: Role, key = randomUUID()) =>
        t.call(removeSubstitution, { params: { id: of.substitution }, body: remove }, { as, key }),
    },
    {
      name: 'remove recipient',
      send: (as: Role, key = randomUUID()) =>
        t.call(removeRecipient, { params: { id: of.recipient }, body: remove }, { as, key }),
    },
    {
      name: 'remove duty post',
      send: (as: Role, key = randomUUID()) =>
        t.call(removeDutyPost, { params: { id: of.dutyPost }, body: remove }, { as, key }),
    },
    {
      name: 'remove holder',
      send: (as: Role, key = randomUUID()) =>
        t.call(removeHolder, { params: { id: of.holder }, body: remove }, { as, key }),
    },
  ];
};
const lists = [
  listDepartments,
  listPositions,
  listHolders,
  listPeople,
  listDuties,
  listAliases,
  listSubstitutions,
  listReceptionPoints,
  listRecipients,
] as const;

describe('another unit’s records', () => {
  test('are not found by any write, and stay as they are', async () => {
    for (const { name, send } of writes(theirs)) {
      const answer = await send('admin');
      expect([name, answer.status, answer.error?.code]).toEqual([name, 404, 'not-found']);
    }
    const { rows } = await t.owner.query('select version from department where id = $1', [theirs.department]);
    expect(rows).toEqual([{ version: 1 }]);
  });

  test('are in no list', async () => {
    const foreign = new Set<string>(Object.values(theirs));
    for (const route of lists) {
      const query = route === listAliases ? { size: 200 } : { size: 200, on: period.validFrom };
      const { body } = await t.call(route, { query }, { as: 'admin' });
      expect(body.total).toBeGreaterThan(0);
      expect(body.rows.filter((row) => foreign.has(row.id))).toEqual([]);
    }
  });

  test('cannot be named by a record of one’s own', async () => {
    const as = 'admin';
    const answers = await Promise.all([
      t.call(createDepartment, { body: { name: 'Bộ phận Lạ', parentId: theirs.department, ...since } }, { as }),
      t.call(createPosition, { body: { title: 'Công chức Lạ', departmentId: theirs.department, ...since } }, { as }),
      t.call(
        createHolder,
        { body: { positionId: ours.position, personId: theirs.person, mode: 'acting', ...since, citation: null } },
        { as },
      ),
      t.call(
        createDutyPost,
        { body: { dutyId: ours.duty, positionId: theirs.position, ...period, citation: null } },
        { as },
      ),
      t.call(
        createDutyPost,
        { body: { dutyId: theirs.duty, positionId: ours.position, ...period, citation: null } },
        { as },
      ),
      t.call(
        createAlias,
        { body: { written: 'Tổ Lạ', kind: 'position', dutyId: null, positionId: theirs.position, departmentId: null } },
        { as },
      ),
      t.call(
        createSubstitution,
        { body: { awayId: ours.other, substituteId: theirs.person, ...period, reason: 'Thử lạ' } },
        { as },
      ),
    ]);
    expect(answers.map((answer) => answer.error?.code)).toEqual([
      'org-department-unknown',
      'org-department-unknown',
      'org-person-unknown',
      'org-position-unknown',
      'org-duty-unknown',
      'org-position-unknown',
      'org-person-unknown',
    ]);
  });
});

test('only the administrator writes; everybody of the unit reads', async () => {
  for (const role of ['chair', 'focal', 'officer', 'viewer', 'clerk'] as const) {
    for (const { name, send } of writes(ours)) {
      const answer = await send(role);
      expect([role, name, answer.status, answer.error?.code]).toEqual([role, name, 403, 'forbidden']);
    }
    for (const route of lists) expect((await t.call(route, {}, { as: role })).status).toBe(200);
    expect(
      (await t.call(resolveName, { query: { name: 'Tổ Riêng' } }, { as: role })).body.bearer?.people,
    ).toMatchObject([{ name: 'Nguyễn Mẫu Một' }]);
  }
  expect((await t.call(listPeople, {}, {})).status).toBe(401);
});

describe('every change', () => {
  test('has one effect however often it is sent, and a stale one is told the present record', async () => {
    for (const { name, send } of writes(ours).filter((each) => each.name.startsWith('change'))) {
      const key = randomUUID();
      const first = await send('admin', key);
      expect([name, first.error?.code]).toEqual([name, undefined]);
      const again = await send('admin', key);
      expect([name, again.status, again.body]).toEqual([name, 200, first.body]);
      expect(again.body).toMatchObject({ version: 2 });
      const stale = await send('admin');
      expect([name, stale.status, stale.error?.code]).toEqual([name, 409, 'stale-version']);
      expect(stale.error?.details).toEqual({ current: first.body });
    }
    const { rows } = await t.owner.query(
      `select count(*)::int as n from log_entry where unit_id = $1 and action like '%.changed'`,
      [t.unit.id],
    );
    expect(rows[0].n).toBe(10);
  });

  test('leaves an event for others', async () => {
    const { rows } = await t.owner.query(
      `select distinct payload ->> 'type' as type from outbox where unit_id = $1 and topic = 'org.changed' order by 1`,
      [t.unit.id],
    );
    expect(rows.map((row) => row.type)).toEqual([
      'alias',
      'department',
      'duty',
      'duty-post',
      'person',
      'position',
      'position-holder',
      'reception-point',
      'recipient',
      'substitution',
    ]);
  });

  test('taking away is done once and then not found', async () => {
    for (const { name, send } of writes(ours, 2).filter((each) => each.name.startsWith('remove'))) {
      expect([name, (await send('admin')).status]).toEqual([name, 200]);
      expect([name, (await send('admin')).status]).toEqual([name, 404]);
    }
  });
});

test('recipients follow one another by day, and none is there twice', async () => {
  const as = 'admin';
  const body = { purpose: 'cchc-report', recipientUnitId: null, citation: null };
  const first = await t.call(
    createRecipient,
    { body: { ...body, name: 'Phòng Nội vụ huyện Giả Định', ...since } },
    { as },
  );
  const next = await t.call(
    createRecipient,
    { body: { ...body, name: 'Sở Nội vụ tỉnh Giả Định', validFrom: day('2025-07-01'), validTo: null } },
    { as },
  );
  expect(next.status).toBe(200);
  const on = async (date: string) =>
    (await t.call(listRecipients, { query: { purpose: 'cchc-report', on: day(date) } }, { as })).body.rows.map(
      (row) => row.name,
    );
  expect(await on('2025-06-30')).toEqual(['Phòng Nội vụ huyện Giả Định']);
  expect(await on('2025-07-01')).toEqual(['Sở Nội vụ tỉnh Giả Định']);
  const longer = await t.call(
    changeRecipient,
    {
      params: { id: first.body.id },
      body: { name: first.body.name, recipientUnitId: null, ...since, citation: null, version: 2 },
    },
    { as },
  );
  expect(longer.error?.code).toBe('org-recipient-taken');
});

test('a name is written once, whatever its hyphens', async () => {
  const as = 'admin';
  const body = { kind: 'group' as const, dutyId: null, positionId: null, departmentId: null };
  expect((await t.call(createAlias, { body: { ...body, written: 'Tổ Đề án 06' } }, { as })).status).toBe(200);
  expect((await t.call(createAlias, { body: { ...body, written: 'tổ đề án – 06' } }, { as })).error?.code).toBe(
    'org-alias-taken',
  );
  const half = await t.call(createAlias, { body: { ...body, kind: 'duty', written: 'Tổ Dở' } }, { as });
  expect(half).toMatchObject({ status: 400, error: { details: [{ path: 'dutyId' }] } });
});

test('a division of another unit is not shown even by its exact name', async () => {
  await aDepartment(t.owner, t.otherUnit.id, { name: 'Phòng Bí Mật' });
  await aPerson(t.owner, t.otherUnit.id, { name: 'Người Bí Mật' });
  expect((await t.call(listDepartments, { query: { q: 'bi mat', every: 'yes' } }, { as: 'admin' })).body.total).toBe(0);
  expect((await t.call(listPeople, { query: { q: 'bi mat', every: 'yes' } }, { as: 'admin' })).body.total).toBe(0);
});
