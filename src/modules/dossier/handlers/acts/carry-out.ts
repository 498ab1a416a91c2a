import type { Id } from '#kernel/brands.ts';
import type { Context } from '#server/context.ts';
import { type Given, stateAfter } from '../../domain/may-act.ts';
import type { DossierAct } from '../../domain/transitions.ts';
import { type Applied, applyAct, type Change } from '../../store/apply-act.ts';
import { getStanding, refusalOf, type Standing } from './standing.ts';

/** What a route was asked to do on which dossier. */
export interface Asked<Body> {
  readonly params: { readonly dossierId: Id };
  readonly body: Body & { readonly version: number };
}

/** One act: examines, then carries out on a dossier that is loaded and locked. */
export type Act<Body> = (ctx: Context, standing: Standing, body: Body) => Promise<Applied>;

/** Loads the dossier for an act and does it: what every route on one dossier does. */
export function onOne<Body>(act: Act<Body>): (ctx: Context, asked: Asked<Body>) => Promise<Applied> {
  return async (ctx, { params, body }) => act(ctx, await getStanding(ctx, params.dossierId, body.version), body);
}

/** Goes on when the act may be done; without `given`, when its button may be pressed. */
export function obeyAct(act: DossierAct, standing: Standing, given?: Given): void {
  const refusal = refusalOf(act, standing, given);
  if (refusal) throw refusal;
}

/** Carries out an act that its rule allows; the state is the table's. */
export function carryOut(
  ctx: Context,
  act: DossierAct,
  { dossier, calendar, by }: Standing,
  change: Omit<Change, 'act' | 'state' | 'by'>,
): Promise<Applied> {
  return applyAct(ctx, dossier, calendar, { by, ...change, act, state: stateAfter(act, dossier.state) });
}
