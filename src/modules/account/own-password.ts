import type { Auth } from '#server/auth.ts';
import { type Context, getSession } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Session } from '#server/session.ts';

/** The session of a person at a browser; a personal token may not touch the ways to sign in. */
export function getBrowserSession(ctx: Context): Session {
  const session = getSession(ctx);
  if (session.via !== 'cookie') fail('only-in-browser', {}, 403);
  return session;
}

/**
 * Asks the person behind a session for the password again by `check`; wrong ones count as at the sign-in page, so that a
 * screen left open is no place to guess. Refuses when it is wrong.
 */
export async function provePassword<Answer>(
  ctx: Context,
  auth: Auth,
  password: string,
  check: (session: Session) => Promise<Answer | undefined>,
): Promise<Answer> {
  const session = getBrowserSession(ctx);
  const attempt = await auth.beginAttempt(session.username, ctx.address, session.id, password);
  if (!attempt.allowed) fail('sign-in-locked', { ...attempt.wait }, 429);
  const answer = await check(session);
  if (answer === undefined && attempt.wait) fail('sign-in-locked', { ...attempt.wait }, 429);
  if (answer === undefined) fail('wrong-password', { left: attempt.left });
  await auth.clearAttempts(session.username, ctx.address);
  return answer;
}
