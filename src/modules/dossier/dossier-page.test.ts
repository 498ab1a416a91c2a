import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { moment } from '#kernel/moment.ts';
import { newId } from '#server/ids.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { aDossier } from '#test/dossier-factories.ts';
import { aDepartment, anAccount } from '#test/factories.ts';
import { aPost } from '#test/work-factories.ts';
import { explainDue, getDossier } from './contract/dossier-page.ts';

const at = (text: string) => moment(Date.parse(`${text}:00+07:00`));
let t: TestApp;
let dossier: Id;
let department: Id;
beforeAll(async () => {
  t = await startTestApp();
  department = await aDepartment(t.owner, t.unit.id);
  dossier = await aDossier(t.owner, t.unit.id, {
    ownerName: 'Nguyễn Thị Mẫu',
    ownerNumber: '038085001234',
    receivedAt: at('2022-03-10T09:00'),
    dueAt: at('2022-03-15T17:00'),
    state: 'in-process',
    waitsFor: 'handle',
    departmentId: department,
  });
  await journal([
    [1, 'receive', 'accepted', '2022-03-10T09:00', null, 1, null, null],
    [2, 'transfer', 'in-process', '2022-03-10T14:00', 1, 2, '2022-03-11T10:00', 'paper'],
    [3, 'take', 'in-process', '2022-03-10T15:00', 2, 2, null, null],
    [4, 'forward', 'in-process', '2022-03-11T10:30', 2, 3, '2022-03-14T17:00', 'electronic'],
  ]);
});
afterAll(() => t.close());

type Line = readonly [number, string, string, string, number | null, number | null, string | null, string | null];

async function journal(lines: readonly Line[]): Promise<void> {
  for (const [seq, act, state, when, from, to, due, moved] of lines) {
    await t.owner.query(
      `insert into dossier_act (unit_id, id, dossier_id, seq, act, from_state, to_state, at, day, recorded_at, by_name, from_step,
         to_step, step_due_at, moved)
       values ($1, $2, $3, $4, $5, $6, $6, $7, $7::timestamptz::date, $7, 'Cán bộ Mẫu', $8, $9, $10, $11)`,
      [t.unit.id, newId(), dossier, seq, act, state, `${when}+07:00`, from, to, due && `${due}+07:00`, moved],
    );
  }
}

const page = (as: Parameters<TestApp['call']>[2]) => t.call(getDossier, { params: { dossierId: dossier } }, as);

describe('a dossier', () => {
  test('opens with its dates, what may be done, its steps and history, the newest act first', async () => {
    const { status, body } = await page({ as: 'clerk' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      owner: { name: 'Nguyễn Thị Mẫu', number: '038085001234' },
      termWords: '3 ngày làm việc',
      due: { current: '2022-03-15T17:00:00+07:00', tone: 'soon', words: 'còn 6 giờ làm việc' },
    });
    expect(body.explanation.length).toBeGreaterThan(3);
    expect(body.steps.length).toBeGreaterThan(3);
    expect(body.timeline.map((row) => [row.seq, row.stepResult, row.takenAt])).toEqual([
      [4, 'late', null],
      [3, null, null],
      [2, null, '2022-03-10T15:00:00+07:00'],
      [1, null, null],
    ]);
    const forward = body.acts.find(({ act }) => act === 'forward');
    expect(forward?.allowed).toBe(false);
    expect(forward?.message).toMatch(/người/);
  });

  test('explains its due date', async () => {
    const { body } = await t.call(explainDue, { params: { dossierId: dossier } }, { as: 'clerk' });
    expect(body.due.first).toBe('2022-03-15T17:00:00+07:00');
    expect(body.explanation.join('\n')).toContain('15/03/2022');
  });

  test('is there for its division and for nobody else who may only read their own', async () => {
    const stranger = await anAccount(t.owner, t.unit.id, { roles: ['officer'] });
    expect((await page({ as: stranger })).status).toBe(404);
    const colleague = await anAccount(t.owner, t.unit.id, { roles: ['officer'] });
    await aPost(t.owner, t.unit.id, { title: 'Công chức Mẫu', personId: colleague.personId, departmentId: department });
    expect((await page({ as: colleague })).status).toBe(200);
  });

  test('is not there for another unit, nor without an account', async () => {
    expect((await page({ as: await t.account('chair', t.otherUnit) })).status).toBe(404);
    expect((await page({})).status).toBe(401);
    expect((await page({ as: 'viewer' })).status).toBe(403);
  });
});
