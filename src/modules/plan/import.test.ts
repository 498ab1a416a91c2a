import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { startTestApp, type TestApp } from '#test/app.ts';
import {
  diffVersions,
  getCalendar,
  getPlan,
  getTaskFacets,
  listNarrative,
  listReportDuties,
  listResponsibilities,
  listStatements,
  listTargets,
  listTasks,
} from '../contract/plans.ts';
import { acceptedPlan, seedPlanFile } from './plan-acts.ts';

let t: TestApp;
let stopJobs: () => Promise<void>;
let planId: Id;

beforeAll(async () => {
  t = await startTestApp();
  stopJobs = await t.startJobs();
  planId = (await acceptedPlan(t, await seedPlanFile())).planId;
});
afterAll(async () => {
  await stopJobs();
  await t.close();
});

test('a plan is read from its file', async () => {
  const plan = await t.call(getPlan, { params: { planId } }, { as: 'officer' });
  console.log(plan.error, JSON.stringify(plan.body, null, 1));
  const tasks = await t.call(listTasks, { params: { planId }, query: { q: 'ho tich' } }, { as: 'officer' });
  console.log(tasks.error, tasks.body.total, JSON.stringify(tasks.body.rows[0], null, 1));
  for (const route of [
    listTargets,
    getTaskFacets,
    getCalendar,
    listNarrative,
    listResponsibilities,
    listReportDuties,
    listStatements,
  ]) {
    const got = await t.call(route, { params: { planId } }, { as: 'officer' });
    console.log(route.path, got.error, JSON.stringify(got.body).slice(0, 600));
  }
  const who = await t.signInAs('officer');
  for (const kind of ['xlsx', 'docx']) {
    const reply = await t.app.inject({
      method: 'GET',
      url: `/api/plans/${planId}/export.${kind}`,
      headers: who.headers,
    });
    console.log(
      kind,
      reply.statusCode,
      reply.headers,
      reply.rawPayload.length,
      reply.statusCode === 200 ? '' : reply.body,
    );
    await writeFile(`/tmp/lm/out.${kind}`, reply.rawPayload);
  }
  const d = await t.call(diffVersions, { params: { planId, version: '1' } }, { as: 'officer' });
  console.log(d.error, d.body.added);
});
