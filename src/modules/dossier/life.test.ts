import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/app.ts';
import { aDossierOffice, aResult, Desk, type DossierOffice, type Walking } from '#test/dossier-office.ts';
import * as acts from './contract/acts.ts';

/** The lives of dossiers, from the counter to the counter. */
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

async function rowOf({ id }: Walking) {
  const { rows } = await t.owner.query('select * from dossier where id = $1', [id]);
  return rows[0];
}
async function journalOf({ id }: Walking): Promise<string[]> {
  const { rows } = await t.owner.query('select act from dossier_act where dossier_id = $1 order by seq', [id]);
  return rows.map((row) => row.act);
}
async function counts() {
  const { rows } = await t.owner.query(
    'select state, waits_for, sum(n)::integer as n from dossier_count group by 1, 2 having sum(n) <> 0',
  );
  const live = await t.owner.query(
    'select state, waits_for, count(*)::integer as n from dossier where live group by 1, 2',
  );
  const sorted = (all: { state: string; waits_for: string | null }[]) => all.map((row) => JSON.stringify(row)).sort();
  return [sorted(rows), sorted(live.rows)];
}
const on = (day: string, time = '09:00') => t.clock.set(`2022-${day}T${time}:00+07:00`);

test('in order: received, transferred, assigned, examined, signed, numbered, handed over', async () => {
  const dossier = await desk.receive();
  expect(dossier.code).toMatch(/^H56\.22\.17-220315-\d{4}$/);
  expect(await rowOf(dossier)).toMatchObject({ state: 'accepted', step_no: 1, position_id: office.posts.clerk });
  const moved = await desk.does(acts.transfer, dossier, office.clerk);
  expect(moved.due).toMatchObject({ first: '2022-03-29T17:00:00+07:00', current: '2022-03-29T17:00:00+07:00' });
  expect(await rowOf(dossier)).toMatchObject({ step_no: 2, waits_for: 'assign', position_id: office.posts.chair });
  await desk.does(acts.assign, dossier, office.chair);
  expect(await rowOf(dossier)).toMatchObject({
    ...{ step_no: 3, waits_for: 'handle', position_id: office.posts.officer, handler_id: office.posts.officer },
    holder_name: 'Vũ Mẫu Thụ Lý – Công chức Văn hóa – xã hội',
  });
  on('03-17');
  await desk.does(acts.forward, dossier, office.officer, { note: 'đủ điều kiện' });
  expect(await rowOf(dossier)).toMatchObject({ step_no: 4, waits_for: 'signature', handler_id: office.posts.officer });
  const signed = await desk.does(acts.signResult, dossier, office.chair, { ...aResult, number: null });
  expect(signed).toMatchObject({ state: 'result-ready', due: { tone: 'ended-in-time' } });
  expect(await rowOf(dossier)).toMatchObject({
    ...{ waits_for: 'number', position_id: office.posts.records, ended_on: '2022-03-17', outcome: 'positive' },
    ...{ late_first: false, late_current: false, late_766: false, apology_owed: false },
  });
  expect(await desk.codeOf(acts.forward, dossier, office.records)).toBe('dossier-number-missing');
  await desk.does(acts.forward, dossier, office.records, { number: '45/QĐ-UBND' });
  expect(await rowOf(dossier)).toMatchObject({ waits_for: 'hand-over', step_no: 6, state: 'result-ready' });
  const handed = await desk.does(acts.handOver, dossier, office.clerk, {
    ...{ way: 'counter', toName: 'Nguyễn Thị Mẫu', proof: 'form-01' },
  });
  expect(handed).toMatchObject({ state: 'returned', forms: [{ kind: 'result-hand-over' }] });
  expect(await journalOf(dossier)).toEqual([
    ...['receive', 'transfer', 'assign', 'forward', 'sign-result', 'forward', 'hand-over'],
  ]);
  const { rows } = await t.owner.query('select number, signer, negative from dossier_result where dossier_id = $1', [
    dossier.id,
  ]);
  expect(rows).toEqual([{ number: '45/QĐ-UBND', signer: 'Lê Mẫu Chủ Tịch', negative: false }]);
  const given = await t.owner.query(
    'select name from dossier_component where dossier_id = $1 and given_back_at is not null',
    [dossier.id],
  );
  expect(given.rows).toEqual([{ name: 'Sổ hộ khẩu' }]);
  const [counted, live] = await counts();
  expect(counted).toEqual(live);
});

