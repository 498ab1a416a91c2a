import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { inTransaction } from '#server/db.ts';
import { loadNationalProcedures } from '#server/national-procedures.ts';
import { roles, startTestApp, type TestApp } from '#test/app.ts';
import { aDepartment } from '#test/factories.ts';
import {
  abolishProcedure,
  addProcedureVersion,
  changeProcedureSettings,
  countProcedures,
  getProcedure,
  listProcedures,
  switchProcedure,
} from './contract/catalogue.ts';
import { listLifeEvents, saveLifeEvent } from './contract/life-events.ts';
import { componentsFor } from './domain/components-for.ts';
import { feesFor } from './domain/fees-for.ts';
import type { ProcedureContent, TermRule } from './domain/procedure-content.ts';
import { termFor } from './domain/term-for.ts';
import { findOffered, getProcedureFor } from './queries.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const today = '2022-03-15' as PlainDate;
const inUnit = <T>(work: Parameters<typeof inTransaction<T>>[3], unit = t.unit) =>
  inTransaction(t.services.appPool, unit.id, 'read', work);
const offered = (words: string, unit = t.unit) => inUnit((db) => findOffered(db, unit.id, { words, day: today }), unit);
const procedureFor = (code: string, day = today) => inUnit((db) => getProcedureFor(db, t.unit.id, code, day));
const page = async (code: string, query: { on?: PlainDate; version?: Id } = {}) => {
  const answer = await t.call(getProcedure, { params: { code }, query }, { as: 'clerk' });
  expect(answer.error).toBeUndefined();
  return answer.body;
};
const list = async (query: Record<string, string | number>) => {
  const answer = await t.call(listProcedures, { query }, { as: 'viewer' });
  expect(answer.error).toBeUndefined();
  return answer.body;
};

const days = (count: number): TermRule => ({
  channel: null,
  case: null,
  term: { unit: 'working-day', milli: count * 1_000 },
  bareMilli: null,
  counting: 'days',
  legalBasis: null,
  note: null,
});

const noSettings = {
  terms: [],
  fees: [],
  citation: null,
  note: null,
  positionId: null,
  departmentId: null,
  receptionPointIds: [],
};

const ownContent: ProcedureContent = {
  name: 'Xác nhận hộ trồng rau sạch',
  field: 'Nông nghiệp (thử)',
  level: 'Cấp xã',
  decision: '12/QĐ-UBND',
  channels: ['counter', 'online'],
  onlineLevel: 'partial',
  isLinked: false,
  cases: [],
  terms: [days(2)],
  fees: [],
  components: [],
  results: [{ name: 'Giấy xác nhận', code: null }],
  questions: [],
  localCode: null,
  source: 'Bản thử',
  verified: true,
  unverifiedFields: [],
  note: null,
};

describe('searching', () => {
  test.each([
    ['dang ky khai sinh', '1.001193'],
    ['KHAI SINH đăng ký', '1.001193'],
    ['1.001193', '1.001193'],
    ['001193', '1.001193'],
    ['chung thuc ban sao', '2.000815'],
    ['ket hon', '1.000894'],
    ['ho kinh doanh thanh lap', '1.001612'],
    ['giay phep xay dung moi', '1.013225'],
  ])('"%s" finds %s first', async (words, code) => {
    expect((await offered(words))[0]?.code).toBe(code);
    expect((await list({ q: words, size: 5 })).rows[0]?.code).toBe(code);
  });

  test('finds nothing for what is not there, and takes signs as signs', async () => {
    for (const words of ['khongcothutucnay', '%', "'; drop table", '____']) {
      const { rows, total } = await list({ q: words });
      if (words === '%' || words === '____') continue;
      expect([rows.length, total]).toEqual([0, 0]);
    }
  });

  test('by field, by life event, in pages, each row once', async () => {
    const civil = await list({ field: 'Hộ tịch', size: 200 });
    expect(civil.total).toBe(37);
    const event = await list({ event: 'ket-hon', size: 200 });
    expect(event.rows.map((row) => row.code)).toContain('1.004873');
    const seen = new Set<string>();
    for (let at = 1; at <= 4; at += 1) for (const row of (await list({ page: at, size: 50 })).rows) seen.add(row.code);
    expect(seen.size).toBe(198);
    expect((await list({ page: 99, size: 50 })).total).toBe(198);
  });

  test('a number is found in a few milliseconds', async () => {
    await offered('1.001193');
    const begun = performance.now();
    for (let turn = 0; turn < 20; turn += 1) await offered('chung thuc');
    expect((performance.now() - begun) / 20).toBeLessThan(60);
  });
});

