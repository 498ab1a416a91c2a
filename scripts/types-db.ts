/** Writes src/server/db.gen.ts from a freshly migrated database: the schema is said once, in migrations/. */
import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '../src/server/embedded/cluster.ts';
import { migrate } from '../src/server/migrate.ts';
import { ensureRoles } from '../src/server/roles.ts';

const target = new URL('../src/server/db.gen.ts', import.meta.url).pathname;
const folder = await mkdtemp(join(tmpdir(), 'lien-mach-types-'));
await chmod(folder, 0o755);
const cluster = await startCluster({ dataDir: folder, secretsDir: join(folder, 'secrets'), settings: ['fsync = off'] });
try {
  const url = cluster.url('postgres');
  const { roles } = await ensureRoles(url, 'lien_mach', join(folder, 'secrets'));
  await migrate(url, roles);
  const made = spawnSync(
    process.execPath,
    [
      new URL('../node_modules/kysely-codegen/dist/cli/bin.js', import.meta.url).pathname,
      '--dialect=postgres',
      `--url=${url}`,
      `--out-file=${target}`,
      '--exclude-pattern=(auth|graphile_worker).*',
      '--numeric-parser=number',
      '--date-parser=string',
    ],
    { encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(made.stderr || made.stdout);
  const source = await readFile(target, 'utf8');
  await writeFile(
    target,
    source
      .replace(/export type Int8 = .*;/, 'export type Int8 = number;')
      .replace(/export type Timestamp = .*;/, 'export type Timestamp = string;'),
  );
} finally {
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
}
