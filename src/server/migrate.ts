import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { loadNationalCalendar } from './national-calendar.ts';
import { loadNationalProcedures } from './national-procedures.ts';
import type { RoleNames } from './roles.ts';

const folder = fileURLToPath(new URL('../../migrations/', import.meta.url));
const lockId = 7_102_455_001;

/**
 * Brings a database to the newest schema: every `migrations/NNNN_name.sql` not yet applied, each in one
 * transaction, in order, and the national calendar and procedures of the release. Applied files must not have changed
 * since. Safe to call from several processes at once.
 */
export async function migrate(ownerUrl: string, roles: RoleNames): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(${lockId})`);
    await client.query(`set row_security = off`);
    await client.query(
      `create table if not exists migration (name text primary key, hash text not null, applied_at timestamptz not null default now())`,
    );
    const done = await applyMissing(client, roles);
    await loadNationalCalendar(client);
    await loadNationalProcedures(client);
    return done;
  } finally {
    await client.end();
  }
}

async function applyMissing(client: pg.Client, roles: RoleNames): Promise<string[]> {
  const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migration');
  const applied = new Map(rows.map((row) => [row.name, row.hash]));
  const names = (await readdir(folder)).filter((name) => /^\d{4}_\w+\.sql$/.test(name)).sort();
  const done: string[] = [];
  for (const name of names) {
    const source = await readFile(folder + name, 'utf8');
    const hash = createHash('sha256').update(source).digest('hex');
    const known = applied.get(name);
    if (known === hash) continue;
    if (known !== undefined) throw new Error(`migration ${name} was changed after it had been applied`);
    await applyOne(client, name, withRoles(source, roles), hash);
    done.push(name);
  }
  return done;
}

async function applyOne(client: pg.Client, name: string, sql: string, hash: string): Promise<void> {
  try {
    await client.query('begin');
    await client.query(sql);
    await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function withRoles(sql: string, roles: RoleNames): string {
  return sql.replace(/\{(app|worker|auth|owner)\}/g, (_, key: keyof RoleNames) => `"${roles[key]}"`);
}
