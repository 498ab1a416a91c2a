import { hashPassword } from 'better-auth/crypto';
import { type Context, getSession } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount, Services } from '#server/module.ts';
import { authOf } from '../auth-of.ts';
import { changePassword, endOtherSessions, endSession, getOwnAccount, listSessions } from '../contract/own-account.ts';
import { deviceWords } from '../domain/device.ts';
import { judgePassword } from '../domain/password.ts';
import { getBrowserSession, provePassword } from '../own-password.ts';
import { findAccount, holdsOn, rolesOf, sessionsOf } from '../queries.ts';
import { endSessions, setPassword } from '../store.ts';

/** One's own account: password and sessions. */
export function mountOwnAccount(mount: Mount, services: Services): void {
  const auth = authOf(services);

  mount(getOwnAccount, async (ctx) => {
    const { accountId } = getSession(ctx);
    const account = await findAccount(ctx.db, ctx.unitId, accountId);
    if (!account) fail('not-found', {}, 404);
    const roles = await rolesOf(ctx.db, ctx.unitId, [accountId]);
    const { username, name, email, twoFactor, signedInAt } = account;
    return {
      username,
      name,
      email,
      roles: roles.filter((role) => role.to === null || role.to >= ctx.today),
      twoFactor,
      needsTwoFactor: !account.demo && roles.some((role) => role.needsTotp && holdsOn(role, ctx.today)),
      signedInAt,
    };
  });

  mount(changePassword, async (ctx, { body: { current, next } }) => {
    const session = await provePassword(ctx, auth, current, async (own) =>
      (await auth.checkPassword(own.accountId, current)) ? own : undefined,
    );
    const verdict = judgePassword(next, session.username);
    if (!verdict.ok) fail(verdict.code, verdict.params);
    if (next === current) fail('password-same');
    await setPassword(ctx.db, ctx.unitId, session.accountId, await hashPassword(next), false);
    const sessions = await endSessions(ctx.db, ctx.unitId, session.accountId, { except: session.id });
    ctx.log({
      action: 'account.password-changed',
      record: { type: 'account', id: session.accountId },
      after: { sessions },
    });
    ctx.publish('account.sessions-ended', { accountId: session.accountId });
    return { ok: true as const };
  });

  mount(listSessions, async (ctx) => {
    const session = getSession(ctx);
    const rows = await sessionsOf(ctx.db, ctx.unitId, session.accountId);
    return { rows: rows.map((row) => ({ ...row, device: deviceWords(row.device), current: row.id === session.id })) };
  });

  mount(endSession, async (ctx, { params: { sessionId } }) => {
    const ended = await endOwn(ctx, { only: sessionId });
    if (ended === 0) fail('not-found', {}, 404);
    return { ok: true as const };
  });

  mount(endOtherSessions, async (ctx) => ({ ended: await endOwn(ctx, { except: getSession(ctx).id }) }));
}

async function endOwn(ctx: Context, which: { only: string } | { except: string }): Promise<number> {
  const { accountId } = getBrowserSession(ctx);
  const ended = await endSessions(ctx.db, ctx.unitId, accountId, which);
  if (ended === 0) return 0;
  ctx.log({ action: 'account.session-ended', record: { type: 'account', id: accountId }, after: { sessions: ended } });
  ctx.publish('account.sessions-ended', { accountId });
  return ended;
}
