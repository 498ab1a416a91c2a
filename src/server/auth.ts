import { createOTP } from '@better-auth/utils/otp';
import { betterAuth } from 'better-auth';
import { symmetricDecrypt } from 'better-auth/crypto';
import { twoFactor, username } from 'better-auth/plugins';
import pg from 'pg';
import type { Id, UnitId } from '#kernel/brands.ts';
import { signedToken, tokenIn } from './sessions.ts';
import { type Attempts, makeAttempts } from './sign-in-attempts.ts';

/** Where a sign-in comes from, as this server saw it; never as a header of the sender says. */
export interface Sender {
  readonly address: string;
  readonly device: string;
}

export interface Login {
  readonly accountId: Id;
  readonly unitId: UnitId;
}

/** What a name and a password lead to. `challenge` is the cookie that carries the sign-in to its second step. */
export type FirstStep =
  | { readonly kind: 'signed-in'; readonly token: string }
  | { readonly kind: 'second-step'; readonly challenge: string }
  | { readonly kind: 'wrong' };

export type SecondStep =
  | { readonly kind: 'signed-in'; readonly token: string; readonly accountId: Id }
  | { readonly kind: 'wrong' | 'expired' | 'locked'; readonly accountId: Id | undefined };

export interface TotpSecret {
  /** Base32, as authenticator programs take it. */
  readonly secret: string;
  readonly backupCodes: readonly string[];
}

/** Passwords, second factors and the making of sessions; all else about accounts is in the module `account`. */
export interface Auth extends Attempts {
  findLogin(name: string): Promise<Login | undefined>;
  findLoginById(accountId: Id): Promise<Login | undefined>;
  signIn(name: string, password: string, from: Sender): Promise<FirstStep>;
  /** `cookies` is the header of the request; only the challenge in it is read. */
  secondStep(code: string, kind: 'totp' | 'backup', cookies: string, from: Sender): Promise<SecondStep>;
  /** Makes a session without asking anything; gives its token. */
  startSession(accountId: Id, from: Sender): Promise<string>;
  endSession(token: string): Promise<void>;
  checkPassword(accountId: Id, password: string): Promise<boolean>;
  /** Makes and keeps a secret that does not count yet. Undefined when the password is wrong. */
  beginTotp(sessionId: string, password: string): Promise<TotpSecret | undefined>;
  checkTotp(accountId: Id, code: string): Promise<boolean>;
  /** Replaces the backup codes. Undefined when the password is wrong. */
  newBackupCodes(sessionId: string, password: string): Promise<readonly string[] | undefined>;
  close(): Promise<void>;
}

export interface AuthOptions {
  readonly connectionString: string;
  readonly secret: string;
  readonly publicUrl: string;
}

/** Form of a name to sign in with; the same as the check of the table `account`. */
export const usernameForm = /^[a-z0-9][a-z0-9._-]{2,39}$/;

const sessionSeconds = 12 * 3_600;
const challengeForm = /(?:^|;\s*)((?:__Secure-)?lm\.two_factor=[^;]+)/;
const addressHeader = 'x-lien-mach-address';

