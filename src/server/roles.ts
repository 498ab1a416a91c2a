import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { readOrMakeSecret } from './secrets.ts';

/** Names of the database roles of an installation. */
export interface RoleNames {
  readonly owner: string;
  readonly app: string;
  readonly worker: string;
  readonly auth: string;
}

/** Connection strings, one for each role; none but the migration uses the owner's. */
export interface DatabaseUrls {
  readonly owner: string;
  readonly app: string;
  readonly worker: string;
  readonly auth: string;
}

/** Role names made from one prefix. */
export function roleNames(prefix: string, owner: string): RoleNames {
  return { owner, app: `${prefix}_app`, worker: `${prefix}_worker`, auth: `${prefix}_auth` };
}

const limits: Record<'app' | 'worker' | 'auth', string> = {
  app: `statement_timeout = '15s'`,
  worker: `statement_timeout = '10min'`,
  auth: `statement_timeout = '10s'`,
};

/**
 * Makes the logins that the server uses, with passwords kept in `secretsDir`, and gives their connection strings.
 * Asks that the owner's connection may create roles; where it may not, they must exist already with these passwords.
 */
export async function ensureRoles(
  ownerUrl: string,
  prefix: string,
  secretsDir: string,
): Promise<{ roles: RoleNames; urls: DatabaseUrls }> {
  const owner = new URL(ownerUrl);
  const roles = roleNames(prefix, decodeURIComponent(owner.username));
  const urls = { owner: ownerUrl, app: '', worker: '', auth: '' };
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const database = client.escapeIdentifier(owner.pathname.slice(1) || roles.owner);
    for (const kind of ['app', 'worker', 'auth'] as const) {
      const password = await readOrMakeSecret(secretsDir, `pg-${kind}`, () => randomBytes(24).toString('base64url'));
      await ensureRole(client, roles[kind], password);
      await client.query(`grant connect on database ${database} to "${roles[kind]}"`);
      await client.query(`alter role "${roles[kind]}" set ${limits[kind]}`);
      await client.query(`alter role "${roles[kind]}" set lock_timeout = '5s'`);
      await client.query(`alter role "${roles[kind]}" set idle_in_transaction_session_timeout = '30s'`);
      const url = new URL(ownerUrl);
      url.username = roles[kind];
      url.password = password;
      urls[kind] = url.href;
    }
    await client.query(`grant create on database ${database} to "${roles.worker}"`);
    await letSearchUseItsIndex(client);
  } finally {
    await client.end();
  }
  return { roles, urls };
}

async function ensureRole(client: pg.Client, name: string, password: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  const verb = rowCount ? 'alter' : 'create';
  await client.query(`${verb} role "${name}" login nobypassrls password ${client.escapeLiteral(password)}`);
}

/**
 * Under row-level security `like` may use a trigram index, and `@@` an index of words, only when they are leak-proof; only
 * a superuser may say so. Where the server refuses, lists are still right but search reads the unit's rows one by one.
 */
async function letSearchUseItsIndex(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ super: boolean }>(
    `select rolsuper as super from pg_roles where rolname = current_user`,
  );
  if (!rows[0]?.super) return;
  await client.query('alter function pg_catalog.textlike(text, text) leakproof');
  await client.query('alter function pg_catalog.ts_match_vq(tsvector, tsquery) leakproof');
}
