import type { Id } from '#kernel/brands.ts';
import type { Verdict } from '#kernel/verdict.ts';
import { loadStaffedDay, type StaffedDay } from '#modules/org/queries.ts';
import { type Context, getSession } from '#server/context.ts';
import { AppError, fail } from '#server/errors.ts';
import type { Act } from '../../domain/acts.ts';
import { type ActingPost, type DecidingPosts, findApprover } from '../../domain/approver-of.ts';
import { decidingLeaders } from '../../domain/deciding-leaders.ts';
import { type ActFacts, type Actor, type Given, mayAct } from '../../domain/may-act.ts';
import { actorOf, actsForPerson, actsInPost } from '../../queries/actor-of.ts';
import { findObligation } from '../../queries/find-obligation.ts';
import { obligationAnswer } from '../../queries/obligation-answer.ts';
import { listTimeline } from '../../queries/timeline.ts';
import type { Signature } from '../../store/apply-act.ts';
import { type LockedObligation, lockObligations } from '../../store/locked-obligation.ts';

/** An obligation as it stands before an act, and what the person who acts is to it today. */
export interface Standing {
  readonly obligation: LockedObligation;
  readonly staffed: StaffedDay;
  readonly posts: DecidingPosts;
  readonly facts: ActFacts;
  readonly actor: Actor;
  /** The person who acts; for an account of nobody in the organisation the account itself. */
  readonly me: Id;
  /** The post whose decision is waited for today: another's than the one asked, when only who handed in is left there. */
  readonly decidingId: Id | null;
}

/** The code of the duty that makes a post the focal point of reform. */
const focalDuty = 'cchc';

/** Loads an obligation for an act; 404 when the unit has none of this id, 409 with what it is now when it was changed. */
export async function getStanding(ctx: Context, id: Id, version: number): Promise<Standing> {
  const staffed = await loadStaffedDay(ctx.db, ctx.unitId, ctx.today);
  const [obligation] = await lockObligations(ctx.db, ctx.unitId, [id]);
  if (!obligation) fail('not-found', {}, 404);
  if (obligation.version !== version) await refuseStale(ctx, id, staffed);
  return standingOf(ctx, obligation, staffed);
}

async function refuseStale(ctx: Context, id: Id, staffed: StaffedDay): Promise<never> {
  const current = await findCurrent(ctx, id, staffed);
  return current ? fail('stale-version', {}, 409, { current }) : fail('not-found', {}, 404);
}

/** What an obligation is now, and what was done with it last: for who comes with an older version. */
export async function findCurrent(ctx: Context, id: Id, staffed: StaffedDay) {
  const found = await findObligation(ctx.db, ctx.unitId, id);
  if (!found) return undefined;
  const { dueSteps: _dueSteps, approverId: _approverId, closingId: _closingId, ...record } = found;
  const [last] = await listTimeline(ctx.db, ctx.unitId, id);
  return { ...obligationAnswer(record, staffed), lastAct: last ?? null };
}

/** What the person who acts is to a locked obligation. */
export function standingOf(ctx: Context, obligation: LockedObligation, staffed: StaffedDay): Standing {
  const { accountId, personId } = getSession(ctx);
  const me = personId ?? accountId;
  const { submission, extension } = obligation;
  const posts = decidingPosts(staffed);
  const decidingId = decidingToday(obligation, posts);
  return {
    obligation,
    staffed,
    posts,
    me,
    decidingId,
    facts: {
      stage: obligation.stage,
      kind: obligation.kind,
      ours: obligation.ours,
      due: obligation.due,
      submission: submission && { ...submission, byActor: submission.submittedBy === me },
      extension: extension && { byActor: extension.askedBy === me },
      urged: obligation.urges.length > 0,
      moved: obligation.moved,
    },
    actor: actorOf(ctx, staffed, {
      positionId: obligation.positionId,
      personId: obligation.personId,
      approverId: decidingId,
      extensionApproverId: extension?.approverId ?? null,
    }),
  };
}

