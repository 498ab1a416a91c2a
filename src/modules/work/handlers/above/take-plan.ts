import type { Id } from '#kernel/brands.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { addAbovePlan, removeAbovePlan, takeAbovePlan } from '../../contract/above.ts';
import { type AskedByReading, askedByReading } from '../../domain/asked-by-reading.ts';
import { findReading, listAskedByPlan, listPlansOfAbove, listReadDocuments } from '../../queries/above/above-plans.ts';
import { insertAboveItems, renewAboveItems } from '../../store/above/above-item.ts';
import {
  deleteAbovePlan,
  findTaken,
  insertAbovePlan,
  lockAbovePlan,
  type NewAbovePlan,
  renewAbovePlan,
} from '../../store/above/above-plan.ts';

/** Routes by which plans of higher levels come in: taken, read or by hand; and go again. */
export function mountAbovePlans(mount: Mount): void {
  mount(takeAbovePlan, (ctx, { body }) =>
    body.from === 'unit' ? takeFromUnit(ctx, body) : takeFromDocument(ctx, body),
  );

  mount(addAbovePlan, async (ctx, { body }) => {
    const id = await insertAbovePlan(ctx, body);
    logPlan(ctx, id, 'above-plan.added', body);
    return { id, version: 1 };
  });

  mount(removeAbovePlan, async (ctx, { params, body }) => {
    const plan = await lockAbovePlan(ctx, params.abovePlanId);
    if (plan.version !== body.version) fail('stale-version', {}, 409, { current: plan });
    await deleteAbovePlan(ctx, plan.id);
    ctx.log({
      action: 'above-plan.removed',
      record: { type: 'above-plan', id: plan.id },
      before: { title: plan.title, issuer: plan.issuer, year: plan.year },
      reason: body.reason,
    });
    return { ok: true as const };
  });
}

async function takeFromUnit(ctx: Context, { year, planId }: { readonly year: number; readonly planId: Id }) {
  const found = (await listPlansOfAbove(ctx.db, year)).find((one) => one.planId === planId);
  if (!found) fail('above-not-published', {}, 404);
  const plan: NewAbovePlan = {
    ...{ year, issuer: found.issuer, number: found.number ?? '', day: found.day, title: found.title },
    source: { unitId: found.unitId, planId, version: found.version },
  };
  const asked = await listAskedByPlan(ctx.db, found);
  const known = await findTaken(ctx, { planId });
  if (!known) return takeNew(ctx, plan, asked);
  const renewed = await renewAboveItems(ctx, known.id, asked);
  const version = await renewAbovePlan(ctx, known, plan);
  logPlan(ctx, known.id, 'above-plan.renewed', plan, renewed);
  return { id: known.id, version, ...renewed };
}

async function takeFromDocument(ctx: Context, { year, importId }: { readonly year: number; readonly importId: Id }) {
  const reading = ctx.may('plan.import') ? await findReading(ctx.db, ctx.unitId, importId) : undefined;
  if (!reading) fail('not-found', {}, 404);
  const known = await findTaken(ctx, { importId });
  if (known) fail('above-taken', { title: known.title }, 409);
  const { decision, issuer, title } = reading;
  const head = (await listReadDocuments(ctx.db, ctx.unitId)).find((one) => one.importId === importId);
  const plan: NewAbovePlan = {
    ...{ year, number: decision.number ?? '', day: (decision.date ?? null) as NewAbovePlan['day'], importId },
    issuer: issuer.trim() || head?.issuer || 'Cấp trên',
    title: title.trim().slice(0, 500) || `Kế hoạch của cấp trên năm ${year}`,
  };
  return takeNew(ctx, plan, askedByReading(reading, year));
}

async function takeNew(ctx: Context, plan: NewAbovePlan, asked: readonly AskedByReading[]) {
  const id = await insertAbovePlan(ctx, plan);
  await insertAboveItems(ctx, id, asked);
  const counts = { added: asked.length, changed: 0, gone: 0 };
  logPlan(ctx, id, 'above-plan.added', plan, counts);
  return { id, version: 1, ...counts };
}

function logPlan(
  ctx: Context,
  id: Id,
  action: 'above-plan.added' | 'above-plan.renewed',
  { title, issuer, year }: NewAbovePlan,
  counts: object = {},
): void {
  ctx.log({ action, record: { type: 'above-plan', id }, after: { title, issuer, year, ...counts } });
}