describe('what a unit says', () => {
  test('a procedure is switched off with a reason, is no longer offered, and comes back', async () => {
    const params = { code: '2.001023' };
    const silent = await t.call(switchProcedure, { params, body: { isOn: false, version: 0 } }, { as: 'focal' });
    expect(silent.error?.code).toBe('procedure-off-reason');
    const body = { isOn: false, reason: 'Chưa có phân quyền trên hệ thống tỉnh', version: 0 };
    const off = await t.call(switchProcedure, { params, body }, { as: 'focal', key: 'tat-thu-tuc-mot' });
    expect(off.body).toEqual({ code: '2.001023', isOn: false, version: 1 });
    const again = await t.call(switchProcedure, { params, body }, { as: 'focal', key: 'tat-thu-tuc-mot' });
    expect(again.body).toEqual(off.body);
    expect((await offered('2.001023')).length).toBe(0);
    expect((await offered('2.001023', t.otherUnit)).length).toBe(1);
    expect(await page('2.001023')).toMatchObject({ isOn: false, offReason: body.reason, version: 1 });
    expect((await list({ state: 'off' })).rows.map((row) => row.code)).toEqual(['2.001023']);
    const stale = await t.call(switchProcedure, { params, body: { isOn: true, version: 0 } }, { as: 'focal' });
    expect([stale.status, stale.error?.code]).toEqual([409, 'stale-version']);
    const on = await t.call(switchProcedure, { params, body: { isOn: true, version: 1 } }, { as: 'admin' });
    expect(on.body).toMatchObject({ isOn: true, version: 2 });
    expect((await offered('2.001023')).length).toBe(1);
  });

  test('a number without its unit lets no dossier begin until the unit says what it counts', async () => {
    const before = await procedureFor('1.000894');
    expect(termFor(before, 'counter', null)).toEqual({
      ok: false,
      code: 'procedure-term-without-unit',
      params: { value: 1_000 },
    });
    expect((await list({ state: 'no-term', size: 200 })).rows.map((row) => row.code)).toContain('1.000894');
    const send = (body: object) =>
      t.call(
        changeProcedureSettings,
        { params: { code: '1.000894' }, body: { ...noSettings, version: 0, ...body } as never },
        { as: 'focal' },
      );
    expect((await send({ terms: [days(5)] })).error?.code).toBe('procedure-citation-missing');
    expect((await send({ terms: [days(0)], citation: 'QĐ 1' })).error?.code).toBe('procedure-term-empty');
    expect((await send({ terms: [days(5), days(4)], citation: 'QĐ 1' })).error?.code).toBe('procedure-term-twice');
    expect((await send({ terms: [{ ...days(5), case: 'la' }], citation: 'QĐ 1' })).error?.code).toBe(
      'procedure-case-unknown',
    );
    const departmentId = await aDepartment(t.owner, t.unit.id);
    const saved = await send({ terms: [days(5)], citation: 'Quyết định 99/QĐ-UBND (giả định)', departmentId });
    expect(saved.body).toMatchObject({ version: 1 });
    const after = await procedureFor('1.000894');
    expect(termFor(after, 'online', null)).toMatchObject({
      ok: true,
      term: { unit: 'working-day', milli: 5_000 },
      legalBasis: 'Quyết định 99/QĐ-UBND (giả định)',
      from: 'unit',
    });
    expect((await page('1.000894')).department?.id).toBe(departmentId);
  });

  test('places of another unit are refused', async () => {
    const departmentId = await aDepartment(t.owner, t.otherUnit.id);
    const answer = await t.call(
      changeProcedureSettings,
      { params: { code: '1.000656' }, body: { ...noSettings, departmentId, version: 0 } },
      { as: 'focal' },
    );
    expect([answer.status, answer.error?.code]).toEqual([409, 'procedure-place-unknown']);
  });

  test('an amount the council sets is the unit’s to enter, with who pays less', async () => {
    const code = '1.004859';
    const before = await procedureFor(code);
    const [fee] = before.content.fees;
    if (!fee) throw new Error('no fee');
    expect(feesFor(before, 'counter', null)[0]?.amount).toBeNull();
    const exemptions = [{ reason: 'poor' as const, amount: 0, legalBasis: null }];
    const fees = [{ ...fee, amount: 15_000, exemptions }];
    const body = { ...noSettings, fees, citation: 'Nghị quyết 27 (giả định)', version: 0 };
    expect((await t.call(changeProcedureSettings, { params: { code }, body }, { as: 'admin' })).status).toBe(200);
    const after = await procedureFor(code);
    expect(feesFor(after, 'counter', null).map((one) => one.amount)).toEqual([15_000]);
    expect(feesFor(after, 'counter', null, ['poor'])[0]).toMatchObject({
      amount: 0,
      fullAmount: 15_000,
      exemption: 'poor',
    });
  });

  test.each(roles)('%s may or may not', async (role) => {
    const may = ['admin', 'focal'].includes(role);
    expect((await t.call(listProcedures, {}, { as: role })).status).toBe(200);
    const answer = await t.call(
      switchProcedure,
      { params: { code: '2.000497' }, body: { isOn: false, reason: 'thử quyền', version: 999 } },
      { as: role },
    );
    expect([answer.status, answer.error?.code]).toEqual(may ? [409, 'stale-version'] : [403, 'forbidden']);
  });
});

