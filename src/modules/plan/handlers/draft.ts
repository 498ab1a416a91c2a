import type { Id } from '#kernel/brands.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import { countDraft, findPlanForWrite, type StoredPlan, updatePlan } from '../store/plans.ts';

/** The plan, locked; 404 when there is none, 409 when somebody changed it meanwhile. */
export async function getPlanAt(ctx: Context, planId: Id, revision: number): Promise<StoredPlan> {
  const plan = await findPlanForWrite(ctx.db, ctx.unitId, planId);
  if (!plan) fail('not-found', {}, 404);
  if (plan.revision !== revision) {
    const { id, title, year, version, draft_version: draftVersion } = plan;
    fail('stale-version', {}, 409, { current: { id, title, year, version, draftVersion, revision: plan.revision } });
  }
  return plan;
}

/** A draft that is being changed. */
export interface Draft {
  readonly plan: StoredPlan;
  readonly at: {
    readonly unitId: Context['unitId'];
    readonly planId: Id;
    readonly version: number;
    readonly year: number;
  };
}

/** The draft of a plan; refuses when there is none. */
export async function getDraftAt(ctx: Context, planId: Id, revision: number): Promise<Draft> {
  const plan = await getPlanAt(ctx, planId, revision);
  if (plan.draft_version === null) fail('plan-no-draft', {}, 409);
  return { plan, at: { unitId: ctx.unitId, planId, version: plan.draft_version, year: plan.year } };
}

/** Ends a change of a draft: the plan's revision moves on, other modules are told. */
export async function draftTouched(ctx: Context, { plan, at }: Draft) {
  await countDraft(ctx.db, at);
  const revision = await updatePlan(ctx.db, ctx.unitId, at.planId, {});
  ctx.publish('plan.changed', { planId: at.planId, version: at.version });
  return { planId: plan.id as Id, revision, draftVersion: at.version };
}
