import { type Context, getSession } from '#server/context.ts';
import type { Doer } from '../store/own.ts';

/** Who acts, when, and why. */
export function doerOf(ctx: Context, reason: string | undefined): Doer {
  const { accountId, name } = getSession(ctx);
  return { at: ctx.at, by: accountId, byName: name, reason: reason ?? null };
}
