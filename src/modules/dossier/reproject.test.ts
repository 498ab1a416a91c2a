import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { setCalendarDay } from '#modules/calendar/contract.ts';
import { longWorkOf, runInUnit } from '#server/jobs.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { aDossierOffice, Desk, type DossierOffice } from '#test/dossier-office.ts';
import * as acts from './contract/acts.ts';
import { listDueMoves, listReprojections } from './contract/watch.ts';
import { takeUpRun } from './reproject/journal.ts';
import { reproject } from './reproject/reproject.ts';

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

let run = 0;
function again(): Promise<void> {
  run += 1;
  return reproject(longWorkOf(t.services, 'test', { unitId: t.unit.id, key: `reproject-${run}`, payload: {} }));
}

async function datesOf({ id }: { id: string }) {
  const { rows } = await t.owner.query('select first_due_at, due_at, version from dossier where id = $1', [id]);
  return rows[0];
}

async function dayOff(day: string) {
  const body = { day, kind: 'special', name: 'Nghỉ tránh bão', citation: 'Công điện mẫu 1', version: 0 };
  const { error } = await t.call(setCalendarDay, { body } as never, { as: 'admin' });
  if (error) throw new Error(error.message);
}

test('a day declared off late moves the dates of open dossiers, once, and says what moved and why', async () => {
  const open = await desk.assigned();
  const ended = await desk.resultReady();
  const paused = await desk.assigned();
  await desk.does(acts.callPayment, paused, office.officer, {
    ...{ amount: 50_000, content: 'Nộp lệ phí', until: null, basis: 'Luật mẫu, điều 1' },
  });
  const before = await Promise.all([open, ended, paused].map(datesOf));
  await dayOff('2022-03-18');
  await again();
  const after = await Promise.all([open, ended, paused].map(datesOf));
  expect(after[0]).toMatchObject({ first_due_at: '2022-03-30T10:00:00.000Z', due_at: '2022-03-30T10:00:00.000Z' });
  expect(after[1]).toEqual(before[1]);
  expect(after[2]).toMatchObject({ first_due_at: '2022-03-30T10:00:00.000Z', due_at: null });
  const journal = await t.owner.query(
    `select act, due_before, due_after, reason from dossier_act where dossier_id = $1 order by seq desc limit 1`,
    [open.id],
  );
  expect(journal.rows[0]).toMatchObject({ act: 'reproject', due_before: before[0].due_at, due_after: after[0].due_at });
  expect(journal.rows[0].reason).toContain('18/03/2022 nghỉ, Nghỉ tránh bão, Công điện mẫu 1');
  await again();
  expect(await Promise.all([open, ended, paused].map(datesOf))).toEqual(after);
  const { body } = await t.call(listReprojections, {}, { as: 'focal' });
  expect(body.rows).toHaveLength(1);
  expect(body.rows[0]).toMatchObject({ moved: 2, lookedAt: 2, endedAt: expect.any(String) });
  const moves = await t.call(listDueMoves, { params: { reprojectionId: body.rows[0]?.id as never } }, { as: 'focal' });
  expect(moves.body.rows.map((row) => row.dossierId).sort()).toEqual([open.id, paused.id].sort());
  const elsewhere = await t.account('focal', t.otherUnit);
  expect((await t.call(listReprojections, {}, { as: elsewhere })).body.total).toBe(0);
});

test('a run that was cut off is gone on with and not begun twice', async () => {
  const dossier = await desk.assigned();
  const before = await datesOf(dossier);
  await dayOff('2022-03-21');
  const inUnit = (work: Parameters<typeof runInUnit>[2]) =>
    runInUnit(t.services, { unitId: t.unit.id, actor: 'test' }, work);
  await inUnit(async (ctx) => void (await takeUpRun(ctx)));
  await again();
  expect((await datesOf(dossier)).due_at).not.toBe(before.due_at);
  const { rows } = await t.owner.query(
    `select count(*)::int as n, count(ended_at)::int as ended from dossier_reprojection where unit_id = $1`,
    [t.unit.id],
  );
  expect(rows[0]).toEqual({ n: 2, ended: 2 });
});
