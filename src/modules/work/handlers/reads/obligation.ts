import type { Id } from '#kernel/brands.ts';
import type { ParsedInput } from '#kernel/route.ts';
import { loadStaffedDay, type StaffedDay } from '#modules/org/queries.ts';
import { type Context, getSession } from '#server/context.ts';
import { fail, textOf } from '#server/errors.ts';
import type { getObligation } from '../../contract/reads.ts';
import { type ActFacts, type Actor, possibleActs } from '../../domain/may-act.ts';
import { bearerOf } from '../../queries/bearer-of.ts';
import {
  type FoundObligation,
  findObligation,
  listClosedTogether,
  listPartsOf,
  type PartRecord,
} from '../../queries/find-obligation.ts';
import { obligationAnswer } from '../../queries/obligation-answer.ts';
import { listExtensions, listSubmissions, listUrges } from '../../queries/submissions.ts';
import { listTimeline } from '../../queries/timeline.ts';
import { findWaiting, type WaitingFacts } from '../../queries/waiting-facts.ts';

/** The page of an obligation: its day and why, who, what was handed in, asked and urged, and what may be done now. */
export async function obligationPageAnswer(ctx: Context, { params }: ParsedInput<typeof getObligation>) {
  const found = await findObligation(ctx.db, ctx.unitId, params.obligationId);
  if (!found) fail('not-found', {}, 404);
  const staffed = await loadStaffedDay(ctx.db, ctx.unitId, ctx.today);
  const parts = await listPartsOf(ctx.db, ctx.unitId, found.taskId);
  const waiting = await findWaiting(ctx.db, ctx.unitId, found.id);
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
    acts: actsOf(ctx, staffed, found, waiting),
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

function actsOf(ctx: Context, staffed: StaffedDay, found: FoundObligation, waiting: WaitingFacts) {
  const { accountId, personId } = getSession(ctx);
  const isMe = (id: Id | null) => id !== null && (id === accountId || id === personId);
  const { submission, extension } = waiting;
  const facts: ActFacts = {
    stage: found.stage,
    kind: found.kind,
    ours: found.ours,
    due: found.due,
    submission: submission && {
      kind: submission.kind,
      evidence: submission.evidence,
      byActor: isMe(submission.submittedBy),
    },
    extension: extension && { byActor: isMe(extension.askedBy) },
    urged: waiting.urged,
  };
  const actor = actorOf(ctx, staffed, found, extension?.approverId ?? null);
  return possibleActs(facts, actor, ctx.today).map(({ act, verdict }) => ({
    act,
    allowed: verdict.ok,
    why: verdict.ok ? null : textOf(verdict.code, { ...verdict.params }),
  }));
}

/** What the person who asks is to an obligation today. */
function actorOf(ctx: Context, staffed: StaffedDay, found: FoundObligation, extensionApproverId: Id | null): Actor {
  const { personId } = getSession(ctx);
  const posts = new Set(personId === null ? [] : staffed.postsOf(personId).map((one) => one.positionId));
  const persons = new Set(personId === null ? [] : staffed.standsInFor(personId).map((one) => one.personId));
  const actsIn = (positionId: Id | null) => positionId !== null && posts.has(positionId);
  const isPerson = found.personId !== null && (found.personId === personId || persons.has(found.personId));
  return {
    holder: ctx.may('work.do') && (actsIn(found.positionId) || isPerson),
    approver: actsIn(found.approverId),
    extensionApprover: actsIn(extensionApproverId),
    focal: ctx.may('work.manage'),
    leader: ctx.may('work.approve'),
  };
}