describe('an apology', () => {
  test('a day before, with a new date: both dates stay, and the statistics judge by the first', async () => {
    const dossier = await desk.assigned();
    on('03-28');
    const drafted = { dueAfter: '2022-04-05T17:00:00+07:00', reason: 'chờ xác minh ở xã khác' };
    expect(await desk.codeOf(acts.draftApology, dossier, office.officer, { ...drafted, dueAfter: null })).toBe(
      'dossier-apology-needs-date',
    );
    expect(
      await desk.codeOf(acts.draftApology, dossier, office.officer, { ...drafted, dueAfter: '2022-04-02T17:00' }),
    ).toBe('extension-day-off');
    await desk.does(acts.draftApology, dossier, office.officer, drafted);
    const extensionId = (await t.owner.query('select id from dossier_extension where dossier_id = $1', [dossier.id]))
      .rows[0].id;
    expect(await desk.codeOf(acts.signApology, dossier, office.officer, { extensionId })).toBe('forbidden');
    const signed = await desk.does(acts.signApology, dossier, office.chair, { extensionId });
    expect(signed).toMatchObject({
      due: { first: '2022-03-29T17:00:00+07:00', current: '2022-04-05T17:00:00+07:00' },
      forms: [{ kind: 'apology' }],
    });
    on('03-30');
    expect(
      await desk.codeOf(acts.draftApology, dossier, office.officer, { ...drafted, dueAfter: '2022-04-08T17:00' }),
    ).toBe('extension-used');
    on('04-04');
    await desk.does(acts.forward, dossier, office.officer);
    await desk.does(acts.signResult, dossier, office.chair, aResult);
    expect(await rowOf(dossier)).toMatchObject({ late_first: true, late_current: false, apology_owed: false });
  });

  test('too late for a new date: an apology alone, owed until it is issued, and the result is handed over meanwhile', async () => {
    const dossier = await desk.assigned();
    on('03-29');
    const late = { dueAfter: '2022-04-05T17:00:00+07:00', reason: 'người thụ lý ốm' };
    expect(await desk.codeOf(acts.draftApology, dossier, office.officer, late)).toBe('extension-too-late');
    on('03-30');
    await desk.does(acts.forward, dossier, office.officer);
    await desk.does(acts.signResult, dossier, office.chair, aResult);
    expect(await rowOf(dossier)).toMatchObject({ late_first: true, late_current: true, apology_owed: true });
    await desk.does(acts.handOver, dossier, office.clerk, {
      way: 'counter',
      toName: 'Người nhận Mẫu',
      proof: 'identity',
    });
    expect(await rowOf(dossier)).toMatchObject({ state: 'returned', apology_owed: true });
    await desk.does(acts.draftApology, dossier, office.clerk, { dueAfter: null, reason: late.reason });
    const { rows } = await t.owner.query('select id, kind from dossier_extension where dossier_id = $1', [dossier.id]);
    expect(rows[0].kind).toBe('apology-only');
    await desk.does(acts.signApology, dossier, office.chair, { extensionId: rows[0].id });
    expect(await rowOf(dossier)).toMatchObject({ state: 'returned', apology_owed: false, extended: false });
  });

  test('is not signed by who drafted it; another leader may, or sends it back', async () => {
    const dossier = await desk.assigned();
    await desk.does(acts.forward, dossier, office.officer);
    const drafted = { dueAfter: '2022-04-05T17:00:00+07:00', reason: 'chờ xác minh ở xã khác' };
    await desk.does(acts.draftApology, dossier, office.chair, drafted);
    const extensionId = (await t.owner.query('select id from dossier_extension where dossier_id = $1', [dossier.id]))
      .rows[0].id;
    expect(await desk.codeOf(acts.signApology, dossier, office.chair, { extensionId })).toBe('dossier-own-draft');
    await desk.does(acts.rejectDraft, dossier, office.deputy, { draftId: extensionId, reason: 'chưa cần thiết' });
    expect(await desk.codeOf(acts.signApology, dossier, office.deputy, { extensionId })).toBe('dossier-no-draft');
    expect(await rowOf(dossier)).toMatchObject({ waits_for: 'signature', extended: false });
  });
});

