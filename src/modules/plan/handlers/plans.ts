import type { Id } from '#kernel/brands.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { diffVersions, getPlan, listFields, listPlans, listVersions, setPublished } from '../contract/plans.ts';
import { maySeeVersion, seesDrafts } from '../domain/may-see.ts';
import { emptyContent } from '../domain/version/plan-content.ts';
import { diffContents } from '../domain/version/version-diff.ts';
import { countByField, listFieldsOf, listPlansOf, listVersionsOf } from '../queries/plan-heads.ts';
import { listAppendicesOf } from '../queries/plan-rows.ts';
import { findContent } from '../store/load-content.ts';
import { updatePlan } from '../store/plans.ts';
import { getPlanAt } from './draft.ts';
import { diffAnswerOf } from './plan-answers.ts';
import { fieldCounts, planHeadOf, versionRowOf } from './plan-heads.ts';
import { getShown } from './shown.ts';

/** Routes of plans as wholes: lists, versions, what changed between them, publication. */
export function mountPlans(mount: Mount): void {
  mount(listPlans, async (ctx, { query }) => {
    const drafts = seesDrafts(ctx);
    const { rows, total } = await listPlansOf(ctx.db, ctx.unitId, { ...query, drafts });
    return { rows: rows.map((row) => planHeadOf(row, drafts)), total, page: query.page, size: query.size };
  });

  mount(getPlan, async (ctx, { params, query }) => {
    const { plan, version, at } = await getShown(ctx, params.planId, query.version);
    const drafts = seesDrafts(ctx);
    const versions = await listVersionsOf(ctx.db, ctx.unitId, params.planId);
    const fields = fieldCounts(
      await listFieldsOf(ctx.db),
      await countByField(ctx.db, at),
      await listAppendicesOf(ctx.db, at),
    );
    return {
      ...planHeadOf({ ...plan, ...version, id: plan.id, version: plan.version }, drafts),
      shown: versionRowOf(version),
      issuerLevel: version.issuer_level,
      decisionText: version.decision_text,
      fields,
      higherCount: fields.reduce((sum, field) => sum + field.taskCount - field.oursCount, 0),
      versions: versions.filter((one) => maySeeVersion(ctx, one.state).ok).map(versionRowOf),
      copiedFrom: await copiedFrom(ctx, plan.copied_from as Id | null),
    };
  });

  mount(listVersions, async (ctx, { params }) => {
    await getShown(ctx, params.planId, undefined);
    const versions = await listVersionsOf(ctx.db, ctx.unitId, params.planId);
    return { rows: versions.filter((one) => maySeeVersion(ctx, one.state).ok).map(versionRowOf) };
  });

  mount(diffVersions, async (ctx, { params, query }) => {
    const { version } = await getShown(ctx, params.planId, params.version);
    const against = query.against ?? version.version - 1;
    const after = await getContent(ctx, params.planId, version.version);
    if (against < 1) return diffAnswerOf(diffContents(emptyContent(after.header), after));
    await getShown(ctx, params.planId, against);
    return diffAnswerOf(diffContents(await getContent(ctx, params.planId, against), after));
  });

  mount(listFields, async (ctx) => ({
    rows: (await listFieldsOf(ctx.db)).map(({ code, name, short_name: shortName, position }) => ({
      code,
      name,
      shortName,
      position,
    })),
  }));

  mount(setPublished, async (ctx, { params, body }) => {
    const plan = await getPlanAt(ctx, params.planId, body.revision);
    if (plan.version === 0) fail('plan-not-issued', {}, 409);
    const { published } = body;
    const revision = await updatePlan(ctx.db, ctx.unitId, params.planId, { published });
    ctx.log({
      action: published ? 'plan.published' : 'plan.unpublished',
      record: { type: 'plan', id: params.planId },
      before: { published: plan.published },
      after: { published },
    });
    ctx.publish('plan.published', { planId: params.planId, published });
    return { revision, published };
  });
}

async function getContent(ctx: Context, planId: Id, version: number) {
  const stored = await findContent(ctx.db, ctx.unitId, planId, version);
  if (!stored) fail('not-found', {}, 404);
  return stored.content;
}

async function copiedFrom(ctx: Context, id: Id | null) {
  if (id === null) return null;
  const source = await ctx.db
    .selectFrom('plan')
    .select(['title', 'year'])
    .where('unit_id', '=', ctx.unitId)
    .where('id', '=', id)
    .executeTakeFirst();
  return source ? { id, ...source } : null;
}
