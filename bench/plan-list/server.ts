/**
 * The whole server as a process of its own for the bench, told by its argument where the database is. Prints its address
 * when it listens. Beside the product's routes it has the list once more, open to all, for the comparison without rights.
 */
import type { UnitId } from '#kernel/brands.ts';
import { listTasks } from '#modules/plan/contract/plans.ts';
import { listTasksAnswer } from '#modules/plan/handlers/tasks.ts';
import { buildApp } from '#server/app.ts';
import { systemClock } from '#server/clock.ts';
import { readConfig } from '#server/config.ts';
import { appConnections, makePool } from '#server/db.ts';
import { makeFileStore } from '#server/files.ts';
import { makeMount } from '#server/http/mount.ts';

/** What the bench tells the process. */
export interface ServerTask {
  readonly appUrl: string;
  readonly workerUrl: string;
  readonly authUrl: string;
  readonly dataDir: string;
  readonly authSecret: string;
  readonly unitId: UnitId;
}

const task = JSON.parse(process.argv[2] ?? '') as ServerTask;
const services = {
  config: { ...readConfig({ DATA_DIR: task.dataDir, PORT: '0', LOG_LEVEL: 'silent' }), requestsPerMinute: 10_000_000 },
  clock: systemClock,
  demoClock: undefined,
  files: makeFileStore(task.dataDir),
  authUrl: task.authUrl,
  authSecret: task.authSecret,
  appPool: makePool(task.appUrl, appConnections, () => undefined),
  workerPool: makePool(task.workerUrl, 2, () => undefined),
};
const app = await buildApp(services);
const mount = makeMount(app, {
  pool: services.appPool,
  clock: systemClock,
  files: services.files,
  authSecret: task.authSecret,
  findPublicUnit: async () => task.unitId,
});
mount({ ...listTasks, path: '/bench/plans/:planId/tasks', permission: 'public' }, listTasksAnswer);
process.stdout.write(`${await app.listen({ port: 0, host: '127.0.0.1' })}\n`);
process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
