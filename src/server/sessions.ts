import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { Id, UnitId } from '#kernel/brands.ts';
import { dayInVietnam } from '#kernel/plain-date.ts';
import { makeKeptSessions } from './kept-sessions.ts';
import type { Grant, Session } from './session.ts';

/** The cookie that better-auth sets: the session's token, a point, and its HMAC. */
export const sessionCookie = 'lm.session_token';
export const tokenPrefix = 'lm_';

interface SessionRow {
  session_id: string;
  account_id: Id;
  person_id: Id | null;
  unit_id: UnitId;
  name: string;
  username: string;
  email: string | null;
  grants: Grant[];
  department_ids: Id[];
  must_change_password: boolean;
  must_enrol_totp: boolean;
}

const touchEveryMs = 300_000;
const mostRemembered = 50_000;

const byCookie = { name: 'find_session', text: 'select * from find_session($1, $2)' };
const byToken = { name: 'find_api_token', text: 'select * from find_api_token($1, $2)' };

export interface SessionReader {
  /** Who sends a request; undefined for anybody without a session. */
  read(request: FastifyRequest): Promise<Session | undefined>;
  /** Tells that rights of this unit, or of any, may have changed: the next request asks the database again. */
  forget(unitId?: UnitId): void;
  /** The same of one person's name, address or posts. */
  forgetPerson(personId: string): void;
}

/**
 * Reads who sends a request: by the session cookie after checking its HMAC, or by a personal API token
 * (`Authorization: Bearer lm_…`), of which the database knows only the hash. The database is asked by one statement, and
 * what it said is kept for a moment.
 */
export function makeSessionReader(pool: pg.Pool, secret: string, now: () => number): SessionReader {
  const touch = makeToucher(pool);
  const checked = makeCookieReader(secret);
  const kept = makeKeptSessions(() => performance.now());
  const find = (statement: { name: string; text: string }, key: string, via: Session['via']) => {
    const today = now();
    return kept.get(`${via} ${dayInVietnam(today)} ${key}`, async () => {
      const values = [key, new Date(today).toISOString()];
      const { rows } = await pool.query<SessionRow>({ ...statement, values });
      return rows[0] && touch(sessionOf(rows[0], via));
    });
  };
  return {
    forget: kept.forget,
    forgetPerson: kept.forgetPerson,
    read: async (request) => {
      const bearer = /^Bearer (lm_[\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
      if (bearer) return find(byToken, createHash('sha256').update(bearer).digest('hex'), 'token');
      const token = checked(request.cookies[sessionCookie] ?? request.cookies[`__Secure-${sessionCookie}`]);
      return token ? find(byCookie, token, 'cookie') : undefined;
    },
  };
}

/** Notes in the database that a session was seen, every five minutes at most and beside the request. */
function makeToucher(pool: pg.Pool): (session: Session) => Session {
  const seen = new Map<string, number>();
  return (session) => {
    const now = performance.now();
    const last = seen.get(session.id);
    if (last !== undefined && now - last < touchEveryMs) return session;
    if (seen.size >= mostRemembered) seen.clear();
    seen.set(session.id, now);
    const noted =
      session.via === 'cookie'
        ? pool.query('select touch_session($1)', [session.id])
        : pool.query('select touch_api_token($1, $2)', [session.unitId, session.id]);
    noted.catch(() => undefined);
    return session;
  };
}

/** Reads tokens from signed cookie values; a signature that was found ours is not computed again. */
function makeCookieReader(secret: string): (cookie: string | undefined) => string | undefined {
  const ours = new Map<string, string>();
  return (cookie) => {
    const known = cookie && ours.get(cookie);
    if (known) return known;
    const token = tokenIn(cookie, secret);
    if (!cookie || !token) return undefined;
    if (ours.size >= mostRemembered) ours.clear();
    ours.set(cookie, token);
    return token;
  };
}

/** The value of the session cookie: the token, a point and its HMAC, encoded for a header. */
export function signedToken(token: string, secret: string): string {
  return encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`);
}

/** The token in a signed cookie value, or undefined when the signature is not ours. */
export function tokenIn(cookie: string | undefined, secret: string): string | undefined {
  if (!cookie) return undefined;
  const point = cookie.lastIndexOf('.');
  if (point < 1) return undefined;
  const token = cookie.slice(0, point);
  const given = Buffer.from(cookie.slice(point + 1), 'base64');
  const right = createHmac('sha256', secret).update(token).digest();
  return given.length === right.length && timingSafeEqual(given, right) ? token : undefined;
}

function sessionOf(row: SessionRow, via: Session['via']): Session {
  return {
    id: row.session_id,
    accountId: row.account_id,
    personId: row.person_id,
    unitId: row.unit_id,
    name: row.name,
    username: row.username,
    email: row.email,
    grants: row.grants,
    departmentIds: row.department_ids,
    mustChangePassword: row.must_change_password,
    mustEnrolTotp: row.must_enrol_totp,
    via,
  };
}
