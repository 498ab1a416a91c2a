import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anIssuedPlan, type IssuedPlan } from '#test/above-factories.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import { importFile, testPlanFile } from '#test/plan-acts.ts';
import { listAbove, listAbovePlans, listOfferedPlans, takeAbovePlan } from './contract/above.ts';

let t: TestApp;
let stop: () => Promise<void>;
let ours: IssuedPlan;
beforeAll(async () => {
  t = await startTestApp();
  stop = await t.startJobs();
  ours = await anIssuedPlan(t.owner, t.unit.id, { year: 2026 });
});
afterAll(async () => {
  await stop();
  await t.close();
});

const name = '03-xa-long-hai-dong-2026';

test('a plan document that was read gives what it asks, without becoming a plan of ours', async () => {
  const imported = await importFile(t, await testPlanFile(`${name}.docx`));
  const offered = await t.call(listOfferedPlans, { query: { year: 2026 } }, { as: 'focal' });
  expect(offered.body.documents).toMatchObject([{ importId: imported.id, year: 2026 }]);
  const body = { from: 'document' as const, year: 2026, importId: imported.id };
  const other = await t.account('focal', t.otherUnit);
  expect((await t.call(takeAbovePlan, { body }, { as: other })).status).toBe(404);
  const taken = await t.call(takeAbovePlan, { body }, { as: 'focal' });
  expect(taken.error).toBeUndefined();
  const again = await t.call(takeAbovePlan, { body }, { as: 'focal' });
  expect(again.error?.code).toBe('above-taken');

  const truth = JSON.parse(await readFile(`src/test/plans/${name}.truth.json`, 'utf8'));
  const tasks = truth.appendices.flatMap((appendix: { tasks: unknown[] }) => appendix.tasks).length;
  const targets = truth.targets.filter((target: { duplicateOf?: string }) => !target.duplicateOf).length;
  const kept = await t.call(listAbovePlans, { query: { year: 2026 } }, { as: 'focal' });
  expect(kept.body.rows).toMatchObject([{ source: 'document', tasks, targets }]);
  const compared = await t.call(
    listAbove,
    { params: { planId: ours.id }, query: { kind: 'task', size: 200 } },
    { as: 'focal' },
  );
  expect(compared.body.counts.missing).toBe(tasks + targets);
  expect(compared.body.rows.some((row) => row.due !== null && row.place !== '')).toBe(true);
});
