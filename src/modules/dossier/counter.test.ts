import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { newId } from '#server/ids.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import {
  aDossierOffice,
  anIntake,
  business,
  certifiedCopy,
  Desk,
  type DossierOffice,
  type Walking,
} from '#test/dossier-office.ts';
import * as acts from './contract/acts.ts';
import * as contract from './contract/receive.ts';

/** The counter: taking in, asking for more, refusing, entering paper afterwards. */
let t: TestApp;
let office: DossierOffice;
let desk: Desk;
beforeAll(async () => {
  t = await startTestApp();
  office = await aDossierOffice(t);
  desk = new Desk(t, office);
});
afterAll(() => t.close());
beforeEach(() => t.clock.set('2022-03-15T09:00:00+07:00'));

async function rowOf({ id }: Pick<Walking, 'id'>) {
  const { rows } = await t.owner.query('select * from dossier where id = $1', [id]);
  return rows[0];
}
const receives = (body: object, key?: string, as = office.clerk) =>
  t.call(contract.receiveDossier, { body } as never, { as, ...(key ? { key } : {}) });

describe('receiving', () => {
  test('gives code, dates with their reason, and form 01 as printed', async () => {
    const submitter = {
      name: 'Trần Mẫu Nộp Thay',
      number: null,
      phone: null,
      email: null,
      address: null,
      paper: 'Giấy ủy quyền',
    };
    const { body } = await receives({ intake: anIntake({ procedureCode: business, submitter }) });
    expect(body).toMatchObject({ state: 'accepted', version: 1, due: { current: '2022-03-18T17:00:00+07:00' } });
    const { rows } = await t.owner.query('select kind, regime, year, content from dossier_form where dossier_id = $1', [
      body.id,
    ]);
    expect(rows).toMatchObject([
      {
        ...{ kind: 'receipt', regime: 'tt01-2018', year: 2022 },
        content: {
          code: body.code,
          term: '3 ngày làm việc',
          submitter: { paper: 'Giấy ủy quyền' },
          byTitle: 'Phụ trách Một cửa',
        },
      },
    ]);
    expect(rows[0].content.explanation.length).toBeGreaterThan(2);
    expect(rows[0].content.components).toHaveLength(2);
    expect(await rowOf(body)).toMatchObject({
      rules_code: 'nd-61-2018',
      received_by: office.clerk.id,
      calendar_revision: 0,
    });
    const log = await t.owner.query('select action from log_entry where record_id = $1', [body.id]);
    expect(log.rows).toEqual([{ action: 'dossier.receive' }]);
  });

  test('warns of the same person with the same procedure, and goes on knowingly', async () => {
    const intake = anIntake();
    const first = await receives({ intake });
    const again = await receives({ intake });
    expect([again.status, again.error?.code]).toEqual([409, 'dossier-same-open']);
    expect(again.error?.message).toContain(first.body.code);
    const knowingly = await receives({ intake, knowinglyTwice: true });
    expect(knowingly.body.code).not.toBe(first.body.code);
  });

  test.each<[string, object, string]>([
    ['a procedure nobody knows', { procedureCode: '9.999999' }, 'dossier-procedure-unknown'],
    ['a case it does not have', { caseCode: 'khong-co' }, 'dossier-case-unknown'],
    [
      'a reception point that is not there',
      { receptionPointId: '01890000-0000-7000-8000-000000000000' },
      'dossier-point-wrong',
    ],
    ['an identity number of another form', { owner: { ...anIntake().owner, number: '12345' } }, 'dossier-number-wrong'],
    ['an invented number', { owner: { ...anIntake().owner, number: '000000000000' } }, 'dossier-number-wrong'],
    [
      'a paper that is missing',
      { components: [{ ...anIntake().components[0], handed: 'missing' }] },
      'dossier-papers-missing',
    ],
    [
      'a scan that is not there',
      { components: [{ ...anIntake().components[0], evidenceId: newId() }] },
      'dossier-evidence-unknown',
    ],
  ])('refuses %s', async (_, given, code) => {
    const { error } = await receives({ intake: { ...anIntake(), ...given } });
    expect(error?.code).toBe(code);
  });

  test('no number at all is no hindrance', async () => {
    const owner = { ...anIntake().owner, number: null, phone: null };
    expect((await receives({ intake: anIntake({ owner }) })).status).toBe(200);
  });

  test('an immediate one is received, signed and handed over in one step; others are not', async () => {
    const finished = { title: 'Bản sao chứng thực', number: '15', toName: 'Nguyễn Thị Mẫu' };
    const done = await receives({ intake: anIntake({ procedureCode: certifiedCopy }), finished });
    expect(done.body).toMatchObject({ state: 'returned', forms: [] });
    expect(done.body.code).toMatch(/^H56\.22\.17-220315-/);
    expect(await rowOf(done.body)).toMatchObject({
      ended_on: '2022-03-15',
      late_first: false,
      outcome: 'positive',
      live: false,
    });
    const { rows } = await t.owner.query(
      'select act, from_state, to_state from dossier_act where dossier_id = $1 order by seq',
      [done.body.id],
    );
    expect(rows).toEqual([
      { act: 'receive', from_state: 'submitted', to_state: 'accepted' },
      { act: 'sign-result', from_state: 'accepted', to_state: 'result-ready' },
      { act: 'hand-over', from_state: 'result-ready', to_state: 'returned' },
    ]);
    expect((await receives({ intake: anIntake(), finished })).error?.code).toBe('dossier-not-immediate');
  });

  test('after 15:00 it is transferred with the next working day; the term does not move', async () => {
    t.clock.set('2022-03-15T15:30:00+07:00');
    const { body } = await receives({ intake: anIntake({ procedureCode: business }) });
    expect(body.due.current).toBe('2022-03-18T17:00:00+07:00');
    expect((await rowOf(body)).step_due_at > '2022-03-16').toBe(true);
  });

  test('replayed it has one effect, under the same code', async () => {
    const key = randomUUID();
    const intake = anIntake();
    const first = await receives({ intake }, key);
    const again = await receives({ intake }, key);
    expect([again.status, again.body]).toEqual([200, first.body]);
    const { rows } = await t.owner.query('select count(*)::integer as n from dossier where owner_number = $1', [
      intake.owner.number,
    ]);
    expect(rows).toEqual([{ n: 1 }]);
    expect((await receives({ intake: anIntake() }, key)).error?.code).toBe('idempotency-key-reused');
  });

  test('without an identification code of the unit nothing is received, and it is said what to do', async () => {
    t.clock.set('2020-09-14T09:00:00+07:00');
    const { error } = await receives({ intake: anIntake() });
    expect(error).toMatchObject({ code: 'dossier-agency-code-missing' });
    expect(error?.message).toContain('Cài đặt');
  });

  test('100 at once get codes without gap or double', async () => {
    t.clock.set('2022-03-17T09:00:00+07:00');
    const answers = await Promise.all(
      Array.from({ length: 100 }, async (_, index) => {
        // Every tenth is refused late, after others took their numbers: it must leave no gap.
        const intake = anIntake(index % 10 === 9 ? { procedureCode: '9.999999' } : {});
        return receives({ intake }, undefined, index % 2 === 0 ? office.clerk : office.otherClerk);
      }),
    );
    const codes = answers.flatMap((one) => (one.error ? [] : [one.body.code])).sort();
    expect(codes).toEqual(
      Array.from({ length: 90 }, (_, index) => `H56.22.17-220317-${String(index + 1).padStart(4, '0')}`),
    );
    const { rows } = await t.owner.query(`select number from dossier_form where kind = 'receipt' order by number`);
    expect(rows.map((row) => row.number)).toEqual(rows.map((_, index) => index + 1));
  });
});

