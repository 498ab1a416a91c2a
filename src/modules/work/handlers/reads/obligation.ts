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
import { findForAct, type LockedObligation } from '../../store/locked-obligation.ts';
import { standingOf } from '../acts/standing.ts';

/**
 * The page of an obligation: its day and why, who, what was handed in, asked and urged, and what may be done now. What
 * does not wait for another answer is asked for at once.
 */
export async function obligationPageAnswer(ctx: Context, { params }: ParsedInput<typeof getObligation>) {
  const { db, unitId } = ctx;
  const id = params.obligationId;
  const [found, staffed, forAct, extensions, urges, timeline] = await Promise.all([
    findObligation(db, unitId, id),
    loadStaffedDay(db, unitId, ctx.today),
    findForAct(db, unitId, id),
    listExtensions(db, unitId, [id]),
    listUrges(db, unitId, id),
    listTimeline(db, unitId, id),
  ]);
  if (!found || !forAct) fail('not-found', {}, 404);
  const [parts, submissions, closedTogether] = await Promise.all([
    listPartsOf(db, unitId, found.taskId),
    forAct.submissions === 0 ? [] : listSubmissions(db, unitId, [id], staffed),
    listClosedTogether(db, unitId, found),
  ]);
  const { stageReason, dueSteps, approverId, closingId: _closingId, ...record } = found;
  return {
    obligation: obligationAnswer(record, staffed),
    stageReason,
    dueSteps: [...dueSteps],
    approver: approverId === null ? null : bearerOf(staffed, { positionId: approverId, personId: null, words: '' }),
    coordinators: partBearers(parts, 'coordinator', staffed),
    watchers: partBearers(parts, 'watcher', staffed),
    submissions,
    extensions,
    urges,
    closedTogether,
    acts: actsOf(ctx, forAct, staffed),
    timeline,
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
function actsOf(ctx: Context, obligation: LockedObligation, staffed: StaffedDay) {
  const { facts, actor } = standingOf(ctx, obligation, staffed);
  return possibleActs(facts, actor, ctx.today).map(({ act, verdict }) => ({
    act,
    allowed: verdict.ok,
    why: verdict.ok ? null : textOf(verdict.code, { ...verdict.params }),
  }));
}
