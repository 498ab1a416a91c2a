import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { inTransaction } from '#server/db.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import {
  createUnit,
  endUnit,
  getUnit,
  listLevels,
  listUnits,
  moveUnit,
  renameUnit,
  reorganiseUnits,
  setUnitHost,
  type UnitDetail,
} from './contract/units.ts';
import { findUnitOn } from './queries.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const day = (text: string) => text as PlainDate;
const citation = 'Nghị quyết giả định số 1';
const admin = { as: 'admin' } as const;
const own = () => t.unit.id as string as Id;

async function make(body: {
  code: string;
  name: string;
  level: string;
  parentId?: Id | null;
  to?: string;
  from?: string;
}) {
  const { parentId = null, to, from = '2010-01-01', ...rest } = body;
  const made = await t.call(
    createUnit,
    {
      body: {
        ...rest,
        shortName: body.name,
        parentId,
        validFrom: day(from),
        validTo: to === undefined ? null : day(to),
        outside: true,
        citation,
      },
    },
    admin,
  );
  expect(made.error).toBeUndefined();
  return made.body;
}

async function get(id: Id, on?: string): Promise<UnitDetail> {
  const found = await t.call(getUnit, { params: { id }, query: on ? { on: day(on) } : {} }, admin);
  expect(found.status).toBe(200);
  return found.body;
}

describe('the tree of a commune through the end of districts', () => {
  let province: UnitDetail;
  let district: UnitDetail;

  test('levels are dated data', async () => {
    const { body } = await t.call(listLevels, {}, { as: 'viewer' });
    expect(body.rows.find((level) => level.code === 'district')).toMatchObject({
      name: 'huyện',
      validTo: '2025-06-30',
    });
  });

  test('bodies above are kept as entries, the district to 30/06/2025', async () => {
    province = await make({ code: 'tinh-gia-dinh', name: 'tỉnh Giả Định', level: 'province' });
    const late = await t.call(
      createUnit,
      {
        body: {
          code: 'huyen-muon',
          name: 'huyện Muộn',
          shortName: 'Muộn',
          level: 'district',
          parentId: province.id,
          validFrom: day('2010-01-01'),
          validTo: null,
          outside: true,
          citation,
        },
      },
      admin,
    );
    expect(late).toMatchObject({ status: 409, error: { code: 'org-level-outside-dates' } });
    expect(late.error?.message).toContain('30/06/2025');
    district = await make({
      code: 'huyen-gia-dinh',
      name: 'huyện Giả Định',
      level: 'district',
      parentId: province.id,
      to: '2025-06-30',
    });
    expect(district).toMatchObject({ kept: true, own: false, parentId: province.id, whyNotEdit: null });
  });

  test('the commune stands under its district to 30/06/2025 and under its province since', async () => {
    const { version } = await get(own());
    const wrong = await t.call(
      moveUnit,
      { params: { id: own() }, body: { parentId: district.id, from: day('2010-01-01'), citation, version } },
      admin,
    );
    expect(wrong.error?.code).toBe('org-parent-outside-dates');
    const under = await t.call(
      moveUnit,
      { params: { id: own() }, body: { parentId: province.id, from: day('2000-01-01'), citation, version } },
      admin,
    );
    expect(under.error?.code).toBe('org-parent-outside-dates');
    const moved = await t.call(
      moveUnit,
      { params: { id: own() }, body: { parentId: province.id, from: day('2025-07-01'), citation, version } },
      admin,
    );
    expect(moved.body).toMatchObject({ parentId: province.id, version: version + 1 });
    expect((await get(own(), '2025-06-30')).parentId).toBeNull();
    expect((await get(own(), '2025-07-01')).parentId).toBe(province.id);
  });

  test('the list is the tree of a day, found without marks and under former names', async () => {
    const on = async (date: string) => {
      const { body } = await t.call(listUnits, { query: { on: day(date) } }, { as: 'officer' });
      return body.rows.map((row) => row.code);
    };
    expect(await on('2025-06-30')).toEqual(['tinh-gia-dinh', 'huyen-gia-dinh', 'xa-thu-nghiem']);
    expect(await on('2025-07-01')).toEqual(['tinh-gia-dinh', 'xa-thu-nghiem']);
    const found = await t.call(listUnits, { query: { q: 'huyen gia dinh' } }, { as: 'officer' });
    expect(found.body.rows.map((row) => row.name)).toEqual(['huyện Giả Định']);
    expect(found.body.rows[0]?.whyNotEdit).toContain('không có quyền');
    const page = await t.call(listUnits, { query: { page: 2, size: 1, every: 'yes' } }, { as: 'officer' });
    expect(page.body).toMatchObject({ total: 3, page: 2, rows: [{ code: 'huyen-gia-dinh' }] });
  });

  test('a unit of the installation that does not concern one stays unknown', async () => {
    const other = t.otherUnit.id as string as Id;
    const { body } = await t.call(listUnits, { query: { every: 'yes', size: 200 } }, admin);
    expect(body.rows.some((row) => row.id === other)).toBe(false);
    expect((await t.call(getUnit, { params: { id: other } }, admin)).status).toBe(404);
    const renamed = await t.call(
      renameUnit,
      {
        params: { id: other },
        body: { name: 'xã Lạ', shortName: 'Lạ', from: day('2022-01-01'), citation, version: 1 },
      },
      admin,
    );
    expect(renamed).toMatchObject({ status: 404, error: { code: 'not-found' } });
    const under = await t.call(
      moveUnit,
      {
        params: { id: own() },
        body: { parentId: other, from: day('2026-01-01'), citation, version: (await get(own())).version },
      },
      admin,
    );
    expect(under.error?.code).toBe('org-parent-unknown');
  });

  test('a district with units under it does not end earlier', async () => {
    const commune = await make({
      code: 'xa-duoi-huyen',
      name: 'xã Dưới Huyện',
      level: 'commune',
      parentId: district.id,
      to: '2025-06-30',
    });
    const { version } = await get(district.id);
    const ended = await t.call(
      endUnit,
      { params: { id: district.id }, body: { lastDay: day('2024-12-31'), citation, version } },
      admin,
    );
    expect(ended).toMatchObject({ status: 409, error: { code: 'org-unit-has-units', params: { count: 1 } } });
    const open = await t.call(
      endUnit,
      { params: { id: commune.id }, body: { lastDay: null, citation, version: commune.version } },
      admin,
    );
    expect(open.error?.code).toBe('org-parent-outside-dates');
  });
});