describe('a supplement after examination', () => {
  const asked = { items: [{ name: 'Giấy xác nhận', note: '' }], reason: 'thiếu giấy xác nhận', until: '2022-03-31' };

  test('stops the clock, begins the term anew, and is asked for once', async () => {
    const dossier = await desk.assigned();
    on('03-17');
    await desk.does(acts.draftSupplement, dossier, office.officer, asked);
    expect(await rowOf(dossier)).toMatchObject({ waits_for: 'draft-approval' });
    expect(await desk.codeOf(acts.forward, dossier, office.officer)).toBe('dossier-draft-waits');
    const supplementId = (await t.owner.query('select id from dossier_supplement where dossier_id = $1', [dossier.id]))
      .rows[0].id;
    const sent = await desk.does(acts.sendSupplement, dossier, office.chair, { supplementId });
    expect(sent).toMatchObject({
      state: 'wait-supplement',
      due: { current: null, tone: 'paused' },
      forms: [{ kind: 'supplement' }],
    });
    expect(await desk.codeOf(acts.closeNoSupplement, dossier, office.clerk, { reason: 'không bổ sung' })).toBe(
      'dossier-supplement-still-open',
    );
    on('03-22', '16:30');
    const received = await desk.does(acts.receiveSupplement, dossier, office.clerk, {});
    expect(received).toMatchObject({
      ...{ state: 'in-process', forms: [{ kind: 'receipt' }] },
      due: { first: '2022-03-29T17:00:00+07:00', statutory: '2022-04-05T17:00:00+07:00' },
    });
    on('03-23');
    expect(await desk.codeOf(acts.draftSupplement, dossier, office.officer, asked)).toBe('dossier-supplement-used');
    on('04-05', '16:00');
    await desk.does(acts.forward, dossier, office.officer);
    await desk.does(acts.signResult, dossier, office.chair, aResult);
    expect(await rowOf(dossier)).toMatchObject({ late_first: false, late_current: false, after_supplements: 1 });
  });

  test('may be asked within three working days, then no more', async () => {
    const dossier = await desk.assigned();
    on('03-18', '16:59');
    await desk.does(acts.draftSupplement, dossier, office.officer, asked);
    on('03-21');
    const supplementId = (await t.owner.query('select id from dossier_supplement where dossier_id = $1', [dossier.id]))
      .rows[0].id;
    expect(await desk.codeOf(acts.sendSupplement, dossier, office.chair, { supplementId })).toBe(
      'dossier-supplement-too-late',
    );
    await desk.does(acts.rejectDraft, dossier, office.chair, { draftId: supplementId, reason: 'đã quá ba ngày' });
    expect(await desk.codeOf(acts.draftSupplement, dossier, office.officer, asked)).toBe('dossier-supplement-too-late');
    await desk.does(acts.forward, dossier, office.officer);
  });

  test('that never comes closes the dossier, judged by when it was asked for', async () => {
    const dossier = await desk.assigned();
    await desk.does(acts.draftSupplement, dossier, office.officer, asked);
    const supplementId = (await t.owner.query('select id from dossier_supplement where dossier_id = $1', [dossier.id]))
      .rows[0].id;
    await desk.does(acts.sendSupplement, dossier, office.chair, { supplementId });
    on('04-01');
    const closed = await desk.does(acts.closeNoSupplement, dossier, office.clerk, { reason: 'quá thời hạn bổ sung' });
    expect(closed).toMatchObject({ state: 'closed-no-supplement', forms: [{ kind: 'stop' }] });
    expect(await rowOf(dossier)).toMatchObject({ ended_on: '2022-04-01', late_first: false });
    const { rows } = await t.owner.query('select state from dossier_supplement where dossier_id = $1', [dossier.id]);
    expect(rows).toEqual([{ state: 'expired' }]);
  });
});

test('a payment stands the clock still and moves the date by as long', async () => {
  const dossier = await desk.assigned();
  on('03-16', '07:30');
  const called = { amount: 500_000, content: 'Lệ phí trước bạ', until: '2022-03-25', basis: 'Luật Đất đai 2013' };
  const waiting = await desk.does(acts.callPayment, dossier, office.officer, called);
  expect(waiting).toMatchObject({ state: 'wait-payment', due: { current: null } });
  expect(await desk.codeOf(acts.forward, dossier, office.officer)).toBe('dossier-waits-for-payment');
  on('03-18', '07:30');
  const early = { receiptNumber: '0001', paidAt: '2022-03-15T10:00:00+07:00' };
  expect(await desk.codeOf(acts.confirmPayment, dossier, office.clerk, early)).toBe('dossier-paid-when');
  const paid = await desk.does(acts.confirmPayment, dossier, office.clerk, { receiptNumber: '0001' });
  expect(paid).toMatchObject({
    state: 'in-process',
    due: { first: '2022-03-29T17:00:00+07:00', current: '2022-03-31T17:00:00+07:00' },
  });
  const { rows } = await t.owner.query(
    'select receipt_number, paid_at from dossier_payment_call where dossier_id = $1',
    [dossier.id],
  );
  expect(rows).toEqual([{ receipt_number: '0001', paid_at: '2022-03-18T00:30:00.000Z' }]);
});