/** The posts that decide, with who acts in them today. */
export function decidingPosts(staffed: StaffedDay): DecidingPosts {
  const acting = (positionId: Id): ActingPost => ({
    positionId,
    people: (staffed.bearers.get(positionId)?.people ?? []).map((one) => one.personId),
  });
  const focal = staffed.dutyPosts.get(focalDuty);
  return { focal: focal && acting(focal), leaders: decidingLeaders(staffed.posts).map(acting) };
}

/** The post that was asked, as long as somebody else than who handed in acts there; else the next one. */
function decidingToday({ approverId, submission }: LockedObligation, posts: DecidingPosts): Id | null {
  if (!submission || approverId === null) return approverId;
  const asked = [...(posts.focal ? [posts.focal] : []), ...posts.leaders].find((one) => one.positionId === approverId);
  if (asked?.people.some((person) => person !== submission.submittedBy)) return approverId;
  const by = submission.submittedBy ?? undefined;
  return findApprover({ kind: submission.kind, signed: submission.signed, by }, posts)?.approverId ?? approverId;
}

/** Codes that say who may not, rather than what cannot be done. */
const ofRights = new Set([
  'work-not-holder',
  'work-not-approver',
  'work-not-extension-approver',
  'work-not-focal',
  'work-not-urger',
  'work-own-work',
  'work-own-extension',
]);

/** The refusal of an act by its rule, or undefined when it may be done. */
export function refusalOf(ctx: Context, act: Act, standing: Standing, given: Given): AppError | undefined {
  const verdict: Verdict = mayAct(act, standing.facts, standing.actor, ctx.today, given);
  if (verdict.ok) return undefined;
  return new AppError(verdict.code, verdict.params ?? {}, ofRights.has(verdict.code) ? 403 : 409);
}

/** Goes on when the act may be done. */
export function obeyAct(ctx: Context, act: Act, standing: Standing, given: Given = {}): void {
  const refusal = refusalOf(ctx, act, standing, given);
  if (refusal) throw refusal;
}

/** Who acts for the bearer of an obligation, with whom they stand in for. */
export function asHolder(ctx: Context, standing: Standing): Signature {
  const { positionId, personId } = standing.obligation;
  const inPost = positionId === null ? undefined : actsInPost(ctx, standing.staffed, positionId);
  const forPerson = personId === null ? undefined : actsForPerson(ctx, standing.staffed, personId);
  return { ...asOneself(ctx, standing), insteadOf: inPost ?? forPerson ?? null };
}

/** Who acts in a post that decides, with whom they stand in for. */
export function inPost(ctx: Context, standing: Standing, positionId: Id | null): Signature {
  const instead = positionId === null ? null : actsInPost(ctx, standing.staffed, positionId);
  return { ...asOneself(ctx, standing), insteadOf: instead ?? null };
}

/** Who acts by a permission of their own. */
export function asOneself(ctx: Context, standing: Standing): Signature {
  return { id: standing.me, name: getSession(ctx).name, insteadOf: null };
}

/** The people who do an obligation today, but for who acts. */
export function holdersOf({ obligation, staffed, me }: Standing): Id[] {
  const { personId, positionId } = obligation;
  const people = personId !== null ? personAndSubstitute(staffed, personId) : peopleIn(staffed, positionId);
  return people.filter((person) => person !== me);
}

/** A person who was given work by name, and who does it while that person is away. */
export function personAndSubstitute(staffed: StaffedDay, personId: Id): Id[] {
  const acting = staffed.actingFor(personId);
  return acting === undefined || acting === personId ? [personId] : [personId, acting];
}

/** The people who act in a post today. */
export function peopleIn(staffed: StaffedDay, positionId: Id | null): Id[] {
  const bearer = positionId === null ? undefined : staffed.bearers.get(positionId);
  return bearer?.people.map((one) => one.personId) ?? [];
}
