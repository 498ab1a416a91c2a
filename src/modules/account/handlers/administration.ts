import { hashPassword } from 'better-auth/crypto';
import type { Id } from '#kernel/brands.ts';
import { type Context, getSession } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { permissionWords } from '#server/permission-words.ts';
import { listedAccounts } from '../account-list.ts';
import { addAccount } from '../add-account.ts';
import {
  disableAccount,
  enableAccount,
  endAccountSessions,
  getAccount,
  getAccountChoices,
  listAccounts,
  makeAccount,
  resetPassword,
  resetTotp,
  unlockAccount,
} from '../contract/administration.ts';
import { judgeDisabling } from '../domain/administration.ts';
import { deviceWords } from '../domain/device.ts';
import {
  type AccountFacts,
  administratorsOn,
  choicesOf,
  findAccount,
  holdsOn,
  rolesOf,
  sessionsOf,
} from '../queries.ts';
import { endSessions, releaseLock, setDisabled, setPassword, setTwoFactor } from '../store.ts';
import { temporaryPassword } from '../temporary-password.ts';

/** Accounts of the unit, for its administrator. */
export function mountAdministration(mount: Mount): void {
  mount(listAccounts, async (ctx, { query }) => {
    expectAdministrator(ctx);
    return listedAccounts(ctx.db, ctx.unitId, ctx.today, query);
  });

  mount(getAccount, async (ctx, { params: { accountId } }) => {
    const account = await getAccountOf(ctx, accountId);
    const roles = await rolesOf(ctx.db, ctx.unitId, [accountId]);
    const sessions = await sessionsOf(ctx.db, ctx.unitId, accountId);
    const current = getSession(ctx).id;
    return {
      ...account,
      state: stateOf(account),
      roles: roles.map((role) => ({ ...role, now: holdsOn(role, ctx.today) })),
      sessions: sessions.map((row) => ({ ...row, device: deviceWords(row.device), current: row.id === current })),
    };
  });

  mount(getAccountChoices, async (ctx) => {
    expectAdministrator(ctx);
    const { roles, departments, people } = await choicesOf(ctx.db, ctx.unitId, ctx.today);
    const withWords = (codes: readonly string[]) => codes.map((code) => ({ code, words: permissionWords(code) }));
    return { roles: roles.map((role) => ({ ...role, permissions: withWords(role.permissions) })), departments, people };
  });

  mount(makeAccount, async (ctx, { body: { username, owner, roles } }) => {
    expectAdministrator(ctx);
    const password = temporaryPassword();
    const id = await addAccount(ctx, {
      username,
      ...(owner.kind === 'person' ? { personId: owner.personId } : { name: owner.name, email: owner.email }),
      passwordHash: await hashPassword(password),
      mustChangePassword: true,
      roles,
    });
    return { id, temporaryPassword: password };
  });

  mount(disableAccount, async (ctx, { params: { accountId }, body: { version, reason } }) => {
    await getAccountOf(ctx, accountId);
    const verdict = judgeDisabling(await standingOf(ctx, accountId));
    if (!verdict.ok) fail(verdict.code, verdict.params, 409);
    await changeState(ctx, accountId, version, ctx.at);
    await endSessions(ctx.db, ctx.unitId, accountId);
    note(ctx, 'account.disabled', accountId, reason, { disabled: true });
    ctx.publish('account.sessions-ended', { accountId });
    return { ok: true as const };
  });

  mount(enableAccount, async (ctx, { params: { accountId }, body: { version } }) => {
    await getAccountOf(ctx, accountId);
    await changeState(ctx, accountId, version, null);
    note(ctx, 'account.enabled', accountId, undefined, { disabled: false });
    return { ok: true as const };
  });

  mount(resetPassword, async (ctx, { params: { accountId }, body: { reason } }) => {
    await getOtherAccount(ctx, accountId);
    const password = temporaryPassword();
    await setPassword(ctx.db, ctx.unitId, accountId, await hashPassword(password), true);
    await releaseLock(ctx.db, ctx.unitId, accountId);
    await endSessions(ctx.db, ctx.unitId, accountId);
    note(ctx, 'account.password-reset', accountId, reason);
    ctx.publish('account.sessions-ended', { accountId });
    return { temporaryPassword: password };
  });

  mount(resetTotp, async (ctx, { params: { accountId }, body: { reason } }) => {
    const account = await getOtherAccount(ctx, accountId);
    if (!account.twoFactor) fail('totp-off', {}, 409);
    await setTwoFactor(ctx.db, ctx.unitId, accountId, false);
    await endSessions(ctx.db, ctx.unitId, accountId);
    note(ctx, 'account.totp-reset', accountId, reason);
    ctx.publish('account.sessions-ended', { accountId });
    return { ok: true as const };
  });

  mount(unlockAccount, async (ctx, { params: { accountId } }) => {
    await getAccountOf(ctx, accountId);
    await releaseLock(ctx.db, ctx.unitId, accountId);
    note(ctx, 'account.unlocked', accountId);
    return { ok: true as const };
  });

  mount(endAccountSessions, async (ctx, { params: { accountId } }) => {
    await getAccountOf(ctx, accountId);
    const ended = await endSessions(ctx.db, ctx.unitId, accountId);
    note(ctx, 'account.session-ended', accountId, undefined, { sessions: ended });
    ctx.publish('account.sessions-ended', { accountId });
    return { ended };
  });
}

/** Accounts belong to the whole unit: a permission for one department is not enough. */
export function expectAdministrator(ctx: Context): void {
  if (!ctx.may('account.manage')) fail('forbidden', {}, 403);
}

/** An account of the unit, for its administrator. */
export async function getAccountOf(ctx: Context, accountId: Id): Promise<AccountFacts> {
  expectAdministrator(ctx);
  const account = await findAccount(ctx.db, ctx.unitId, accountId);
  if (!account) fail('not-found', {}, 404);
  return account;
}

async function getOtherAccount(ctx: Context, accountId: Id): Promise<AccountFacts> {
  const account = await getAccountOf(ctx, accountId);
  if (accountId === getSession(ctx).accountId) fail('own-account', {}, 409);
  return account;
}

async function standingOf(ctx: Context, accountId: Id) {
  const administrators = await administratorsOn(ctx.db, ctx.unitId, ctx.today);
  return {
    isSelf: accountId === getSession(ctx).accountId,
    administers: administrators.includes(accountId),
    otherAdministrators: administrators.filter((id) => id !== accountId).length,
  };
}

async function changeState(ctx: Context, accountId: Id, version: number, disabledAt: string | null): Promise<void> {
  if (await setDisabled(ctx.db, ctx.unitId, accountId, version, disabledAt)) return;
  const current = await findAccount(ctx.db, ctx.unitId, accountId);
  fail('stale-version', {}, 409, { current: current && { ...current, state: stateOf(current) } });
}

function note(ctx: Context, action: string, accountId: Id, reason?: string, after?: unknown): void {
  const record = { type: 'account', id: accountId };
  ctx.log({ action, record, ...(reason === undefined ? {} : { reason }), ...(after === undefined ? {} : { after }) });
  ctx.publish('account.changed', { accountId });
}

function stateOf(account: AccountFacts): 'active' | 'disabled' {
  return account.disabledAt === null ? 'active' : 'disabled';
}
