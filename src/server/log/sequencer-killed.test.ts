import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '#server/ids.ts';
import { aLog, type TestLog } from '#test/a-log.ts';
import { verifyLog } from '../../../verify/verify-log.ts';

const program = fileURLToPath(new URL('../../test/sequencer-process.ts', import.meta.url));
let log: TestLog;
beforeAll(async () => {
  log = await aLog();
});
afterAll(() => log.close());

async function countHeads(): Promise<number> {
  const { rows } = await log.owner.query('select count(*)::int as heads from log_head');
  return rows[0].heads;
}

it('loses and doubles nothing when it is killed in the middle of its work, again and again', async () => {
  const units = [newId(), newId()];
  let count = 0;
  let goesOn = true;
  const writer = async (unit: string): Promise<void> => {
    for (; goesOn; count++) await log.act(unit).then(() => sleep(2));
  };
  const writers = units.flatMap((unit) => [writer(unit), writer(unit)]);
  for (let kill = 0; kill < 12; kill++) {
    const child = spawn(process.execPath, [program, log.workerUrl, log.dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    const before = await countHeads();
    while ((await countHeads()) === before) await sleep(5);
    await sleep((kill * 7) % 50);
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  goesOn = false;
  await Promise.all(writers);
  const left = await verifyLog({ dataDir: log.dataDir, databaseUrl: log.ownerUrl });
  expect(left.findings).toEqual([]);
  await (await log.sequencer()).runOnce();
  const outcome = await verifyLog({ dataDir: log.dataDir, databaseUrl: log.ownerUrl });
  expect(outcome).toMatchObject({ whole: true, entries: count, pending: 0, findings: [] });
  expect(outcome.heads).toBeGreaterThan(12);
}, 120_000);
