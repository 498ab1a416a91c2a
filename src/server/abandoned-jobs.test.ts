import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/app.ts';

let t: TestApp;

beforeAll(async () => {
  t = await startTestApp();
  await (await t.startJobs())();
});
afterAll(() => t.close());

async function waiting(): Promise<number> {
  const { rows } = await t.owner.query<{ n: number }>('select count(*)::int as n from graphile_worker._private_jobs');
  return rows[0]?.n ?? 0;
}

/** A job as a process leaves it that was killed in the middle. */
async function leaveLockedJob(): Promise<void> {
  const payload = { unitId: t.unit.id, key: randomUUID(), payload: {} };
  await t.owner.query(
    `begin;
     select graphile_worker.add_job('plan.refresh-holders', '${JSON.stringify(payload)}'::json);
     update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker-killed', attempts = 1;
     commit`,
  );
}

test('a job that a killed process held is carried out by the next one', async () => {
  await leaveLockedJob();
  const stop = await t.startJobs();
  for (let waited = 0; waited < 100 && (await waiting()) > 0; waited++) await sleep(100);
  await stop();
  expect(await waiting()).toBe(0);
});

test('while another process runs jobs, its own are left alone', async () => {
  const stopFirst = await t.startJobs();
  await leaveLockedJob();
  const stopSecond = await t.startJobs();
  await sleep(1_500);
  const left = await waiting();
  await stopSecond();
  await stopFirst();
  expect(left).toBe(1);
});