describe('a renaming', () => {
  test('keeps the former name readable and refuses whoever saw an older state, showing the present one', async () => {
    const before = await get(own());
    const body = {
      name: 'xã Tên Mới',
      shortName: 'Tên Mới',
      from: day('2023-01-01'),
      citation,
      version: before.version,
    };
    const renamed = await t.call(renameUnit, { params: { id: own() }, body }, admin);
    expect(renamed.body).toMatchObject({ name: 'xã Tên Mới', version: before.version + 1 });
    expect((await get(own(), '2022-12-31')).name).toBe('xã Thử Nghiệm');
    expect((await get(own(), '2023-01-01')).name).toBe('xã Tên Mới');
    const stale = await t.call(renameUnit, { params: { id: own() }, body: { ...body, name: 'xã Khác' } }, admin);
    expect(stale).toMatchObject({ status: 409, error: { code: 'stale-version' } });
    expect(stale.error?.details).toMatchObject({ current: { version: before.version + 1 } });
    const earlier = await t.call(
      renameUnit,
      { params: { id: own() }, body: { ...body, from: day('2022-06-01'), version: before.version + 1 } },
      admin,
    );
    expect(earlier.error?.code).toBe('org-later-change');
    const corrected = await t.call(
      renameUnit,
      { params: { id: own() }, body: { ...body, name: 'xã Tên Đúng', version: before.version + 1 } },
      admin,
    );
    expect(corrected.body.names).toHaveLength(2);
    expect((await get(own(), '2023-01-01')).name).toBe('xã Tên Đúng');
    const found = await inTransaction(t.services.appPool, t.unit.id, 'read', (db) =>
      findUnitOn(db, t.unit.id, t.unit.id, day('2022-01-01')),
    );
    expect(found).toMatchObject({ name: 'xã Thử Nghiệm', level: 'xã' });
  });

  test('leaves the act in the log, with what was and what is', async () => {
    const { rows } = await t.owner.query(
      `select d.before ->> 'version' as before, d.after -> 'names' -> 1 ->> 'name' as name, d.context ->> 'reason' as reason
       from log_entry e join log_detail d on d.unit_id = e.unit_id and d.entry_id = e.id
       where e.unit_id = $1 and e.action = 'unit.renamed' order by e.id limit 1`,
      [t.unit.id],
    );
    expect(rows[0]).toMatchObject({ name: 'xã Tên Mới', reason: citation });
  });
});

