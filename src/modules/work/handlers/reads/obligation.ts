import type { Id } from '#kernel/brands.ts';
import type { ParsedInput } from '#kernel/route.ts';
import { loadStaffedDay, type StaffedDay } from '#modules/org/queries.ts';
import type { Context } from '#server/context.ts';
import { fail, textOf } from '#server/errors.ts';
import type { getObligation } from '../../contract/reads.ts';
import { possibleActs } from '../../domain/may-act.ts';
import { bearerOf } from '../../queries/bearer-of.ts';
import { findObligation, listClosedTogether, listPartsOf, type PartRecord } from '../../queries/find-obligation.ts';
import { obligationAnswer } from '../../queries/obligation-answer.ts';
import { listExtensions, listSubmissions, listUrges } from '../../queries/submissions.ts';
import { listTimeline } from '../../queries/timeline.ts';
import { findForAct } from '../../store/locked-obligation.ts';
import { standingOf } from '../acts/standing.ts';

/** The page of an obligation: its day and why, who, what was handed in, asked and urged, and what may be done now. */
export async function obligationPageAnswer(ctx: Context, { params }: ParsedInput<typeof getObligation>) {
  const found = await findObligation(ctx.db, ctx.unitId, params.obligationId);
  if (!found) fail('not-found', {}, 404);
  const staffed = await loadStaffedDay(ctx.db, ctx.unitId, ctx.today);
  const parts = await listPartsOf(ctx.db, ctx.unitId, found.taskId);
  const { stageReason, dueSteps, approverId, closingId: _closingId, ...record } = found;
  return {
    obligation: obligationAnswer(record, staffed),
    stageReason,
    dueSteps: [...dueSteps],
    approver: approverId === null ? null : bearerOf(staffed, { positionId: approverId, personId: null, words: '' }),
    coordinators: partBearers(parts, 'coordinator', staffed),
    watchers: partBearers(parts, 'watcher', staffed),
    submissions: await listSubmissions(ctx.db, ctx.unitId, [found.id], staffed),
    extensions: await listExtensions(ctx.db, ctx.unitId, [found.id]),
    urges: await listUrges(ctx.db, ctx.unitId, found.id),
    closedTogether: await listClosedTogether(ctx.db, ctx.unitId, found),
    acts: await actsOf(ctx, found.id, staffed),
    timeline: await listTimeline(ctx.db, ctx.unitId, found.id),
  };
}

/** Who has one of the parts of a task, as the contract answers it. */
export function partBearers(parts: readonly PartRecord[], role: PartRecord['role'], staffed: StaffedDay) {
  return parts.filter((part) => part.role === role).map((part) => bearerOfPart(part, staffed));
}

/** One who takes part; a division, a group or somebody outside the unit is named and bears nothing. */
export function bearerOfPart({ positionId, personId, name }: PartRecord, staffed: StaffedDay) {
  return bearerOf(staffed, { positionId, personId, words: name, ours: positionId !== null || personId !== null });
}

/** Every act with whether this person may do it now; a grey button says why in the words of the refusal. */
async function actsOf(ctx: Context, id: Id, staffed: StaffedDay) {
  const obligation = await findForAct(ctx.db, ctx.unitId, id);
  if (!obligation) return [];
  const { facts, actor } = standingOf(ctx, obligation, staffed);
  return possibleActs(facts, actor, ctx.today).map(({ act, verdict }) => ({
    act,
    allowed: verdict.ok,
    why: verdict.ok ? null : textOf(verdict.code, { ...verdict.params }),
  }));
}
