import { buildApp } from '#server/app.ts';
import { systemClock } from '#server/clock.ts';
import { readConfig } from '#server/config.ts';
import { appConnections, makePool } from '#server/db.ts';
import { makeFileStore } from '#server/files.ts';
import { makeMount } from '#server/http/mount.ts';
import type { Mount } from '#server/module.ts';
import type { ServerTask } from './server-task.ts';

/**
 * Serves the whole product as this process is told by its argument, with routes of the bench beside those of the product.
 * Prints its address when it listens; ends at SIGTERM.
 */
export async function serve(addRoutes: (mount: Mount) => void): Promise<void> {
  const task = JSON.parse(process.argv[2] ?? '') as ServerTask;
  const config = readConfig({ DATA_DIR: task.dataDir, PORT: '0', LOG_LEVEL: 'silent' });
  const services = {
    config: { ...config, requestsPerMinute: 10_000_000 },
    clock: systemClock,
    demoClock: undefined,
    files: makeFileStore(task.dataDir),
    authUrl: task.authUrl,
    authSecret: task.authSecret,
    appPool: makePool(task.appUrl, appConnections, () => undefined),
    workerPool: makePool(task.workerUrl, 2, () => undefined),
  };
  const app = await buildApp(services);
  const { appPool: pool, clock, files, authSecret } = services;
  const { forgetSessions } = app;
  addRoutes(
    makeMount(app, { pool, clock, files, authSecret, forgetSessions, findPublicUnit: async () => task.unitId }),
  );
  process.stdout.write(`${await app.listen({ port: 0, host: '127.0.0.1' })}\n`);
  process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
}
