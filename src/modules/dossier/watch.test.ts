import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { parseMoment } from '#kernel/moment.ts';
import { runInUnit } from '#server/jobs.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { aDossier } from '#test/dossier-factories.ts';
import { aDossierOffice, Desk, type DossierOffice } from '#test/dossier-office.ts';
import * as acts from './contract/acts.ts';
import { getDossier } from './contract/dossier-page.ts';
import { explainFinding, listFindings, scanNow } from './contract/watch.ts';
import { noteLate } from './watch/scan.ts';

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

async function found() {
  const { body } = await t.call(listFindings, { query: { size: 200 } }, { as: 'focal' });
  return body;
}
const scan = async () => (await t.call(scanNow, {}, { as: 'focal' })).body.found;

async function anAct(dossierId: Id, act: string, more: Record<string, unknown> = {}) {
  const row = {
    ...{ unit_id: t.unit.id, id: crypto.randomUUID(), dossier_id: dossierId, seq: 90, act, by_name: 'Hệ thống tỉnh' },
    ...{ from_state: 'in-process', to_state: 'in-process', at: '2022-03-15T02:00:00Z', day: '2022-03-15' },
    ...{ recorded_at: '2022-03-15T02:00:00Z', to_step_name: '', to_name: '', by_title: '', ...more },
  };
  const columns = Object.keys(row).join(', ');
  const statement = `insert into dossier_act (${columns}) select ${columns} from jsonb_populate_record(null::dossier_act, $1)`;
  await t.owner.query(statement, [JSON.stringify(row)]);
}

test('finds each sign once, lists and counts it, and keeps the explanation', async () => {
  const unit = t.unit.id;
  const edited = await aDossier(t.owner, unit, { source: 'imported', state: 'in-process' });
  await anAct(edited, 'import', { due_before: '2022-03-15T10:00:00Z', due_after: '2022-03-25T10:00:00Z' });
  const earlier = await aDossier(t.owner, unit, { source: 'imported', state: 'in-process' });
  await anAct(earlier, 'import', { due_before: '2022-03-25T10:00:00Z', due_after: '2022-03-15T10:00:00Z' });
  const reopened = await desk.resultReady();
  await desk.does(acts.reopen, reopened, office.chair, { reason: 'Ghi nhầm kết quả' });
  const dummy = await aDossier(t.owner, unit, { ownerNumber: '111111111111' });
  await anAct(dummy, 'receive');
  const delayed = await aDossier(t.owner, unit, { receivedAt: parseMoment('2022-03-10T08:00') ?? expect.fail() });
  await t.owner.query(`update dossier set recorded_at = '2022-03-14T08:00:00+07:00' where id = $1`, [delayed]);
  await anAct(delayed, 'receive');
  const onPaper = await aDossier(t.owner, unit, {
    receivedAt: parseMoment('2022-03-10T08:00') ?? expect.fail(),
    paperReason: 'mất điện cả ngày',
  });
  await t.owner.query(`update dossier set recorded_at = '2022-03-14T08:00:00+07:00' where id = $1`, [onPaper]);
  await anAct(onPaper, 'receive');

  await scan();
  expect(await scan()).toBe(0);
  const { rows, counts } = await found();
  const byDossier = rows.map((row) => `${row.dossierId} ${row.kind}`).sort();
  expect(byDossier).toEqual(
    [`${edited} due-edited`, `${reopened.id} reopened`, `${dummy} dummy-number`, `${delayed} intake-delayed`].sort(),
  );
  expect(counts.map(({ kind, n, open }) => [kind, n, open])).toEqual([
    ['due-edited', 1, 1],
    ['dummy-number', 1, 1],
    ['intake-delayed', 1, 1],
    ['reopened', 1, 1],
  ]);
  expect(rows.find((row) => row.kind === 'due-edited')?.words).toBe(
    'Hạn đổi từ 17:00 ngày 15/03/2022 sang 17:00 ngày 25/03/2022 mà không có phiếu xin lỗi đã ký (Hệ thống tỉnh).',
  );
  const page = await t.call(getDossier, { params: { dossierId: reopened.id } }, { as: office.chair });
  expect(page.body.findings[0]?.words).toContain('Ghi nhầm kết quả');

  const one = rows[0] ?? expect.fail('a finding');
  const explained = { version: one.version, explanation: 'Đã xác minh với cán bộ' };
  const params = { findingId: one.id };
  expect((await t.call(explainFinding, { params, body: explained }, { as: 'focal' })).status).toBe(200);
  expect((await t.call(explainFinding, { params, body: explained }, { as: 'focal' })).error?.code).toBe(
    'stale-version',
  );
  expect((await t.call(explainFinding, { params, body: explained }, { as: 'officer' })).status).toBe(403);
  const elsewhere = await t.account('focal', t.otherUnit);
  expect((await t.call(explainFinding, { params, body: explained }, { as: elsewhere })).status).toBe(404);
  expect((await t.call(listFindings, {}, { as: elsewhere })).body.total).toBe(0);
});

test('what became late while running owes an apology, which never blocks the result', async () => {
  const late = await desk.assigned();
  const timely = await desk.assigned();
  await t.owner.query(`update dossier set due_at = '2022-03-14T17:00:00+07:00' where id = $1`, [late.id]);
  const note = () => runInUnit(t.services, { unitId: t.unit.id, actor: 'test' }, (ctx) => noteLate(ctx));
  await note();
  await note();
  const { rows } = await t.owner.query('select id, apology_owed from dossier where id = any($1)', [
    [late.id, timely.id],
  ]);
  const owed = Object.fromEntries(rows.map((row) => [row.id, row.apology_owed]));
  expect(owed).toEqual({ [late.id]: true, [timely.id]: false });
  const noted = await t.owner.query(
    `select count(*)::int as n from dossier_act where dossier_id = $1 and act = 'late-without-apology'`,
    [late.id],
  );
  expect(noted.rows[0].n).toBe(1);
});