describe('merging and splitting', () => {
  test('four communes become one: predecessors end the day before, the new one is open to history', async () => {
    const province = await make({ code: 'tinh-nhap', name: 'tỉnh Nhập', level: 'province' });
    const communes: UnitDetail[] = [];
    for (const at of [1, 2, 3]) {
      communes.push(
        await make({ code: `xa-nhap-${at}`, name: `xã Nhập ${at}`, level: 'commune', parentId: province.id }),
      );
    }
    const body = {
      kind: 'merge' as const,
      day: day('2025-07-01'),
      citation: 'Nghị quyết giả định số 2',
      predecessors: communes.map(({ id, version }) => ({ id, version })),
      successors: [
        { code: 'xa-moi', name: 'xã Mới', shortName: 'Mới', level: 'commune', parentId: province.id, heir: true },
      ],
    };
    const key = randomUUID();
    const merged = await t.call(reorganiseUnits, { body }, { ...admin, key });
    expect(merged.error).toBeUndefined();
    const [successor] = merged.body.successors;
    expect(successor).toMatchObject({
      name: 'xã Mới',
      validFrom: '2025-07-01',
      parentId: province.id,
      kept: true,
      whyNotEdit: null,
    });
    expect(successor?.predecessors.map((each) => each.name)).toEqual(['xã Nhập 1', 'xã Nhập 2', 'xã Nhập 3']);
    expect(merged.body.predecessors.map((unit) => unit.validTo)).toEqual(['2025-06-30', '2025-06-30', '2025-06-30']);
    const again = await t.call(reorganiseUnits, { body }, { ...admin, key });
    expect(again.body).toEqual(merged.body);
    const twice = await t.call(reorganiseUnits, { body }, admin);
    expect(twice).toMatchObject({ status: 409, error: { code: 'stale-version' } });
    const first = merged.body.predecessors[0];
    const reopened = await t.call(
      endUnit,
      { params: { id: first?.id ?? own() }, body: { lastDay: null, citation, version: first?.version ?? 0 } },
      admin,
    );
    expect(reopened.error?.code).toBe('org-unit-succeeded');
    const { rows } = await t.owner.query(
      `select count(*)::int as n from log_entry where unit_id = $1 and action = 'unit.reorganised'`,
      [t.unit.id],
    );
    expect(rows[0].n).toBe(4);
  });

  test('a part is split off while the unit goes on', async () => {
    const whole = await make({ code: 'xa-nguyen', name: 'xã Nguyên', level: 'commune' });
    const split = await t.call(
      reorganiseUnits,
      {
        body: {
          kind: 'split',
          day: day('2024-01-01'),
          citation,
          predecessors: [{ id: whole.id, version: whole.version }],
          successors: [
            { code: 'xa-tach', name: 'xã Tách', shortName: 'Tách', level: 'commune', parentId: null, heir: false },
          ],
          predecessorContinues: true,
        },
      },
      admin,
    );
    expect(split.body.predecessors[0]).toMatchObject({ validTo: null, successors: [{ name: 'xã Tách', heir: false }] });
  });

  test('a wrong shape is refused in words', async () => {
    const whole = await make({ code: 'xa-le', name: 'xã Lẻ', level: 'commune' });
    const wrong = await t.call(
      reorganiseUnits,
      {
        body: {
          kind: 'split',
          day: day('2024-01-01'),
          citation,
          predecessors: [{ id: whole.id, version: whole.version }],
          successors: [{ id: own(), heir: true }],
        },
      },
      admin,
    );
    expect(wrong.error).toMatchObject({ code: 'org-split-shape', message: expect.stringContaining('ít nhất hai') });
  });
});

