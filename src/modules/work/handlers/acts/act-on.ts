import type { Id } from '#kernel/brands.ts';
import type { Context } from '#server/context.ts';
import type { Act } from '../../domain/acts.ts';
import { type Given, stageAfter } from '../../domain/may-act.ts';
import { type Applied, applyAct, type Change } from '../../store/apply-act.ts';
import { getStanding, obeyAct, type Standing } from './standing.ts';

/** What a route was asked to do on which obligation. */
export interface Asked {
  readonly params: { readonly obligationId: Id };
  readonly body: { readonly version: number };
}

/** What an act changes beside the stage its table names. */
export type Making = (standing: Standing) => Promise<Omit<Change, 'act' | 'stage'>> | Omit<Change, 'act' | 'stage'>;

/** Loads, asks the rule, carries out: what every act on one obligation does. */
export async function actOn(
  ctx: Context,
  asked: Asked,
  act: Act,
  given: Given | ((standing: Standing) => Given),
  make: Making,
): Promise<Applied> {
  const standing = await getStanding(ctx, asked.params.obligationId, asked.body.version);
  obeyAct(ctx, act, standing, typeof given === 'function' ? given(standing) : given);
  return carryOut(ctx, act, standing, await make(standing));
}

/** Carries out an act that its rule allows. */
export function carryOut(
  ctx: Context,
  act: Act,
  { obligation, facts }: Standing,
  change: Omit<Change, 'act' | 'stage'>,
): Promise<Applied> {
  return applyAct(ctx, obligation, { ...change, act, stage: stageAfter(act, facts) });
}