test('a receipt that fails after its number was taken leaves no gap', async () => {
  t.clock.set('2022-03-18T09:00:00+07:00');
  await t.owner.query(`create function fail_here() returns trigger language plpgsql as $$ begin
    if new.owner_name = 'Người Hỏng Mẫu' then raise exception 'broken on purpose'; end if; return new; end $$`);
  await t.owner.query('create trigger fail_here before insert on dossier for each row execute function fail_here()');
  const broken = { ...anIntake().owner, name: 'Người Hỏng Mẫu' };
  const [one, failed, two] = await Promise.all([
    receives({ intake: anIntake() }),
    receives({ intake: anIntake({ owner: broken }) }),
    receives({ intake: anIntake() }),
  ]);
  await t.owner.query('drop trigger fail_here on dossier; drop function fail_here');
  expect(failed?.status).toBe(500);
  const codes = [one, two].map((answer) => answer?.body.code).sort();
  expect(codes).toEqual(['H56.22.17-220318-0001', 'H56.22.17-220318-0002']);
});

test('an answer waits until its end is on disk, though the counter is free before', async () => {
  const asked: string[] = [];
  const query = pg.Client.prototype.query;
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...given: unknown[]
  ) {
    asked.push(typeof given[0] === 'string' ? given[0] : '');
    return (query as (...all: unknown[]) => unknown).apply(this, given) as never;
  });
  const { status } = await receives({ intake: anIntake() });
  spy.mockRestore();
  expect(status).toBe(200);
  const finish = asked.findIndex((text) => text.includes('finish_write('));
  expect(asked[finish]).toContain('synchronous_commit = off');
  expect(asked.slice(finish + 1).join()).toContain('pg_logical_emit_message');
});

