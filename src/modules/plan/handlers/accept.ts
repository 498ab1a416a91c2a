import type { Id } from '#kernel/brands.ts';
import { type PlainDate, parsePlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { acceptImport, previewAccept } from '../contract/imports.ts';
import { higherRows } from '../domain/review/higher-rows.ts';
import { obstaclesOf } from '../domain/review/may-accept.ts';
import { contentOfReading } from '../domain/version/content-of-reading.ts';
import { linkText } from '../domain/version/link-text.ts';
import { type LaterKind, mergeVersion } from '../domain/version/merge-version.ts';
import type { PlanContent } from '../domain/version/plan-content.ts';
import { diffContents } from '../domain/version/version-diff.ts';
import { listFieldsOf } from '../queries/plan-heads.ts';
import { loadReviewActs } from '../store/import-review.ts';
import { findImport, type StoredImport, updateImport } from '../store/imports.ts';
import { findContent } from '../store/load-content.ts';
import { findIssuedOfYear, findPlanForWrite, type StoredPlan } from '../store/plans.ts';
import { obstacleText } from '../text/errors.ts';
import { diffAnswerOf } from './plan-answers.ts';
import { countsOf, decisionsOf, openReview, type Review, type ReviewDecision } from './review.ts';
import { writeVersion } from './write-version.ts';

/** How a document is accepted. */
export interface Asked {
  readonly kind: 'first' | LaterKind;
  readonly planId?: Id | undefined;
  readonly planVersion?: number | undefined;
  readonly matches?: readonly { readonly path: string; readonly taskId: Id | null }[] | undefined;
  readonly removals?: readonly Id[] | undefined;
  readonly decision?: { readonly number: string | null; readonly date: PlainDate | null } | undefined;
}

/** Routes that make a plan of what was read, and show beforehand what it would change. */
export function mountAccept(mount: Mount): void {
  mount(previewAccept, async (ctx, { params, body }) => {
    const stored = await findImport(ctx.db, ctx.unitId, params.importId);
    if (!stored?.reading) fail('not-found', {}, 404);
    const acts = await loadReviewActs(ctx.db, ctx.unitId, params.importId);
    const incoming = await contentOf(ctx, stored, decisionsOf(acts));
    const plan = await ctx.db
      .selectFrom('plan')
      .selectAll()
      .where('unit_id', '=', ctx.unitId)
      .where('id', '=', body.planId)
      .executeTakeFirst();
    const before = await contentInForce(ctx, plan, incoming);
    return diffAnswerOf(
      diffContents(before.content, mergeVersion(before.content, incoming, body.kind, choicesOf(body))),
    );
  });

  mount(acceptImport, async (ctx, { params, body }) => {
    const review = await openReview(ctx, params.importId, body.version);
    return acceptReview(ctx, review, body);
  });
}

/** Makes what was reviewed a version of a plan; refuses with what is still open. */
export async function acceptReview(
  ctx: Context,
  review: Review,
  body: Asked,
): Promise<{ planId: Id; version: number }> {
  const importId = review.stored.id as Id;
  refuseObstacles(review);
  const incoming = await contentOf(ctx, review.stored, review.decisions);
  const decision = body.decision ?? review.reading.decision;
  const source = {
    importId: importId,
    fileId: review.stored.file_id as Id,
    decisionNumber: decision.number,
    decisionDate: decision.date === null ? null : (parsePlainDate(decision.date) ?? null),
  };
  const target = await targetOf(ctx, body, incoming);
  const made = await writeVersion(ctx, { ...target, ...source, kind: body.kind });
  await updateImport(ctx.db, ctx.unitId, importId, {
    state: 'accepted',
    plan_id: made.planId,
    plan_version: made.version,
  });
  ctx.log({
    action: 'plan-import.accepted',
    record: { type: 'plan-import', id: importId },
    before: { state: 'review' },
    after: { state: 'accepted', ...made, kind: body.kind },
  });
  return made;
}

function refuseObstacles(review: Review): void {
  const obstacles = obstaclesOf(review.reading, countsOf(review));
  if (obstacles.length > 0) fail('import-not-ready', { list: obstacleText(obstacles) }, 409, { obstacles });
}

/** The rows of the plan that was read, as decided in its review. */
async function contentOf(
  ctx: Context,
  stored: StoredImport,
  decisions: readonly ReviewDecision[],
): Promise<PlanContent> {
  const { reading } = stored;
  if (!reading || reading.year === null) fail('import-not-ready', { list: '' }, 409);
  const fields = await listFieldsOf(ctx.db);
  return contentOfReading(reading, {
    importId: stored.id,
    fields,
    higher: higherRows(decisions),
    links: linkText(reading),
  });
}

/** What is written, and over what: a new plan, or the next version of one that must be as it was shown. */
async function targetOf(ctx: Context, asked: Asked, incoming: PlanContent) {
  if (asked.kind === 'first') {
    const taken = await findIssuedOfYear(ctx.db, ctx.unitId, incoming.header.year);
    if (taken) fail('plan-year-taken', { year: taken.year, title: taken.title }, 409, { planId: taken.id });
    return { plan: undefined, before: undefined, after: incoming };
  }
  if (!asked.planId) fail('plan-choose-plan');
  const plan = await findPlanForWrite(ctx.db, ctx.unitId, asked.planId);
  const before = await contentInForce(ctx, plan, incoming);
  if (plan && asked.planVersion !== undefined && plan.version !== asked.planVersion)
    fail('plan-shown-version-stale', { version: plan.version }, 409, { current: { version: plan.version } });
  return { plan, before, after: mergeVersion(before.content, incoming, asked.kind, choicesOf(asked)) };
}

async function contentInForce(ctx: Context, plan: StoredPlan | undefined, incoming: PlanContent) {
  if (!plan || plan.version === 0) fail('not-found', {}, 404);
  if (plan.draft_version !== null) fail('plan-has-draft', {}, 409);
  if (plan.year !== incoming.header.year)
    fail('plan-year-differs', { year: incoming.header.year, planYear: plan.year }, 409);
  const before = await findContent(ctx.db, ctx.unitId, plan.id as Id, plan.version);
  if (!before) throw new Error('a plan without the version it says is in force');
  return before;
}

function choicesOf(asked: Pick<Asked, 'matches' | 'removals'>) {
  return {
    matches: new Map((asked.matches ?? []).map((one) => [one.path, one.taskId])),
    removals: new Set<string>(asked.removals ?? []),
  };
}
