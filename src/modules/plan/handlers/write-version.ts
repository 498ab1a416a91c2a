import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#server/context.ts';
import type { PlanContent } from '../domain/version/plan-content.ts';
import { diffContents } from '../domain/version/version-diff.ts';
import { ensureHolders } from '../store/holders.ts';
import type { StoredContent } from '../store/load-content.ts';
import { countsOf, insertPlan, insertVersion, planWords, type StoredPlan, updatePlan } from '../store/plans.ts';
import { contentHash, saveContent, withIds } from '../store/save-content.ts';
import { doerOf } from './review.ts';

export interface VersionToWrite {
  /** Undefined for a new plan. */
  readonly plan: StoredPlan | undefined;
  readonly before: StoredContent | undefined;
  readonly after: PlanContent;
  readonly kind: 'first' | 'amend' | 'replace';
  readonly importId: Id;
  readonly fileId: Id;
  readonly decisionNumber: string | null;
  readonly decisionDate: PlainDate | null;
}

/** Writes an accepted document as the next version of its plan and puts it in force. */
export async function writeVersion(ctx: Context, made: VersionToWrite): Promise<{ planId: Id; version: number }> {
  const { plan, before } = made;
  const planId = (plan?.id as Id | undefined) ?? ctx.newId();
  const version = (plan?.version ?? 0) + 1;
  const after = withIds(made.after, ctx.newId);
  const doer = doerOf(ctx);
  const at = { unitId: ctx.unitId, planId, version, year: after.header.year };
  if (!plan) {
    const { title, year, issuer } = after.header;
    await insertPlan(ctx.db, {
      unit_id: ctx.unitId,
      id: planId,
      year,
      title,
      issuer,
      version: 0,
      draft_version: 1,
      created_at: ctx.at,
      created_by: doer.by,
    });
  }
  await ensureHolders(ctx, after);
  await insertVersion(ctx.db, { ...recordOf(ctx, made, after), plan_id: planId, version });
  await saveContent(ctx.db, at, before, after);
  await updatePlan(ctx.db, ctx.unitId, planId, { ...planWords(after.header), version, draft_version: null });
  logVersion(ctx, { planId, version }, before?.content, after, made);
  return { planId, version };
}

function recordOf(ctx: Context, made: VersionToWrite, after: PlanContent) {
  const doer = doerOf(ctx);
  return {
    unit_id: ctx.unitId,
    kind: made.kind,
    state: 'issued',
    title: after.header.title,
    issuer: after.header.issuer,
    issuer_level: after.header.issuerLevel,
    decision_text: after.header.decisionText,
    decision_number: made.decisionNumber,
    decision_date: made.decisionDate,
    import_id: made.importId,
    file_id: made.fileId,
    content_hash: contentHash(after),
    accepted_at: ctx.at,
    accepted_by: doer.by,
    accepted_by_name: doer.byName,
    ...countsOf(after),
  };
}

/** Says in the log and to other modules that a plan has a new version, with what it changed. */
export function logVersion(
  ctx: Context,
  at: { readonly planId: Id; readonly version: number },
  before: PlanContent | undefined,
  after: PlanContent,
  made: {
    readonly kind: string;
    readonly decisionNumber: string | null;
    readonly decisionDate: string | null;
    readonly importId?: Id;
  },
): void {
  const diff = before ? diffContents(before, after) : undefined;
  ctx.log({
    action: made.importId ? 'plan.accepted' : 'plan.issued',
    record: { type: 'plan', id: at.planId },
    ...(before ? { before: { version: at.version - 1, title: before.header.title } } : {}),
    after: {
      version: at.version,
      title: after.header.title,
      kind: made.kind,
      decisionNumber: made.decisionNumber,
      decisionDate: made.decisionDate,
      tasks: after.tasks.length,
      targets: after.targets.length,
      contentHash: contentHash(after),
      ...(diff ? { added: diff.added, changed: diff.changed, removed: diff.removed } : {}),
    },
  });
  ctx.publish('plan.accepted', { planId: at.planId, version: at.version });
}
