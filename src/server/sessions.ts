import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { Id, UnitId } from '#kernel/brands.ts';
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

const byCookie = { name: 'find_session', text: 'select * from find_session($1, $2)' };
const byToken = { name: 'find_api_token', text: 'select * from find_api_token($1, $2)' };

/**
 * Reads who sends a request, in one statement: by the session cookie after checking its HMAC, or by a personal API token
 * (`Authorization: Bearer lm_…`), of which the database knows only the hash. Undefined for anybody else.
 */
export function makeSessionReader(pool: pg.Pool, secret: string, now: () => number) {
  return async (request: FastifyRequest): Promise<Session | undefined> => {
    const bearer = /^Bearer (lm_[\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
    const today = new Date(now()).toISOString();
    if (bearer) {
      const hash = createHash('sha256').update(bearer).digest('hex');
      const { rows } = await pool.query<SessionRow>({ ...byToken, values: [hash, today] });
      return rows[0] && sessionOf(rows[0], 'token');
    }
    const token = tokenIn(request.cookies[sessionCookie] ?? request.cookies[`__Secure-${sessionCookie}`], secret);
    if (!token) return undefined;
    const { rows } = await pool.query<SessionRow>({ ...byCookie, values: [token, today] });
    return rows[0] && sessionOf(rows[0], 'cookie');
  };
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