describe('turning away', () => {
  const items = [{ name: 'Giấy chứng tử bản chính', note: '' }];
  const reason = 'chưa có giấy chứng tử';
  const until = plainDate(2022, 3, 25);

  test('asks once and in full; what is brought makes it a submitted one, accepted with a code of that day', async () => {
    const asked = await t.call(
      contract.askAtIntake,
      { body: { intake: anIntake(), items, reason, until } },
      { as: office.clerk },
    );
    expect(asked.body).toMatchObject({ state: 'intake-supplement', code: null, forms: [{ kind: 'supplement' }] });
    const dossier: Walking = { ...asked.body };
    expect(await desk.codeOf(acts.receiveSubmitted, dossier, office.clerk)).toBe('dossier-waits-for-intake-supplement');
    t.clock.set('2022-03-21T09:00:00+07:00');
    await desk.does(acts.resubmit, dossier, office.otherClerk, {});
    expect(await desk.codeOf(acts.askSubmitted, dossier, office.clerk, { items, reason, until: null })).toBe(
      'dossier-intake-supplement-used',
    );
    const received = await desk.does(acts.receiveSubmitted, dossier, office.clerk, {});
    expect(received).toMatchObject({
      state: 'accepted',
      due: { first: '2022-04-04T17:00:00+07:00' },
      forms: [{ kind: 'receipt' }],
    });
    expect(received.code).toMatch(/^H56\.22\.17-220321-/);
    expect(await rowOf(dossier)).toMatchObject({
      received_on: '2022-03-21',
      step_no: 1,
      position_id: office.posts.clerk,
    });
  });

  test('closes what nobody completed, after the day and not before', async () => {
    const asked = await t.call(
      contract.askAtIntake,
      { body: { intake: anIntake(), items, reason, until } },
      { as: office.clerk },
    );
    const dossier: Walking = { ...asked.body };
    expect(await desk.codeOf(acts.closeNoSupplement, dossier, office.clerk, { reason: 'không bổ sung' })).toBe(
      'dossier-supplement-still-open',
    );
    t.clock.set('2022-03-26T09:00:00+07:00');
    await desk.does(acts.closeNoSupplement, dossier, office.clerk, { reason: 'không bổ sung' });
    expect(await rowOf(dossier)).toMatchObject({ state: 'closed-no-supplement', code: null, ended_on: null });
  });

  test('refuses at the door with a form and a reason', async () => {
    const refused = await t.call(
      contract.refuseAtIntake,
      { body: { intake: anIntake(), reason: 'không thuộc thẩm quyền' } },
      { as: office.clerk },
    );
    expect(refused.body).toMatchObject({ state: 'refused', code: null, forms: [{ kind: 'refusal' }] });
    expect(await desk.codeOf(acts.receiveSubmitted, { ...refused.body }, office.clerk)).toBe('dossier-was-refused');
  });
});

