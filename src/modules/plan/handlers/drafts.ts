import type { Id } from '#kernel/brands.ts';
import { type Context, getSession } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { copyPlan, createPlan, discardDraft, editHeader, issueDraft, startDraft } from '../contract/drafting.ts';
import { contentForYear } from '../domain/version/next-year.ts';
import { emptyContent, type PlanContent } from '../domain/version/plan-content.ts';
import { deleteDraftRows, deleteLooseIdentities, deletePlan } from '../store/delete-draft.ts';
import { ensureHolders } from '../store/holders.ts';
import { findContent } from '../store/load-content.ts';
import {
  countsOf,
  findIssuedOfYear,
  findPlanForWrite,
  findVersion,
  insertPlan,
  insertVersion,
  planWords,
  updatePlan,
  updateVersion,
} from '../store/plans.ts';
import { contentHash, saveContent, withIds } from '../store/save-content.ts';
import { draftTouched, getDraftAt, getPlanAt } from './draft.ts';
import { logVersion } from './write-version.ts';

/** Routes of plans written in the product: begin, copy, issue, discard. */
export function mountDrafts(mount: Mount): void {
  mount(createPlan, async (ctx, { body }) => {
    const header = { ...body, issuerLevel: 'commune', decisionText: null };
    const made = await beginPlan(ctx, emptyContent(header), null);
    ctx.log({ action: 'plan.created', record: { type: 'plan', id: made.planId }, after: { ...body } });
    return made;
  });

  mount(copyPlan, async (ctx, { params, body }) => {
    const plan = await findPlanForWrite(ctx.db, ctx.unitId, params.planId);
    if (!plan) fail('not-found', {}, 404);
    if (plan.version === 0) fail('plan-not-issued', {}, 409);
    const source = await findContent(ctx.db, ctx.unitId, params.planId, plan.version);
    if (!source) throw new Error('a plan without the version it says is in force');
    const content = contentForYear(source.content, body.year, body.title);
    const made = await beginPlan(ctx, content, params.planId);
    ctx.log({
      action: 'plan.copied',
      record: { type: 'plan', id: made.planId },
      before: { title: plan.title, year: plan.year },
      after: { title: content.header.title, year: body.year, tasks: content.tasks.length },
    });
    return made;
  });

  mount(startDraft, async (ctx, { params, body }) => {
    const plan = await getPlanAt(ctx, params.planId, body.revision);
    if (plan.draft_version !== null) fail('plan-has-draft', {}, 409);
    const former = await findVersion(ctx.db, ctx.unitId, params.planId, plan.version);
    if (!former) throw new Error('a plan without the version it says is in force');
    const draftVersion = plan.version + 1;
    await insertVersion(ctx.db, draftRecord(ctx, params.planId, draftVersion, former));
    const revision = await updatePlan(ctx.db, ctx.unitId, params.planId, { draft_version: draftVersion });
    ctx.log({
      action: 'plan.draft-started',
      record: { type: 'plan', id: params.planId },
      after: { version: draftVersion },
    });
    ctx.publish('plan.changed', { planId: params.planId, version: draftVersion });
    return { planId: params.planId, revision, draftVersion };
  });

  mount(discardDraft, async (ctx, { params, body }) => {
    const { plan, at } = await getDraftAt(ctx, params.planId, body.revision);
    const deleted = plan.version === 0;
    await deleteDraftRows(ctx.db, ctx.unitId, params.planId, at.version);
    await deleteLooseIdentities(ctx.db, ctx.unitId, params.planId);
    const revision = deleted
      ? plan.revision
      : await updatePlan(ctx.db, ctx.unitId, params.planId, { draft_version: null });
    if (deleted) await deletePlan(ctx.db, ctx.unitId, params.planId);
    ctx.log({
      action: 'plan.draft-discarded',
      record: { type: 'plan', id: params.planId },
      before: { title: plan.title, version: at.version },
    });
    ctx.publish('plan.changed', { planId: params.planId, version: at.version });
    return { planId: params.planId, deleted, revision };
  });

  mount(editHeader, async (ctx, { params, body }) => {
    const draft = await getDraftAt(ctx, params.planId, body.revision);
    const before = await findVersion(ctx.db, ctx.unitId, params.planId, draft.at.version);
    if (!before) throw new Error('a draft without its version');
    const header = { title: body.title ?? before.title, issuer: body.issuer ?? before.issuer };
    await updateVersion(ctx.db, draft.at, header);
    if (draft.plan.version === 0) {
      await updatePlan(ctx.db, ctx.unitId, params.planId, planWords({ ...header, year: draft.plan.year }));
    }
    ctx.log({
      action: 'plan.header-changed',
      record: { type: 'plan', id: params.planId },
      before: { title: before.title, issuer: before.issuer },
      after: header,
    });
    return draftTouched(ctx, draft);
  });

  mount(issueDraft, async (ctx, { params, body }) => {
    const { plan, at } = await getDraftAt(ctx, params.planId, body.revision);
    const stored = await findContent(ctx.db, ctx.unitId, params.planId, at.version);
    if (!stored || stored.content.tasks.length + stored.content.targets.length === 0) fail('plan-empty', {}, 409);
    const taken = plan.version === 0 ? await findIssuedOfYear(ctx.db, ctx.unitId, plan.year) : undefined;
    if (taken) fail('plan-year-taken', { year: taken.year, title: taken.title }, 409, { planId: taken.id });
    const { accountId, name } = getSession(ctx);
    await updateVersion(ctx.db, at, {
      state: 'issued',
      decision_number: body.decision.number,
      decision_date: body.decision.date,
      content_hash: contentHash(stored.content),
      accepted_at: ctx.at,
      accepted_by: accountId,
      accepted_by_name: name,
      ...countsOf(stored.content),
    });
    const revision = await updatePlan(ctx.db, ctx.unitId, params.planId, {
      ...planWords(stored.content.header),
      version: at.version,
      draft_version: null,
    });
    const before = plan.version === 0 ? undefined : await findContent(ctx.db, ctx.unitId, params.planId, plan.version);
    logVersion(ctx, { planId: params.planId, version: at.version }, before?.content, stored.content, {
      kind: plan.version === 0 ? 'first' : 'amend',
      decisionNumber: body.decision.number,
      decisionDate: body.decision.date,
    });
    return { planId: params.planId, version: at.version, revision };
  });
}

