import ExcelJS from 'exceljs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/plain-date.ts';
import { isWorkingDay, knowsYear, lastWorkingDayOnOrBefore, type WorkingCalendar } from '#kernel/working-calendar.ts';
import { inTransaction } from '#server/db.ts';
import { loadNationalCalendar } from '#server/national-calendar.ts';
import { roles, startTestApp, type TestApp } from '#test/app.ts';
import { anAccount, type TestAccount } from '#test/factories.ts';
import {
  enterNotice,
  getCalendar,
  readNoticeFile,
  setCalendarDay,
  setCalendarWeek,
  withdrawCalendarDay,
  withdrawCalendarWeek,
} from './contract.ts';
import { loadWorkingCalendar } from './queries.ts';

let t: TestApp;
let far: TestAccount;
beforeAll(async () => {
  t = await startTestApp();
  far = await anAccount(t.owner, t.otherUnit.id, { roles: ['admin'] });
});
afterAll(() => t.close());

const date = (text: string) => text as PlainDate;
const load = (unit = t.unit): Promise<WorkingCalendar> =>
  inTransaction(t.services.appPool, unit.id, 'read', (db) => loadWorkingCalendar(db, unit.id));
const entryOf = async (day: string, as: TestAccount | 'admin' = 'admin') => {
  const { body } = await t.call(getCalendar, { query: { year: Number(day.slice(0, 4)) } }, { as });
  return body.entries.find((one) => one.day === day);
};
const storm = { day: date('2022-10-14'), kind: 'special', name: 'Nghỉ tránh bão', citation: 'Công điện 5/CĐ' } as const;

describe('the calendar of a new unit', () => {
  test('is the national one, for everybody signed in', async () => {
    for (const role of roles) {
      const { status, body } = await t.call(getCalendar, { query: { year: 2022 } }, { as: role });
      expect([status, body.revision, body.entries.length]).toEqual([200, 0, 11]);
    }
    expect((await t.call(getCalendar, { query: { year: 2022 } })).status).toBe(401);
    const { body } = await t.call(getCalendar, { query: { year: 2027 } }, { as: 'viewer' });
    expect(body.years.find((one) => one.year === 2027)).toMatchObject({ announced: false, source: 'national' });
    expect(body.years.some((one) => one.year === 2028)).toBe(false);
  });

  test('rolls the end of January 2022 back before Tết', async () => {
    const calendar = await load();
    expect(lastWorkingDayOnOrBefore(calendar, date('2022-01-31'))).toBe('2022-01-28');
    expect([2022, 2027].map((year) => knowsYear(calendar, year))).toEqual([true, false]);
  });

  test('is made once, until an entry is made', async () => expect(await load()).toBe(await load()));
});

test('a release with another national calendar reaches every unit, and tells it', async () => {
  const client = new pg.Client({ connectionString: t.database.urls.owner });
  await client.connect();
  const told = () => client.query(`select unit_id from outbox where topic = 'calendar.changed' order by unit_id`);
  await loadNationalCalendar(client);
  expect((await told()).rows).toEqual([]);
  await client.query(
    `update national_calendar set sha256 = 'former'; delete from national_day where day = '2022-01-31'`,
  );
  expect(isWorkingDay(await load(), date('2022-01-31'))).toBe(true);
  await loadNationalCalendar(client);
  expect(isWorkingDay(await load(), date('2022-01-31'))).toBe(false);
  const units = (await told()).rows.map((row) => row.unit_id);
  expect(units).toEqual(expect.arrayContaining([t.unit.id, t.otherUnit.id]));
  await client.query('delete from outbox');
  await client.end();
});

