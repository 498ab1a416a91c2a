import { toString as qrPicture } from 'qrcode';
import type { Id } from '#kernel/brands.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount, Services } from '#server/module.ts';
import { authOf } from '../auth-of.ts';
import { beginTotp, confirmTotp, makeBackupCodes, removeTotp } from '../contract/own-account.ts';
import { getBrowserSession, provePassword } from '../own-password.ts';
import { findAccount, holdsOn, rolesOf } from '../queries.ts';
import { setTwoFactor } from '../store.ts';

const issuer = 'Liền Mạch';

/** One's own second factor. */
export function mountTotp(mount: Mount, services: Services): void {
  const auth = authOf(services);

  mount(beginTotp, async (ctx, { body: { password } }) => {
    await expectTotp(ctx, getBrowserSession(ctx).accountId, false);
    const made = await provePassword(ctx, auth, password, ({ id }) => auth.beginTotp(id, password));
    const address = totpAddress(made.secret, getBrowserSession(ctx).username);
    const picture = await qrPicture(address, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
    return { secret: made.secret, address, picture, backupCodes: [...made.backupCodes] };
  });

  mount(confirmTotp, async (ctx, { body: { code } }) => {
    const { accountId } = getBrowserSession(ctx);
    await expectTotp(ctx, accountId, false);
    if (!(await auth.checkTotp(accountId, code))) fail('totp-code-wrong');
    await setTwoFactor(ctx.db, ctx.unitId, accountId, true);
    noteChange(ctx, 'account.totp-enabled', accountId);
    return { ok: true as const };
  });

  mount(removeTotp, async (ctx, { body: { password } }) => {
    const { accountId } = getBrowserSession(ctx);
    await expectTotp(ctx, accountId, true);
    const roles = await rolesOf(ctx.db, ctx.unitId, [accountId]);
    if (roles.some((role) => role.needsTotp && holdsOn(role, ctx.today))) fail('totp-needed', {}, 409);
    await provePassword(ctx, auth, password, async () => (await auth.checkPassword(accountId, password)) || undefined);
    await setTwoFactor(ctx.db, ctx.unitId, accountId, false);
    noteChange(ctx, 'account.totp-removed', accountId);
    return { ok: true as const };
  });

  mount(makeBackupCodes, async (ctx, { body: { password } }) => {
    const { accountId } = getBrowserSession(ctx);
    await expectTotp(ctx, accountId, true);
    const codes = await provePassword(ctx, auth, password, ({ id }) => auth.newBackupCodes(id, password));
    noteChange(ctx, 'account.backup-codes-made', accountId);
    return { backupCodes: [...codes] };
  });
}

/** The address that authenticator programs read: account and issuer beside the secret. */
function totpAddress(secret: string, username: string): string {
  const query = new URLSearchParams({ secret, issuer });
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(username)}?${query}`.replaceAll('+', '%20');
}

async function expectTotp(ctx: Context, accountId: Id, on: boolean): Promise<void> {
  const account = await findAccount(ctx.db, ctx.unitId, accountId);
  if (account?.twoFactor !== on) fail(on ? 'totp-off' : 'totp-on', {}, 409);
}

function noteChange(ctx: Context, action: string, accountId: Id): void {
  ctx.log({ action, record: { type: 'account', id: accountId } });
  ctx.publish('account.changed', { accountId });
}
