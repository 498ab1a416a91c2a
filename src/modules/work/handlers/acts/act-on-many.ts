import type { Id } from '#kernel/brands.ts';
import { loadStaffedDay } from '#modules/org/queries.ts';
import type { Context } from '#server/context.ts';
import { AppError, textOf } from '#server/errors.ts';
import type { Act } from '../../domain/acts.ts';
import type { Given } from '../../domain/may-act.ts';
import type { Applied } from '../../store/apply-act.ts';
import { lockObligations } from '../../store/locked-obligation.ts';
import { findCurrent, refusalOf, type Standing, standingOf } from './standing.ts';

interface Refusal {
  readonly id: Id;
  readonly code: string;
  readonly message: string;
  /** Of a stale one what it is now. */
  readonly current: NonNullable<Awaited<ReturnType<typeof findCurrent>>> | null;
}

/** Does one act on many obligations, each for itself: those that are refused are told with their reason, the others done. */
export async function actOnMany(
  ctx: Context,
  act: Act,
  items: readonly { readonly id: Id; readonly version: number }[],
  given: Given,
  carryOut: (standing: Standing) => Promise<Applied>,
): Promise<{ done: Applied[]; refused: Refusal[] }> {
  const staffed = await loadStaffedDay(ctx.db, ctx.unitId, ctx.today);
  const versions = new Map(items.map((item) => [item.id, item.version]));
  const locked = await lockObligations(ctx.db, ctx.unitId, [...versions.keys()]);
  const known = new Map(locked.map((one) => [one.id, one]));
  const done: Applied[] = [];
  const refused: Refusal[] = [];
  for (const [id, version] of versions) {
    const obligation = known.get(id);
    const standing = obligation?.version === version ? standingOf(ctx, obligation, staffed) : undefined;
    const refusal = standing ? refusalOf(ctx, act, standing, given) : missing(obligation !== undefined);
    const outcome = standing && !refusal ? await outcomeOf(() => carryOut(standing)) : refusal;
    if (outcome instanceof AppError) {
      const current = outcome.code === 'stale-version' ? await findCurrent(ctx, id, staffed) : undefined;
      refused.push({ id, code: outcome.code, message: textOf(outcome.code, outcome.params), current: current ?? null });
    } else if (outcome) {
      done.push(outcome);
    }
  }
  return { done, refused };
}

function missing(isKnown: boolean): AppError {
  return isKnown ? new AppError('stale-version', {}, 409) : new AppError('not-found', {}, 404);
}

/** What was done, or the refusal that came before anything was written. */
async function outcomeOf(work: () => Promise<Applied>): Promise<Applied | AppError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