describe('versions', () => {
  const code = 'CM-xac-nhan-ho-trong-rau-sach';
  const add = (body: object, as: 'focal' | 'clerk' = 'focal', of = code) =>
    t.call(addProcedureVersion, { params: { code: of }, body: body as never }, { as });

  test('a unit adds a procedure of its own, changes it from a day, ends it; dossiers keep what they began under', async () => {
    const first = await add({ effectiveFrom: '2022-01-01', content: ownContent, after: null });
    expect(first.error).toBeUndefined();
    expect((await offered('rau sach')).map((one) => one.code)).toEqual([code]);
    expect((await offered('rau sach', t.otherUnit)).length).toBe(0);
    const begunUnder = first.body.versionId;

    const same = await add({ effectiveFrom: '2022-06-01', content: ownContent, after: begunUnder });
    expect(same.error?.code).toBe('procedure-version-same');
    const content = { ...ownContent, terms: [days(7)] };
    const blind = await add({ effectiveFrom: '2022-06-01', content, after: null });
    expect([blind.status, blind.error?.code]).toEqual([409, 'procedure-changed']);
    const second = await add({ effectiveFrom: '2022-06-01', content, after: begunUnder, reason: 'QĐ mới' });
    expect(second.error).toBeUndefined();

    expect(termFor(await procedureFor(code), 'counter', null)).toMatchObject({ term: { milli: 2_000 } });
    const later = await procedureFor(code, '2022-06-01' as PlainDate);
    expect(termFor(later, 'counter', null)).toMatchObject({ term: { milli: 7_000 } });

    const strange = await t.call(
      abolishProcedure,
      {
        params: { code },
        body: { from: '2022-09-01' as PlainDate, successorCode: '9.999999', reason: 'bãi bỏ thử', after: begunUnder },
      },
      { as: 'focal' },
    );
    expect(strange.error?.code).toBe('procedure-successor-unknown');
    const gone = await t.call(
      abolishProcedure,
      {
        params: { code },
        body: { from: '2022-09-01' as PlainDate, successorCode: '1.001193', reason: 'bãi bỏ thử', after: begunUnder },
      },
      { as: 'focal' },
    );
    expect(gone.error).toBeUndefined();
    const ended = await procedureFor(code, '2022-10-01' as PlainDate);
    expect(ended).toMatchObject({ abolished: true, successorCode: '1.001193' });
    expect((await page(code)).versions.map((one) => [one.effectiveFrom, one.effectiveTo, one.abolished])).toEqual([
      ['2022-09-01', null, true],
      ['2022-06-01', '2022-08-31', false],
      ['2022-01-01', '2022-05-31', false],
    ]);
    const kept = await procedureFor(begunUnder, '2022-10-01' as PlainDate);
    expect(termFor(kept, 'counter', null)).toMatchObject({ term: { milli: 2_000 } });
    expect((await page(code, { version: begunUnder })).content.terms[0]?.term?.milli).toBe(2_000);
  });

  test('a condition nobody can decide is refused, and so is an operator that is none', async () => {
    const paper = {
      code: 'tp-1',
      name: 'Đơn',
      originals: 1,
      copies: 0,
      required: true,
      presentOnly: false,
      hasForm: true,
      replaceableBy: null,
      channels: null,
      case: null,
      group: null,
      condition: { match: 'all', clauses: [{ question: 'khong-co', operator: 'is', values: ['co'] }] },
    };
    const of = 'CM-thu-dieu-kien';
    const send = (component: object) =>
      add(
        { effectiveFrom: '2022-01-01', content: { ...ownContent, components: [component] }, after: null },
        'focal',
        of,
      );
    expect((await send(paper)).error?.code).toBe('procedure-question-unknown');
    const odd = { match: 'all', clauses: [{ question: 'a', operator: 'greater', values: ['co'] }] };
    expect((await send({ ...paper, condition: odd })).status).toBe(400);
    expect((await send({ ...paper, case: 'la' })).error?.code).toBe('procedure-case-unknown');
    expect((await offered('rau sach')).some((one) => one.code === of)).toBe(false);
  });

  test('nobody without the permission adds any', async () => {
    expect((await add({ effectiveFrom: '2022-01-01', content: ownContent, after: null }, 'clerk')).status).toBe(403);
  });

  test('another unit’s version is not found by its id', async () => {
    const { rows } = await t.owner.query<{ id: string; code: string }>(
      `insert into procedure_version (unit_id, id, code, effective_from, revision, name, field, content, content_hash, fold, at, by_name)
       values ($1, gen_random_uuid(), 'CM-cua-ho', '2020-01-01', 1, 'Của họ', 'Thử', $2, '', 'cm-cua-ho cua ho', now(), 'Họ') returning id, code`,
      [t.otherUnit.id, ownContent],
    );
    const version = rows[0]?.id as Id;
    const answer = await t.call(getProcedure, { params: { code: 'CM-cua-ho' }, query: { version } }, { as: 'admin' });
    expect(answer.status).toBe(404);
  });
});

