import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/plain-date.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { aDocument, aFile } from '#test/evidence-acts.ts';
import { anObligation, anOffice, type TestOffice } from '#test/work-factories.ts';
import { accept, handIn, returnWork, withdrawHandIn } from './contract/acts.ts';

let t: TestApp;
let office: TestOffice;
beforeAll(async () => {
  t = await startTestApp();
  office = await anOffice(t);
});
afterAll(() => t.close());

const owed = (given = {}) => anObligation(t.owner, t.unit.id, { positionId: office.posts.officer, ...given });

describe('handing in', () => {
  test('goes to the chair, comes back with a reason, goes again and is accepted by the day it was handed in', async () => {
    const { id, taskId } = await owed({ due: '2022-03-15' as PlainDate });
    const params = { obligationId: id };
    const file = await aFile(t, office.officer);
    const first = await t.call(
      handIn,
      { params, body: { version: 1, evidenceIds: [file.id] } },
      { as: office.officer },
    );
    expect(first.error).toBeUndefined();
    expect(first.body).toEqual({ id, version: 2, stage: 'submitted', state: 'submitted' });
    const back = await t.call(
      returnWork,
      { params, body: { version: 2, reason: 'Thiếu phụ lục số liệu' } },
      { as: office.chair },
    );
    expect(back.body).toEqual({ id, version: 3, stage: 'returned', state: 'due-soon' });
    const again = await t.call(
      handIn,
      { params, body: { version: 3, evidenceIds: [file.id] } },
      { as: office.officer },
    );
    expect(again.body.stage).toBe('submitted');
    t.clock.set('2022-03-18T09:00:00+07:00');
    const done = await t.call(accept, { params, body: { version: 4 } }, { as: office.chair });
    t.clock.set('2022-03-15T09:00:00+07:00');
    expect(done.body).toEqual({ id, version: 5, stage: 'accepted', state: 'done-in-time' });
    const { rows } = await t.owner.query('select closed from work_task where id = $1', [taskId]);
    expect(rows).toEqual([{ closed: true }]);
  });
});