describe('a day', () => {
  test('is entered, changed with a reason, and withdrawn; each step is logged and told', async () => {
    const { body } = await t.call(setCalendarDay, { body: { ...storm, version: 0 } }, { as: 'admin' });
    expect(isWorkingDay(await load(), storm.day)).toBe(false);
    expect(isWorkingDay(await load(t.otherUnit), storm.day)).toBe(true);
    expect(await entryOf(storm.day)).toMatchObject({ source: 'unit', version: body.revision, national: null });
    expect(await entryOf(storm.day, far)).toBeUndefined();

    const renamed = { ...storm, name: 'Nghỉ tránh bão số 5', version: body.revision };
    const silent = await t.call(setCalendarDay, { body: renamed }, { as: 'admin' });
    expect([silent.status, silent.error?.code]).toEqual([409, 'calendar-reason-missing']);
    const told = await t.call(setCalendarDay, { body: { ...renamed, reason: 'Ghi rõ cơn bão' } }, { as: 'admin' });
    const stale = await t.call(setCalendarDay, { body: { ...renamed, reason: 'Ghi rõ' } }, { as: 'admin' });
    expect([stale.status, stale.error?.code]).toEqual([409, 'stale-version']);
    expect(stale.error?.details).toMatchObject({ current: { name: 'Nghỉ tránh bão số 5' } });

    const out = { day: storm.day, reason: 'Bão tan', version: told.body.revision };
    expect((await t.call(withdrawCalendarDay, { body: out }, { as: far })).status).toBe(409);
    expect((await t.call(withdrawCalendarDay, { body: out }, { as: 'admin' })).status).toBe(200);
    expect(isWorkingDay(await load(), storm.day)).toBe(true);
    expect((await t.call(withdrawCalendarDay, { body: out }, { as: 'admin' })).status).toBe(409);

    const { rows } = await t.owner.query(
      `select action from log_entry where record_type = 'calendar-day' and record_id = $1 order by id`,
      [storm.day],
    );
    expect(rows.map((row) => row.action)).toEqual([
      'calendar-day.entered',
      'calendar-day.changed',
      'calendar-day.withdrawn',
    ]);
    const kept = await t.owner.query('select name from calendar_day where day = $1 order by revision', [storm.day]);
    expect(kept.rows.map((row) => row.name)).toEqual(['Nghỉ tránh bão', 'Nghỉ tránh bão số 5', '']);
    const events = await t.owner.query(`select count(*)::int as n from outbox where topic = 'calendar.changed'`);
    expect(events.rows[0].n).toBe(3);
  });

  test('of the country is worked when the unit says so', async () => {
    const day = date('2024-04-29');
    const body = { day, kind: 'ordinary', name: 'Không hoán đổi', citation: 'QĐ 12/QĐ-UBND', version: 0 } as const;
    expect((await t.call(setCalendarDay, { body }, { as: 'admin' })).error?.code).toBe('calendar-reason-missing');
    const set = await t.call(setCalendarDay, { body: { ...body, reason: 'Xã vẫn làm việc' } }, { as: 'admin' });
    expect(isWorkingDay(await load(), day)).toBe(true);
    expect(await entryOf(day)).toMatchObject({ kind: 'ordinary', national: { kind: 'swapped' } });
    const out = { day, reason: 'Nhập nhầm', version: set.body.revision };
    await t.call(withdrawCalendarDay, { body: out }, { as: 'admin' });
    expect(isWorkingDay(await load(), day)).toBe(false);
    expect(await entryOf(day)).toMatchObject({ source: 'national', version: 0, kind: 'swapped' });
  });

  test.each([
    ['2022-10-15', 'special', 'calendar-off-anyway'],
    ['2022-10-15', 'compensatory', 'calendar-off-anyway'],
    ['2022-10-14', 'worked', 'calendar-worked-anyway'],
    ['2022-10-14', 'ordinary', 'calendar-nothing-to-cancel'],
  ] as const)('%s cannot be %s', async (day, kind, code) => {
    const body = { ...storm, day: date(day), kind, version: 0 };
    const refused = await t.call(setCalendarDay, { body }, { as: 'admin' });
    expect([refused.status, refused.error?.code]).toEqual([409, code]);
    expect((refused.error?.message ?? '').length).toBeGreaterThan(20);
  });

  test('of two people at one time one is told what the other entered', async () => {
    const ask = (name: string) =>
      t.call(setCalendarDay, { body: { ...storm, day: date('2022-10-17'), name, version: 0 } }, { as: 'admin' });
    const answers = await Promise.all([ask('Người thứ nhất'), ask('Người thứ hai')]);
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409]);
  });
});