test('questions choose the papers of a birth', async () => {
  const { content } = await procedureFor('1.001193');
  const asked = (answers: Record<string, string>, channel: 'counter' | 'online' = 'counter') =>
    componentsFor(content, answers, channel);
  const open = asked({});
  expect(open.filter((one) => one.isOpen).length).toBe(3);
  const usual = asked({ 'hoi-1': 'khong', 'uy-quyen': 'khong', 'hoi-3': 'khong' });
  expect(usual.length).toBe(open.length - 3);
  expect(usual.some((one) => one.name.startsWith('Tờ khai'))).toBe(true);
  expect(asked({}, 'online').some((one) => one.name.startsWith('Tờ khai'))).toBe(false);
});

test('counts what asks something of the unit', async () => {
  const { body } = await t.call(countProcedures, {}, { as: 'officer' });
  expect(body.on).toBeGreaterThanOrEqual(198);
  expect(body.noTerm).toBeGreaterThan(5);
  expect(body.unverified).toBe(57);
});

test('another release adds revisions and takes nothing away; the same again does nothing', async () => {
  const client = await t.owner.connect();
  const count = async () =>
    (await client.query<{ n: number }>('select count(*)::int as n from national_procedure')).rows[0]?.n;
  const begunUnder = (await procedureFor('2.000942')).versionId;
  await loadNationalProcedures(client as unknown as pg.Client);
  expect(await count()).toBe(198);
  await client.query(`update national_procedure set content_hash = 'trước' where code = '2.000942'`);
  await client.query(`update national_catalogue set sha256 = 'trước'`);
  await loadNationalProcedures(client as unknown as pg.Client);
  expect(await count()).toBe(199);
  client.release();
  const held = await procedureFor('2.000942');
  expect(held.versionId).not.toBe(begunUnder);
  expect((await procedureFor(begunUnder)).code).toBe('2.000942');
  expect((await page('2.000942')).versions.map((one) => one.revision)).toEqual([2, 1]);
});

test('a life event is changed for one unit only', async () => {
  const events = async () => (await t.call(listLifeEvents, {}, { as: 'clerk' })).body.events;
  const before = (await events()).find((one) => one.code === 'sinh-con');
  const body = { name: 'Sinh con', sort: 5, procedureCodes: ['1.001193'], isShown: true, version: 0 };
  const saved = await t.call(saveLifeEvent, { params: { code: 'sinh-con' }, body }, { as: 'admin' });
  expect(saved.body).toMatchObject({ own: true, version: 1 });
  expect((await list({ event: 'sinh-con' })).rows.map((row) => row.code)).toEqual(['1.001193']);
  const strange = { ...body, procedureCodes: ['0.000000'], version: 1 };
  const refused = await t.call(saveLifeEvent, { params: { code: 'sinh-con' }, body: strange }, { as: 'admin' });
  expect(refused.error?.code).toBe('procedure-life-event-code');
  const { rows } = await t.owner.query<{ n: number }>(
    `select cardinality(procedure_codes) as n from national_life_event where code = 'sinh-con'`,
  );
  expect(rows[0]?.n).toBe(before?.procedureCodes.length);
});
