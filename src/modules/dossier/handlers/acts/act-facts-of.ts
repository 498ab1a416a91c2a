import type { Id } from '#kernel/brands.ts';
import { moment } from '#kernel/moment.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import type { StaffedDay } from '#modules/org/queries.ts';
import type { ProcessBody, ProcessStep } from '#modules/process/domain/process.ts';
import { mayReturnTo } from '#modules/process/domain/walk-process.ts';
import type { Context } from '#server/context.ts';
import { dueOfTerm } from '../../domain/deadline/due-of-term.ts';
import { mayExtend } from '../../domain/deadline/may-extend.ts';
import type { ActFacts, Actor } from '../../domain/may-act.ts';
import { findDeadlineInput, rulesOf } from '../../domain/project.ts';
import { signingAt } from '../../domain/steps.ts';
import { findMoment } from '../../queries/dossier-answer.ts';
import { isPast } from '../../store/apply-act.ts';
import type { LockedDossier } from '../../store/locked-dossier.ts';
import { timeFactsOf } from '../../store/time-facts.ts';

type Asking = Pick<Context, 'session' | 'may'>;

/** Acts that send a dossier to somebody, who may not have begun yet. */
const moves: ReadonlySet<string> = new Set(['transfer', 'forward', 'assign', 'step-back']);

/** The step a dossier is at; undefined before it is accepted. */
export function findStep(process: ProcessBody, stepNo: number | null): ProcessStep | undefined {
  return process.steps.find((step) => step.no === stepNo);
}

/** What the rule of acts asks of a locked dossier. */
export function actFactsOf(
  ctx: Context,
  dossier: LockedDossier,
  process: ProcessBody,
  calendar: WorkingCalendar,
  me: Id,
): ActFacts {
  const now = moment(ctx.now);
  const { state, source, waitsFor, stepNo, toTake, lockedBy, last, result, supplements } = dossier;
  const step = findStep(process, stepNo);
  const isHere = last !== null && moves.has(last.act);
  const recallable = last ? (findStep(process, last.fromStep)?.recallable ?? true) : false;
  const drafted = supplements.filter((one) => one.state === 'draft').map(({ draftedBy }) => draftedBy);
  const apologies = dossier.extensions.filter((one) => one.state === 'draft').map(({ draftedBy }) => draftedBy);
  const time = timeFactsOf(dossier);
  const input = findDeadlineInput(time, calendar, now);
  return {
    ...{ state, source, now, waitsFor, toTake },
    signing: signingAt(process, stepNo),
    finalStep: step?.final ?? false,
    mayStepBack: stepNo !== null && mayReturnTo(process, stepNo).length > 0,
    lockedBy: lockedBy === null ? 'nobody' : lockedBy === me ? 'actor' : 'other',
    lastMove: isHere ? { byActor: last.byId === me, recallable } : null,
    hasDecision: result !== null,
    numbered: result?.number != null,
    drafts: [
      ...drafted.map((by) => ({ kind: 'supplement' as const, byActor: by === me })),
      ...apologies.map((by) => ({ kind: 'apology' as const, byActor: by === me })),
    ],
    waitsForOpinion: dossier.pauses.some((one) => one.kind === 'external-consultation' && one.toAt === null),
    openConsultations: dossier.consultations.length,
    supplements: supplementFacts(dossier, calendar),
    answerUntil: findMoment(dossier.answerDueAt),
    extension: input ? mayExtend(input) : null,
    late: isPast(ctx, dossier) || dossier.apologyOwed,
  };
}

function supplementFacts(dossier: LockedDossier, calendar: WorkingCalendar): ActFacts['supplements'] {
  const time = timeFactsOf(dossier);
  const rules = rulesOf(time);
  const restarts = time.pauses.flatMap(({ restarts, to }) => (restarts && to !== null ? [to] : []));
  const term = rules.supplementNotice.value;
  const most = rules.maxSupplements.value;
  return {
    intake: dossier.intakeSupplements,
    mostAtIntake: most.intake,
    afterExamination: dossier.afterSupplements,
    mostAfterExamination: most.examination,
    until: dueOfTerm({ term, counting: 'day-based', rules, calendar }, restarts.at(-1) ?? time.receivedAt),
  };
}

/** What the person who asks is to a dossier today, by posts held, by standing in for others, and by permissions. */
export function actorOf(
  ctx: Asking,
  dossier: Pick<LockedDossier, 'positionId' | 'personId' | 'departmentId' | 'state'>,
  staffed: StaffedDay,
  step: ProcessStep | undefined,
): Actor {
  const { positionId, personId, departmentId, state } = dossier;
  const clerk = ctx.may('dossier.receive');
  const atCounter = step?.actor === 'counter' || state === 'submitted' || state === 'accepted';
  const holds =
    personId !== null
      ? actsForPerson(ctx, staffed, personId) !== undefined
      : positionId !== null && actsInPost(ctx, staffed, positionId) !== undefined;
  return {
    clerk,
    holder: holds || (clerk && atCounter),
    leader: ctx.may('dossier.lead', departmentId) || leads(ctx, staffed, departmentId),
    signer: ctx.may('dossier.sign'),
    returner: ctx.may('dossier.hand-over'),
    applicant: false,
  };
}

function leads(ctx: Asking, staffed: StaffedDay, departmentId: Id | null): boolean {
  if (departmentId === null) return false;
  const heads = staffed.posts.filter((post) => post.leader && post.departmentId === departmentId);
  return heads.some((post) => actsInPost(ctx, staffed, post.id) !== undefined);
}

/** How the person who asks acts in a post: whom they stand in for, null for a post of their own; undefined when not at all. */
export function actsInPost(ctx: Asking, staffed: StaffedDay, positionId: Id): string | null | undefined {
  const me = ctx.session?.personId ?? null;
  return me === null ? undefined : staffed.postsOf(me).find((one) => one.positionId === positionId)?.insteadOf;
}

/** How the person who asks acts for a person: null as that person, the name when standing in; undefined when not at all. */
export function actsForPerson(ctx: Asking, staffed: StaffedDay, personId: Id): string | null | undefined {
  const me = ctx.session?.personId ?? null;
  if (me === null) return undefined;
  return personId === me ? null : staffed.standsInFor(me).find((one) => one.personId === personId)?.name;
}