test('an opinion of another agency may stand the clock still until it comes', async () => {
  const dossier = await desk.assigned();
  const asked = { agency: 'Công an xã', content: 'xác minh cư trú', until: '2022-03-18T17:00:00+07:00' };
  await desk.does(acts.consult, dossier, office.officer, { ...asked, pauses: { basis: 'Thông tư về cư trú' } });
  expect(await rowOf(dossier)).toMatchObject({ state: 'in-process', due_at: null, waits_for: 'answer' });
  expect(await desk.codeOf(acts.forward, dossier, office.officer)).toBe('dossier-waits-for-opinion');
  const { rows } = await t.owner.query('select id from dossier_consultation where dossier_id = $1', [dossier.id]);
  on('03-17');
  await desk.does(acts.answerConsultation, dossier, office.officer, {
    consultationId: rows[0].id,
    answer: 'có cư trú',
  });
  expect(await rowOf(dossier)).toMatchObject({ waits_for: 'handle' });
  expect((await rowOf(dossier)).due_at).not.toBeNull();
});

test('stopped as the applicant wishes, but not once there is a decision', async () => {
  const dossier = await desk.assigned();
  on('03-16');
  const reason = 'người nộp xin rút hồ sơ';
  const stopped = await desk.does(acts.stop, dossier, office.clerk, { reason, feesReturned: '50.000 đồng' });
  expect(stopped).toMatchObject({ state: 'stopped', forms: [{ kind: 'stop' }] });
  expect(await rowOf(dossier)).toMatchObject({ ended_on: '2022-03-16', late_first: false, live: false });
  const decided = await desk.resultReady();
  expect(await desk.codeOf(acts.stop, decided, office.clerk, { reason })).toBe('dossier-decision-exists');
});

test('refused by the chair with a reason, it is a negative result to be handed over', async () => {
  const dossier = await desk.atSignature();
  const refusal = {
    title: 'Thông báo không giải quyết',
    number: '7/TB-UBND',
    evidenceId: null,
    reason: 'không đủ điều kiện',
  };
  const refused = await desk.does(acts.refuse, dossier, office.chair, refusal);
  expect(refused).toMatchObject({ state: 'result-ready', forms: [{ kind: 'refusal' }] });
  expect(await rowOf(dossier)).toMatchObject({ outcome: 'negative', waits_for: 'hand-over' });
  await desk.does(acts.handOver, dossier, office.clerk, { way: 'postal', toName: 'Người nhận Mẫu', proof: 'postal' });
});

test('opened again before it is handed over, the result stands no more; corrected afterwards, in a new one', async () => {
  const dossier = await desk.resultReady();
  await desk.does(acts.reopen, dossier, office.chair, { reason: 'sai họ tên' });
  expect(await rowOf(dossier)).toMatchObject({
    state: 'in-process',
    ended_at: null,
    late_first: null,
    waits_for: 'signature',
  });
  await desk.does(acts.signResult, dossier, office.chair, aResult);
  await desk.does(acts.handOver, dossier, office.clerk, { way: 'counter', toName: 'Người nhận Mẫu', proof: 'form-01' });
  expect(await desk.codeOf(acts.reopen, dossier, office.chair, { reason: 'vẫn sai' })).toBe(
    'dossier-returned-so-correct',
  );
  const corrected = await desk.does(acts.correct, dossier, office.chair, { reason: 'kết quả ghi sai năm sinh' });
  expect(corrected).toMatchObject({ state: 'returned', forms: [{ kind: 'apology' }] });
  const { rows } = await t.owner.query('select state, code, corrects_id from dossier where corrects_id = $1', [
    dossier.id,
  ]);
  expect(rows).toMatchObject([{ state: 'accepted', corrects_id: dossier.id }]);
  expect(rows[0].code).not.toBe(dossier.code);
  const results = await t.owner.query('select voided_at from dossier_result where dossier_id = $1', [dossier.id]);
  expect(results.rows).toHaveLength(2);
  expect(results.rows.every((row) => row.voided_at !== null)).toBe(true);
});

test('counts are those of the rows, whatever was done', async () => {
  const [counted, live] = await counts();
  expect(counted).toEqual(live);
});
