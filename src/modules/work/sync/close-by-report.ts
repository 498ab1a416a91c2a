import { sql } from 'kysely';
import { z } from 'zod';
import type { Id } from '#kernel/brands.ts';
import { day, id } from '#modules/fields.ts';
import type { Context } from '#server/context.ts';
import { periodsClosedBy, periodWords } from '../domain/period.ts';
import { applyAct, type Signature } from '../store/apply-act.ts';
import { type LockedObligation, lockObligations } from '../store/locked-obligation.ts';
import { acceptedWithReport, decideSubmission } from '../store/submissions.ts';

/** Payload of `report.signed`. */
export const reportSigned = z.object({
  reportId: id,
  planId: id,
  period: z.string(),
  evidenceId: id,
  signedOn: day,
});

/** Nobody did it: it follows from the signed report. */
const bySystem: Signature = { id: null, name: 'Hệ thống, theo báo cáo đã ký', insteadOf: null };

/**
 * Closes every output that the signed report fulfils, in all tables of its plan: one document, handed in once. What was
 * accepted before stays as it was; what waits for a decision is answered by the report.
 */
export async function closeByReport(ctx: Context, signed: z.output<typeof reportSigned>): Promise<void> {
  const rows = await ctx.db
    .selectFrom('obligation')
    .select('id')
    .where('unit_id', '=', ctx.unitId)
    .where('plan_id', '=', signed.planId)
    .where(sql<boolean>`report`)
    .where('ours', '=', true)
    .where('period', 'in', [...periodsClosedBy(signed.period)])
    .where('stage', 'not in', ['accepted', 'void', 'not-arising'])
    .orderBy('id')
    .execute();
  const ids = rows.map((row) => row.id as Id);
  for (const obligation of await lockObligations(ctx.db, ctx.unitId, ids)) await close(ctx, obligation, signed);
}

async function close(
  ctx: Context,
  obligation: LockedObligation,
  { period, evidenceId, signedOn }: z.output<typeof reportSigned>,
): Promise<void> {
  const submissionId = ctx.newId();
  const reason = `Báo cáo ${periodWords(period)} đã ký hoàn thành sản phẩm này.`;
  const open = obligation.submission;
  await applyAct(ctx, obligation, {
    act: 'close-by-report',
    by: bySystem,
    stage: 'accepted',
    stageReason: null,
    doneOn: signedOn,
    closingId: submissionId,
    approverId: null,
    submissionId,
    evidenceId,
    reason,
    beside: [
      ...(open ? [decideSubmission(ctx, open.id, { state: 'withdrawn', by: bySystem, reason })] : []),
      ...acceptedWithReport(ctx, { id: submissionId, obligation, evidenceId, signedOn, by: bySystem, reason }),
    ],
  });
}