function draftRecord(
  ctx: Context,
  planId: Id,
  version: number,
  header: { readonly title: string; readonly issuer: string; readonly issuer_level: string },
) {
  return {
    unit_id: ctx.unitId,
    plan_id: planId,
    version,
    kind: version === 1 ? 'first' : 'amend',
    state: 'draft',
    title: header.title,
    issuer: header.issuer,
    issuer_level: header.issuer_level,
  };
}

/** A new plan whose first version is a draft with these rows. */
async function beginPlan(ctx: Context, content: PlanContent, copiedFrom: Id | null) {
  const { title, year, issuer, issuerLevel } = content.header;
  const planId = ctx.newId();
  const after = withIds(content, ctx.newId);
  await insertPlan(ctx.db, {
    unit_id: ctx.unitId,
    id: planId,
    year,
    title,
    issuer,
    version: 0,
    draft_version: 1,
    copied_from: copiedFrom,
    created_at: ctx.at,
    created_by: getSession(ctx).accountId,
  });
  await insertVersion(ctx.db, {
    ...draftRecord(ctx, planId, 1, { title, issuer, issuer_level: issuerLevel }),
    ...countsOf(after),
  });
  await ensureHolders(ctx, after);
  await saveContent(ctx.db, { unitId: ctx.unitId, planId, version: 1, year }, undefined, after);
  ctx.publish('plan.changed', { planId, version: 1 });
  return { planId, revision: 1, draftVersion: 1 };
}
