import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { systemClock } from '#server/clock.ts';
import { readConfig } from '#server/config.ts';
import { makePool } from '#server/db.ts';
import { startCluster } from '#server/embedded/cluster.ts';
import { makeFileStore } from '#server/files.ts';
import { migrate } from '#server/migrate.ts';
import type { Services } from '#server/module.ts';
import { type DatabaseUrls, ensureRoles } from '#server/roles.ts';
import { type CountingServer, startCountingServer } from './counting-server.ts';

/** A PostgreSQL of its own with fsync on, an SMTP server that counts, and the services of the product between them. */
export interface MailRig {
  readonly services: Services;
  /** Passes row-level security. */
  readonly owner: pg.Pool;
  readonly urls: DatabaseUrls;
  readonly mail: CountingServer;
  stop(): Promise<void>;
}

export async function startMailRig(): Promise<MailRig> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lien-mach-bench-mail-'));
  const secretsDir = join(dataDir, 'secrets');
  const cluster = await startCluster({ dataDir, secretsDir });
  const { roles, urls } = await ensureRoles(cluster.url('postgres'), 'bench', secretsDir);
  await migrate(urls.owner, roles);
  const mail = await startCountingServer();
  const owner = new pg.Pool({ connectionString: urls.owner, max: 2 });
  const pools = { appPool: makePool(urls.app, 20, ignore), workerPool: makePool(urls.worker, 6, ignore) };
  const services: Services = {
    config: { ...readConfig({}), smtpUrl: `smtp://127.0.0.1:${mail.port}` },
    clock: systemClock,
    demoClock: undefined,
    files: makeFileStore(join(dataDir, 'files')),
    authUrl: urls.auth,
    authSecret: '',
    ...pools,
  };
  return {
    services,
    owner,
    urls,
    mail,
    stop: async () => {
      await mail.stop();
      await Promise.all([owner.end(), pools.appPool.end(), pools.workerPool.end()]);
      await cluster.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function ignore(): void {}