describe('paper in a day without a line', () => {
  const reserve = async (count: number) =>
    (await t.call(contract.reserveCodes, { body: { count } }, { as: office.clerk })).body.codes;
  const afterwards = (code: string, receivedAt: string) => ({ code, receivedAt, reason: 'mất đường truyền buổi sáng' });

  test('is entered with its code and true times, once, and confirmed by the head', async () => {
    const [code = '', unused = ''] = await reserve(3);
    const next = await receives({ intake: anIntake() });
    expect(Number(next.body.code?.slice(-4))).toBe(Number(code.slice(-4)) + 3);
    t.clock.set('2022-03-17T10:00:00+07:00');
    const entered = await receives({ intake: anIntake(), afterwards: afterwards(code, '2022-03-15T09:40:00+07:00') });
    expect(entered.body).toMatchObject({ code, due: { first: '2022-03-29T17:00:00+07:00' } });
    const row = await rowOf(entered.body);
    expect(row).toMatchObject({
      received_on: '2022-03-15',
      received_at: '2022-03-15T02:40:00.000Z',
      paper_reason: 'mất đường truyền buổi sáng',
    });
    expect(row.recorded_at).toBe('2022-03-17T03:00:00.000Z');
    const journal = await t.owner.query('select at, day, recorded_at from dossier_act where dossier_id = $1', [
      entered.body.id,
    ]);
    expect(journal.rows).toEqual([{ at: row.received_at, day: '2022-03-15', recorded_at: row.recorded_at }]);
    const again = await receives({ intake: anIntake(), afterwards: afterwards(code, '2022-03-15T09:50:00+07:00') });
    expect(again.error?.code).toBe('reserved-code-used');
    await t.call(contract.markUnused, { body: { codes: [unused] } }, { as: office.clerk });
    const late = await receives({ intake: anIntake(), afterwards: afterwards(unused, '2022-03-15T09:50:00+07:00') });
    expect(late.error?.code).toBe('reserved-code-unused');
    const listed = await t.call(
      contract.listReserved,
      { query: { day: plainDate(2022, 3, 15) } },
      { as: office.clerk },
    );
    const one = listed.body.rows.find((row) => row.code === code);
    expect(one).toMatchObject({ state: 'used', dossierId: entered.body.id, confirmedAt: null });
    const body = { items: [{ code, version: one?.version ?? 0 }] };
    expect((await t.call(contract.confirmAfterwards, { body }, { as: office.clerk })).status).toBe(403);
    expect((await t.call(contract.confirmAfterwards, { body }, { as: office.chair })).status).toBe(200);
    expect((await t.call(contract.confirmAfterwards, { body }, { as: office.chair })).error?.code).toBe(
      'stale-version',
    );
  });

  test.each<[string, string, string]>([
    ['a day that the code is not kept for', '2022-03-14T09:00:00+07:00', 'reserved-code-other-day'],
    ['a time to come', '2022-03-15T09:30:00+07:00', 'dossier-received-in-future'],
    ['no time at all', 'sáng nay', 'dossier-moment-wrong'],
  ])('refuses %s', async (_, receivedAt, refusal) => {
    const [code = ''] = await reserve(1);
    expect((await receives({ intake: anIntake(), afterwards: afterwards(code, receivedAt) })).error?.code).toBe(
      refusal,
    );
  });

  test('refuses a code nobody kept', async () => {
    const paper = afterwards('H56.22.17-220315-9999', '2022-03-15T08:00:00+07:00');
    expect((await receives({ intake: anIntake(), afterwards: paper })).error?.code).toBe('reserved-code-unknown');
  });
});

