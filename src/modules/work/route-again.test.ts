import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { createSubstitution } from '#modules/org/contract/substitutions.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { anEvidence, anObligation, anOffice, type TestOffice } from '#test/work-factories.ts';
import { accept, askExtension, decideExtension } from './contract/acts.ts';
import { listApprovals } from './contract/reads.ts';

let t: TestApp;
let office: TestOffice;
beforeAll(async () => {
  t = await startTestApp();
  office = await anOffice(t);
});
afterAll(() => t.close());

const day = (text: string) => text as PlainDate;

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not come about');
}

const approverOf = async (id: Id) =>
  (await t.owner.query<{ id: Id }>('select approver_id as id from obligation where id = $1', [id])).rows[0]?.id;

test('what waits for a chair whose work its own author takes over goes to the deputy, with the requests for time', async () => {
  const file = await anEvidence(t.owner, t.unit.id);
  const given = { positionId: office.posts.officer };
  const submitted = { by: office.officer.personId, approverId: office.posts.chair, evidenceIds: [file] };
  const waiting = await anObligation(t.owner, t.unit.id, { ...given, stage: 'submitted', submitted });
  const others = await anObligation(t.owner, t.unit.id, {
    ...given,
    stage: 'submitted',
    submitted: { ...submitted, by: office.colleague.personId },
  });
  const later = await anObligation(t.owner, t.unit.id, given);
  const asked = { version: 1, due: day('2022-06-30'), reason: 'Chờ số liệu của thôn' };
  await t.call(askExtension, { params: { obligationId: later.id }, body: asked }, { as: office.officer });
  const stop = await t.startJobs();
  const away = {
    awayId: office.chair.personId,
    substituteId: office.officer.personId,
    validFrom: day('2022-03-15'),
    validTo: day('2022-03-31'),
    reason: 'đi công tác thử nghiệm',
  };
  const made = await t.call(createSubstitution, { body: away }, { as: 'admin' });
  expect(made.error).toBeUndefined();
  await until(async () => (await approverOf(waiting.id)) === office.posts.deputy);
  await stop();
  expect(await approverOf(others.id)).toBe(office.posts.chair);
  const { body } = await t.call(listApprovals, {}, { as: office.deputy });
  expect(body.rows.map((row) => [row.kind, row.obligation.id]).sort()).toEqual(
    [
      ['extension', later.id],
      ['submission', waiting.id],
    ].sort(),
  );
  const done = await t.call(
    accept,
    { params: { obligationId: waiting.id }, body: { version: 1 } },
    { as: office.deputy },
  );
  expect(done.body.stage).toBe('accepted');
  const extensionId = body.rows.find((row) => row.kind === 'extension')?.extension?.id as Id;
  const decision = { version: 2, extensionId, granted: true };
  const decided = await t.call(
    decideExtension,
    { params: { obligationId: later.id }, body: decision },
    { as: office.deputy },
  );
  expect(decided.error).toBeUndefined();
});