describe('the notice of a year', () => {
  const notice = {
    year: 2027,
    announced: true,
    citation: 'Thông báo 1/TB-BNV',
    days: [
      { day: date('2027-02-08'), kind: 'holiday', name: 'Tết Nguyên đán', citation: 'Thông báo 1/TB-BNV' },
      { day: date('2027-01-01'), kind: 'holiday', name: 'Tết Dương lịch', citation: 'Thông báo 1/TB-BNV' },
    ],
  } as const;
  const send = async (more: object = {}, as: TestAccount | 'admin' = 'admin') => {
    const { body } = await t.call(getCalendar, { query: { year: 2027 } }, { as });
    return t.call(
      enterNotice,
      { body: { ...notice, days: [...notice.days], revision: body.revision, ...more } },
      { as },
    );
  };

  test('is entered once and changes nothing the second time', async () => {
    expect((await send()).error?.code).toBe('calendar-notice-changes');
    const first = await send({ reason: 'Đã có thông báo chính thức' });
    expect(first.body).toMatchObject({ added: 1, changed: 1, same: 0 });
    expect(knowsYear(await load(), 2027)).toBe(true);
    expect(isWorkingDay(await load(), date('2027-02-08'))).toBe(false);
    expect(knowsYear(await load(t.otherUnit), 2027)).toBe(false);
    const again = await send();
    expect(again.body).toEqual({ revision: first.body.revision, added: 0, changed: 0, same: 2 });
  });

  test('is refused as a whole for a day that cannot be, or when the calendar moved on', async () => {
    const two = { ...notice.days[0], day: date('2027-02-08') };
    expect((await send({ days: [two, two] })).error?.code).toBe('calendar-day-twice');
    expect((await send({ days: [{ ...two, day: '2028-02-08' }] })).error?.code).toBe('calendar-other-year');
    expect((await send({ days: [{ ...two, kind: 'worked' }] })).error?.code).toBe('calendar-worked-anyway');
    expect((await send({ revision: 0, year: 2028, days: [] })).error?.code).toBe('stale-version');
  });

  test('comes from Excel or CSV as cells', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Lịch');
    sheet.addRow(['Ngày', 'Loại', 'Tên']);
    sheet.addRow([new Date(Date.UTC(2027, 1, 8)), 'Nghỉ lễ', { richText: [{ text: 'Tết ' }, { text: 'Nguyên đán' }] }]);
    sheet.addRow([null, { formula: '"Nghỉ"', result: 'Nghỉ bù' }, 5]);
    const content = Buffer.from(await workbook.xlsx.writeBuffer());
    const excel = await t.call(readNoticeFile, { file: { name: 'lich.xlsx', content } }, { as: 'admin' });
    expect(excel.body.rows).toEqual([
      ['Ngày', 'Loại', 'Tên'],
      ['2027-02-08', 'Nghỉ lễ', 'Tết Nguyên đán'],
      ['', 'Nghỉ bù', '5'],
    ]);
    const csv = await t.call(
      readNoticeFile,
      { file: { name: 'lich.csv', content: Buffer.from('08/02/2027;Nghỉ lễ;Tết\n'), type: 'text/csv' } },
      { as: 'admin' },
    );
    expect(csv.body.rows).toEqual([['08/02/2027', 'Nghỉ lễ', 'Tết']]);
    const broken = { name: 'lich.xlsx', content: Buffer.from('PK\u0003\u0004 hỏng') };
    const refused = await t.call(readNoticeFile, { file: broken }, { as: 'admin' });
    expect([refused.status, refused.error?.code]).toEqual([400, 'sheet-unreadable']);
  });
});

describe('the office week', () => {
  const morning = [{ from: '07:30', to: '11:30' }];
  const six = { 1: morning, 2: morning, 3: morning, 4: morning, 5: morning, 6: morning };
  const body = { effectiveFrom: date('2023-07-01'), week: six, citation: 'QĐ 3/QĐ-UBND', version: 0 };

  test('of a unit holds from its day, and the national one again when it is withdrawn', async () => {
    const set = await t.call(setCalendarWeek, { body }, { as: 'admin' });
    const saturdays = ['2023-06-24', '2023-07-01'].map(date);
    let calendar = await load();
    expect(saturdays.map((day) => isWorkingDay(calendar, day))).toEqual([false, true]);
    const silent = await t.call(setCalendarWeek, { body: { ...body, version: set.body.revision } }, { as: 'admin' });
    expect(silent.error?.code).toBe('calendar-week-taken');
    expect((await t.call(setCalendarWeek, { body }, { as: 'admin' })).error?.code).toBe('stale-version');
    const out = { effectiveFrom: body.effectiveFrom, reason: 'Thôi thí điểm', version: set.body.revision };
    expect((await t.call(withdrawCalendarWeek, { body: out }, { as: 'admin' })).status).toBe(200);
    calendar = await load();
    expect(saturdays.map((day) => isWorkingDay(calendar, day))).toEqual([false, false]);
  });

  test.each([
    [{}, 'không ngày nào'],
    [{ 1: [{ from: '11:30', to: '07:30' }] }, 'giờ ngược'],
    [{ 1: [...morning, { from: '11:00', to: '12:00' }] }, 'buổi chồng nhau'],
    [{ 1: [{ from: '7h', to: '11h' }] }, 'giờ sai dạng'],
  ])('%j is refused (%s)', async (week, _why) => {
    expect((await t.call(setCalendarWeek, { body: { ...body, week: week as never } }, { as: 'admin' })).status).toBe(
      400,
    );
  });
});