/** The sign-in library on the role and schema that are its own. Its HTTP handler is not mounted. */
export function makeAuth(options: AuthOptions): Auth {
  const pool = makeAuthPool(options.connectionString);
  const library = makeLibrary(pool, options);
  const inside = library.$context;
  const headersOf = async (sessionId: string) => {
    const { rows } = await pool.query<{ token: string }>('select token from session where id = $1', [sessionId]);
    const name = (await inside).authCookies.sessionToken.name;
    return new Headers({ cookie: `${name}=${signedToken(rows[0]?.token ?? '', options.secret)}` });
  };
  return {
    ...makeAttempts(pool, options.secret),
    findLogin: async (name) => {
      const { rows } = await pool.query<Login>(`select id as "accountId", "unitId" from "user" where username = $1`, [
        name,
      ]);
      return rows[0];
    },
    findLoginById: async (accountId) => {
      const { rows } = await pool.query<Login>('select id as "accountId", "unitId" from "user" where id = $1', [
        accountId,
      ]);
      return rows[0];
    },
    signIn: async (name, password, from) => {
      const done = await library.api
        .signInUsername({ body: { username: name, password }, headers: headersFrom(from), returnHeaders: true })
        .catch(codeOf);
      if ('code' in done) return { kind: 'wrong' };
      const answer = done.response as { token?: string; twoFactorRedirect?: boolean };
      if (answer.twoFactorRedirect) return { kind: 'second-step', challenge: challengeIn(done.headers) };
      return answer.token ? { kind: 'signed-in', token: answer.token } : { kind: 'wrong' };
    },
    secondStep: async (code, kind, cookies, from) => {
      const challenge = challengeForm.exec(cookies)?.[1];
      if (!challenge) return { kind: 'expired', accountId: undefined };
      const accountId = await findChallenged(pool, challenge, options.secret);
      const given = { body: { code }, headers: headersFrom(from, challenge) };
      const verify = kind === 'totp' ? library.api.verifyTOTP(given) : library.api.verifyBackupCode(given);
      const done = await (verify as Promise<{ token: string; user: { id: string } }>).catch(codeOf);
      if ('code' in done) return { kind: refusals[done.code] ?? 'wrong', accountId };
      return { kind: 'signed-in', token: done.token, accountId: done.user.id as Id };
    },
    startSession: async (accountId, from) => {
      const overrides = { ipAddress: from.address, userAgent: from.device };
      return (await (await inside).internalAdapter.createSession(accountId, false, overrides)).token;
    },
    endSession: async (token) => (await inside).internalAdapter.deleteSession(token),
    checkPassword: async (accountId, password) => {
      const { internalAdapter, password: passwords } = await inside;
      const hash = (await internalAdapter.findCredentialAccount(accountId))?.password;
      return hash ? passwords.verify({ hash, password }) : false;
    },
    beginTotp: async (sessionId, password) => {
      const headers = await headersOf(sessionId);
      const made = await library.api.enableTwoFactor({ body: { password, method: 'totp' }, headers }).catch(codeOf);
      if ('code' in made) return wrongPassword(made.code);
      if (made.method !== 'totp') return undefined;
      return { secret: new URL(made.totpURI).searchParams.get('secret') ?? '', backupCodes: made.backupCodes };
    },
    checkTotp: async (accountId, code) => {
      const { rows } = await pool.query<{ secret: string }>('select secret from "twoFactor" where "userId" = $1', [
        accountId,
      ]);
      if (!rows[0]) return false;
      const { secretConfig } = await inside;
      return createOTP(await symmetricDecrypt({ key: secretConfig, data: rows[0].secret })).verify(code);
    },
    newBackupCodes: async (sessionId, password) => {
      const headers = await headersOf(sessionId);
      const made = await library.api.generateBackupCodes({ body: { password }, headers }).catch(codeOf);
      return 'code' in made ? wrongPassword(made.code) : made.backupCodes;
    },
    close: () => pool.end(),
  };
}

const refusals: Readonly<Record<string, 'expired' | 'locked'>> = {
  INVALID_TWO_FACTOR_COOKIE: 'expired',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'expired',
  ACCOUNT_TEMPORARILY_LOCKED: 'locked',
};

function makeLibrary(pool: pg.Pool, options: AuthOptions) {
  return betterAuth({
    appName: 'Liền Mạch',
    baseURL: options.publicUrl,
    secret: options.secret,
    database: pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    user: { additionalFields: { unitId: { type: 'string', required: true, input: false } } },
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true },
    plugins: [
      username({ minUsernameLength: 3, maxUsernameLength: 40, usernameValidator: (name) => usernameForm.test(name) }),
      twoFactor({ issuer: 'Liền Mạch' }),
    ],
    advanced: {
      cookiePrefix: 'lm',
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
  });
}

/** Its own connections: the library expects instants as Date, the rest of the server as text. */
function makeAuthPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: 5,
    connectionTimeoutMillis: 10_000,
    options: '-c search_path=auth',
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        oid === pg.types.builtins.TIMESTAMPTZ
          ? (text: string) => new Date(text)
          : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
    },
  });
  pool.on('error', () => undefined);
  return pool;
}

function headersFrom(from: Sender, cookie?: string): Headers {
  const headers = new Headers({ [addressHeader]: from.address, 'user-agent': from.device });
  if (cookie) headers.set('cookie', cookie);
  return headers;
}

function challengeIn(headers: Headers): string {
  return headers.getSetCookie().find((cookie) => challengeForm.test(cookie)) ?? '';
}

/** Whose sign-in a challenge carries, while it is open. */
async function findChallenged(pool: pg.Pool, challenge: string, secret: string): Promise<Id | undefined> {
  const identifier = tokenIn(decodeURIComponent(challenge.slice(challenge.indexOf('=') + 1)), secret);
  if (!identifier) return undefined;
  const { rows } = await pool.query<{ value: Id }>('select value from verification where identifier = $1', [
    identifier,
  ]);
  return rows[0]?.value;
}

/** The library's refusal by its code; anything else is an error of ours and goes on. */
function codeOf(error: unknown): { code: string } {
  const code = (error as { body?: { code?: unknown } }).body?.code;
  if (typeof code === 'string') return { code };
  throw error;
}

function wrongPassword(code: string): undefined {
  if (code === 'INVALID_PASSWORD') return undefined;
  throw new Error(`the second factor was refused: ${code}`);
}