describe('before receiving', () => {
  test('the preview tells dates, missing papers, fees and the same person, or why it cannot be', async () => {
    const intake = anIntake({ procedureCode: business });
    const { body } = await t.call(contract.previewIntake, { body: { intake } }, { as: office.clerk });
    expect(body).toMatchObject({ due: '2022-03-18T17:00:00+07:00', refusal: null, isImmediate: false, same: [] });
    expect(body.explanation.length).toBeGreaterThan(2);
    await receives({ intake });
    const again = await t.call(contract.previewIntake, { body: { intake } }, { as: office.clerk });
    expect(again.body.same).toMatchObject([{ ownerName: intake.owner.name, state: 'accepted' }]);
    const wrong = anIntake({ caseCode: 'khong-co' });
    const refused = await t.call(contract.previewIntake, { body: { intake: wrong } }, { as: office.clerk });
    expect(refused.body.refusal?.code).toBe('dossier-case-unknown');
  });

  test('people are found by number, telephone or name without diacritics, with their newest facts', async () => {
    const owner = { ...anIntake().owner, name: 'Đoàn Thị Mẫu Đặc Biệt', address: 'Thôn Cũ' };
    await receives({ intake: anIntake({ owner }) });
    t.clock.set('2022-03-16T09:00:00+07:00');
    await receives({ intake: anIntake({ owner: { ...owner, address: 'Thôn Mới' }, procedureCode: business }) });
    for (const q of [owner.number ?? '', owner.phone ?? '', 'doan thi mau dac']) {
      const { body } = await t.call(contract.findApplicants, { body: { q } }, { as: office.clerk });
      expect(body.rows).toMatchObject([{ name: owner.name, address: 'Thôn Mới', dossiers: 2 }]);
    }
    const nobody = await t.call(contract.findApplicants, { body: { q: '%'.padEnd(3, '%') } }, { as: office.clerk });
    expect(nobody.body.rows).toEqual([]);
  });

  test("a draft is kept by version, is one's own, and is gone once received", async () => {
    const draftId = newId();
    const keep = (version: number, as = office.clerk) =>
      t.call(
        contract.keepDraft,
        { params: { draftId }, body: { version, title: 'Bà Mẫu', content: { buoc: version } } },
        { as },
      );
    expect((await keep(0)).body).toEqual({ id: draftId, version: 1 });
    expect((await keep(1)).body.version).toBe(2);
    const stale = await keep(1);
    expect([stale.status, stale.error?.details]).toMatchObject([409, { current: { version: 2 } }]);
    expect((await keep(2, office.otherClerk)).status).toBe(404);
    const mine = await t.call(contract.listDrafts, {}, { as: office.clerk });
    expect(mine.body.rows).toMatchObject([{ id: draftId, title: 'Bà Mẫu', content: { buoc: 1 } }]);
    expect((await t.call(contract.listDrafts, {}, { as: office.otherClerk })).body.total).toBe(0);
    await receives({ intake: anIntake(), draftId });
    expect((await t.call(contract.listDrafts, {}, { as: office.clerk })).body.total).toBe(0);
  });
});

test('a dossier keeps the version of the rules and the term it began under', async () => {
  t.clock.set('2025-06-30T09:00:00+07:00');
  const dossier = await desk.assigned();
  const other = await t.call(contract.receiveDossier, { body: { intake: anIntake() } }, { as: office.clerk });
  t.clock.set('2025-07-02T09:00:00+07:00');
  await t.owner.query(
    `insert into unit_procedure (unit_id, code, terms, citation, changed_at, changed_by_name)
     values ($1, '1.014027', $2, 'Quyết định thử nghiệm', now(), 'Mẫu')`,
    [
      t.unit.id,
      JSON.stringify([
        {
          channel: null,
          case: null,
          term: { unit: 'working-day', milli: 2_000 },
          bareMilli: null,
          counting: 'days',
          legalBasis: null,
          note: null,
        },
      ]),
    ],
  );
  await desk.does(acts.forward, dossier, office.officer);
  expect(await rowOf(dossier)).toMatchObject({
    rules_code: 'nd-61-2018',
    term_milli: 10_000,
    first_due_at: (await rowOf(other.body)).first_due_at,
  });
  const later = await desk.receive();
  expect(await rowOf(later)).toMatchObject({
    rules_code: 'nd-118-2025',
    term_milli: 2_000,
    term_basis: 'Quyết định thử nghiệm',
  });
  await t.owner.query(`delete from unit_procedure where unit_id = $1`, [t.unit.id]);
});

test('a procedure that the unit switched off is not received', async () => {
  await t.owner.query(
    `insert into unit_procedure (unit_id, code, is_on, off_reason, changed_at, changed_by_name)
     values ($1, $2, false, 'tỉnh thu hồi thẩm quyền', now(), 'Mẫu')`,
    [t.unit.id, business as string as Id],
  );
  const { error } = await receives({ intake: anIntake({ procedureCode: business }) });
  expect(error).toMatchObject({ code: 'dossier-procedure-off' });
  expect(error?.message).toContain('tỉnh thu hồi thẩm quyền');
});