test('a unit that works here is founded by a unit above it, not by whoever keeps the entry above', async () => {
  const province = await make({ code: 'tinh-giu', name: 'tỉnh Giữ', level: 'province' });
  const body = {
    code: 'xa-that',
    name: 'xã Thật',
    shortName: 'Thật',
    level: 'commune',
    parentId: province.id,
    validFrom: day('2022-01-01'),
    validTo: null,
    citation,
  };
  const refused = await t.call(createUnit, { body }, admin);
  expect(refused).toMatchObject({ status: 403, error: { code: 'org-unit-not-yours' } });
  const step = [{ op: 'create', id: randomUUID(), ...body, from: '2022-01-01', keptBy: null, fold: 'xa that' }];
  await expect(
    inTransaction(t.services.appPool, t.unit.id, 'write', (_, client) =>
      client.query(`select write_units($1::jsonb, '2022-03-15')`, [JSON.stringify(step)]),
    ),
  ).rejects.toThrow(/by the unit above/);
});

test('a host belongs to one unit', async () => {
  const { version } = await get(own());
  const body = { host: 'xa-thu-nghiem.example.vn', version };
  const set = await t.call(setUnitHost, { params: { id: own() }, body }, admin);
  expect(set.body.host).toBe('xa-thu-nghiem.example.vn');
  await t.owner.query(`update unit set host = 'da-dung.example.vn' where id = $1`, [t.otherUnit.id]);
  const taken = await t.call(
    setUnitHost,
    { params: { id: own() }, body: { host: 'da-dung.example.vn', version: version + 1 } },
    admin,
  );
  expect(taken).toMatchObject({ status: 409, error: { code: 'org-host-taken' } });
});

test('a unit above changes units under it, and nobody else’s', async () => {
  const above = { ...t.unit };
  await t.owner.query(
    `insert into unit_parent (unit_id, parent_id, valid_from, citation) values ($1, $2, '2000-01-01', 'giả định')`,
    [t.otherUnit.id, above.id],
  );
  await t.owner.query('select rebuild_unit_ancestors($1::uuid[])', [[t.otherUnit.id]]);
  const below = t.otherUnit.id as string as Id;
  const renamed = await t.call(
    renameUnit,
    {
      params: { id: below },
      body: { name: 'xã Được Đổi', shortName: 'Được Đổi', from: day('2022-03-01'), citation, version: 1 },
    },
    admin,
  );
  expect(renamed.body.name).toBe('xã Được Đổi');
  const upward = await t.call(
    renameUnit,
    {
      params: { id: own() },
      body: {
        name: 'xã Bị Đổi',
        shortName: 'Bị Đổi',
        from: day('2026-01-01'),
        citation,
        version: (await get(own())).version,
      },
    },
    { as: await t.account('admin', t.otherUnit) },
  );
  expect(upward).toMatchObject({ status: 403, error: { code: 'org-unit-not-yours' } });
});

test('the database itself refuses what no handler asks', async () => {
  const steps = (id: string) =>
    JSON.stringify([{ op: 'name', id, name: 'xã Lạ', shortName: 'Lạ', from: '2022-01-01' }]);
  const write = (as: UnitId, id: string) =>
    inTransaction(t.services.appPool, as, 'write', (_, client) =>
      client.query(`select write_units($1::jsonb, '2022-03-15')`, [steps(id)]),
    );
  await expect(write(t.otherUnit.id, t.unit.id)).rejects.toThrow(/another unit/);
  const client = await t.services.appPool.connect();
  await expect(client.query(`update unit set name = 'x' where id = $1`, [t.unit.id])).rejects.toThrow(
    /permission denied/,
  );
  await expect(client.query('select write_units($1::jsonb, now()::date)', [steps(t.unit.id)])).rejects.toThrow(
    /another unit/,
  );
  client.release();
});
