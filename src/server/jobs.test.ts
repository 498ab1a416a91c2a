import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/app.ts';
import { runInUnit, startJobs } from './jobs.ts';
import type { ServerModule } from './module.ts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

test('of many waiting jobs about a whole unit one is left, and it comes after the last change; others run each', async () => {
  const ran: { job: string; n: unknown }[] = [];
  const note =
    (job: string) =>
    async (_: unknown, { n }: Readonly<Record<string, unknown>>) =>
      void ran.push({ job, n });
  const module: ServerModule = {
    name: 'burst',
    topics: { 'burst.came': 'Một lần thử.' },
    subscriptions: { 'burst.came': ['refresh', 'tell'] },
    wholeUnitJobs: ['refresh'],
    jobs: () => ({ refresh: note('refresh'), tell: note('tell') }),
  };
  const burst = 20;
  await runInUnit(t.services, { unitId: t.unit.id, actor: 'test' }, async (ctx) => {
    for (let n = 1; n <= burst; n++) ctx.publish('burst.came', { n });
  });
  const jobs = await startJobs([module], t.services, (error) => expect.unreachable(error.message));
  await expect.poll(() => ran.length, { timeout: 15_000 }).toBeGreaterThanOrEqual(burst + 1);
  await jobs.stop();
  expect(
    ran
      .filter(({ job }) => job === 'tell')
      .map(({ n }) => n)
      .sort((a, b) => Number(a) - Number(b)),
  ).toEqual(Array.from({ length: burst }, (_, index) => index + 1));
  expect(ran.filter(({ job }) => job === 'refresh')).toEqual([{ job: 'refresh', n: burst }]);
});
