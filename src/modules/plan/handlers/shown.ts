import type { Id } from '#kernel/brands.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import { obey } from '#server/obey.ts';
import { maySeeVersion } from '../domain/may-see.ts';
import { findShown, type ShownPlan } from '../queries/find-shown.ts';

/** A version that is shown, in the form the queries take. */
export interface Shown extends ShownPlan {
  readonly at: { readonly unitId: Context['unitId']; readonly planId: Id; readonly version: number };
}

/** The version asked for, or the one in force; 404 when there is none that this person may see. */
export async function getShown(ctx: Context, planId: Id, version: number | undefined): Promise<Shown> {
  const found = await findShown(ctx.db, ctx.unitId, planId, version);
  if (!found) fail('not-found', {}, 404);
  obey(maySeeVersion(ctx, found.version.state), 404);
  return {
    ...found,
    at: { unitId: ctx.unitId, planId, version: found.version.version },
  };
}
