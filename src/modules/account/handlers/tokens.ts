import { createHash, randomBytes } from 'node:crypto';
import { type Context, getSession } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { permissionWords } from '#server/permission-words.ts';
import { tokenPrefix } from '#server/sessions.ts';
import { listTokens, makeToken, revokeToken } from '../contract/tokens.ts';
import { getBrowserSession } from '../own-password.ts';
import { tokensOf } from '../queries.ts';
import { insertToken, revokeTokenOf } from '../store.ts';

/** Personal API tokens. */
export function mountTokens(mount: Mount): void {
  mount(listTokens, async (ctx) => {
    const { accountId } = getSession(ctx);
    return {
      rows: await tokensOf(ctx.db, ctx.unitId, accountId),
      scopes: heldPermissions(ctx).map((code) => ({ code, words: permissionWords(code) })),
    };
  });

  mount(makeToken, async (ctx, { body: { name, scopes, days } }) => {
    const { accountId } = getBrowserSession(ctx);
    const held = heldPermissions(ctx);
    if (scopes.some((scope) => !held.includes(scope))) fail('scope-not-held', {}, 403);
    const token = `${tokenPrefix}${randomBytes(32).toString('base64url')}`;
    const sha256 = createHash('sha256').update(token).digest('hex');
    const made = { id: ctx.newId(), accountId, name, sha256, scopes: [...new Set(scopes)], days };
    const expiresAt = await insertToken(ctx.db, ctx.unitId, made);
    const record = { type: 'account', id: accountId };
    ctx.log({ action: 'account.token-made', record, after: { name, scopes: made.scopes, until: expiresAt } });
    return { id: made.id, token, expiresAt };
  });

  mount(revokeToken, async (ctx, { params: { tokenId } }) => {
    const { accountId } = getBrowserSession(ctx);
    const revoked = await revokeTokenOf(ctx.db, ctx.unitId, accountId, tokenId);
    if (!revoked) fail('not-found', {}, 404);
    ctx.log({ action: 'account.token-revoked', record: { type: 'account', id: accountId }, after: { tokenId } });
    return { ok: true as const };
  });
}

function heldPermissions(ctx: Context): string[] {
  return [...new Set(getSession(ctx).grants.map((grant) => grant.permission))].sort();
}
