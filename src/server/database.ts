import { join } from 'node:path';
import pg from 'pg';
import type { Config } from './config.ts';
import { type Cluster, startCluster } from './embedded/cluster.ts';
import { migrate } from './migrate.ts';
import { type DatabaseUrls, ensureRoles } from './roles.ts';

/** A migrated database, ours or a named server's. */
export interface Database {
  readonly urls: DatabaseUrls;
  /** Our own PostgreSQL, unless `DATABASE_URL` names a server. */
  readonly cluster: Cluster | undefined;
}

const ownDatabase = 'lien_mach';

/** Starts our PostgreSQL if no server is named, makes roles and brings the schema up to date. */
export async function openDatabase(config: Config): Promise<Database> {
  const cluster = config.databaseUrl
    ? undefined
    : await startCluster({ dataDir: config.dataDir, secretsDir: config.secretsDir });
  if (cluster) await ensureDatabase(cluster.url('postgres'));
  const ownerUrl = config.databaseUrl ?? (cluster as Cluster).url(ownDatabase);
  const { roles, urls } = await ensureRoles(ownerUrl, config.rolePrefix, config.secretsDir);
  await migrate(ownerUrl, roles);
  return { urls, cluster };
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [ownDatabase]);
    if (!rowCount) await client.query(`create database ${ownDatabase}`);
  } finally {
    await client.end();
  }
}

/** Folder of uploads under the data folder. */
export function filesFolder(config: Config): string {
  return join(config.dataDir, 'files');
}

const watchEveryMs = 1_000;

/** Starts our PostgreSQL again when its process was killed; gives the function that ends the watch. */
export function watchCluster(cluster: Cluster, onRevival: (error: unknown) => void): () => void {
  let busy = false;
  const timer = setInterval(async () => {
    if (busy) return;
    busy = true;
    try {
      if (!(await cluster.alive())) {
        onRevival(undefined);
        await cluster.revive();
      }
    } catch (error) {
      onRevival(error);
    } finally {
      busy = false;
    }
  }, watchEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}
