import type { Id } from '#kernel/brands.ts';
import { moment } from '#kernel/moment.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import type { StaffedDay } from '#modules/org/queries.ts';
import type { Facts, ProcessBody, ProcessStep } from '#modules/process/domain/process.ts';
import { nextSteps, stepTerm } from '#modules/process/domain/walk-process.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import { dueOfTerm } from '../../domain/deadline/due-of-term.ts';
import { rulesOn } from '../../domain/deadline/rules.ts';
import { findPostOfStep, waitsAt } from '../../domain/steps.ts';
import type { Changed } from '../../store/apply-act.ts';
import type { Standing } from './standing.ts';

/** To which step and whom, as a request may say it. */
export interface Wanted {
  readonly stepNo?: number | undefined;
  readonly positionId?: Id | undefined;
  readonly personId?: Id | undefined;
}

/** The step a dossier goes to from its own: the one wanted, if the process leads there, else the next. */
export function nextStep({ process, dossier }: Standing, wanted: Wanted | undefined, stated: Facts): ProcessStep {
  const from = dossier.stepNo ?? 0;
  if (wanted?.stepNo !== undefined) {
    const isWay = process.links.some((link) => link.kind === 'next' && link.from === from && link.to === wanted.stepNo);
    const step = isWay ? process.steps.find((one) => one.no === wanted.stepNo) : undefined;
    return step ?? fail('dossier-step-not-next', {}, 409);
  }
  const next = nextSteps(process, from, { 'received-online': dossier.channel === 'online', ...stated });
  if (!next.ok) fail(next.code, next.params ?? {}, 409);
  return next.steps[0] ?? fail('dossier-at-last-step', {}, 409);
}

/** What of a dossier decides who does its steps. */
interface Held {
  readonly field: string;
  readonly departmentId: Id | null;
  readonly handlerId: Id | null;
}

/** The columns of a dossier that is at a step, with who does it and until when. */
export type Holding = Required<
  Pick<
    Changed,
    | ('stepNo' | 'stepName' | 'stepDueAt' | 'departmentId' | 'positionId' | 'personId' | 'handlerId' | 'holderName')
    | ('waitsFor' | 'toTake' | 'lockedBy' | 'lockedAt')
  >
>;

/** Where a holding is looked up. */
export interface Place {
  readonly process: ProcessBody;
  readonly staffed: StaffedDay;
  readonly calendar: WorkingCalendar;
}

/** Who holds a dossier at a step: who was wanted, or whoever does the step. Refuses people and posts that are not there. */
export function holdingAt(ctx: Context, place: Place, held: Held, step: ProcessStep, wanted?: Wanted): Holding {
  const { staffed } = place;
  const personId = wanted?.personId ?? null;
  const ofPerson = personId === null ? undefined : staffed.postsOf(personId)[0]?.positionId;
  if (personId !== null && !staffed.names.has(personId)) fail('dossier-holder-unknown', {}, 404);
  const assigned = {
    field: held.field,
    handlerId: held.handlerId,
    procedurePostId: null,
    procedureDepartmentId: held.departmentId,
  };
  const positionId = wanted?.positionId ?? ofPerson ?? findPostOfStep(step, assigned, staffed) ?? null;
  const post = staffed.posts.find((one) => one.id === positionId);
  if (positionId !== null && !post) fail('dossier-holder-unknown', {}, 404);
  if (positionId === null && personId === null && step.actor !== 'counter')
    fail('dossier-holder-missing', { step: step.name }, 409);
  const isOffice = step.actor !== 'counter' && step.actor !== 'leader' && step.actor !== 'records';
  const isHandling = isOffice && step.actor !== 'department-head';
  return {
    stepNo: step.no,
    stepName: step.name,
    stepDueAt: stepDue(ctx, place, step),
    departmentId: (isOffice ? post?.departmentId : null) ?? held.departmentId,
    positionId,
    personId,
    handlerId: isHandling ? positionId : held.handlerId,
    holderName: holderName(staffed, positionId, personId),
    waitsFor: waitsAt(step),
    toTake: false,
    lockedBy: null,
    lockedAt: null,
  };
}

/** By when a step should be done: its norm, counted in office time from now. */
function stepDue(ctx: Context, { process, calendar }: Place, step: ProcessStep): string | null {
  const term = stepTerm(process, step.no);
  if (term === null) return null;
  const due = dueOfTerm({ term, counting: 'hour-based', rules: rulesOn(ctx.today), calendar }, moment(ctx.now));
  return new Date(due).toISOString();
}

/** Who holds a dossier, in words. */
export function holderName(staffed: StaffedDay, positionId: Id | null, personId: Id | null): string {
  const post = staffed.posts.find((one) => one.id === positionId);
  const people = positionId === null ? [] : (staffed.bearers.get(positionId)?.people ?? []);
  const names = personId === null ? people.map((one) => one.name) : [staffed.names.get(personId) ?? ''];
  const who = [...new Set(names)].filter((name) => name !== '').join(', ');
  const title = post?.title ?? '';
  return who === '' ? title : title === '' ? who : `${who} – ${title}`;
}
