import type { Id } from '#kernel/brands.ts';
import { writeTerm } from '#kernel/term.ts';
import type { StaffedDay } from '#modules/org/queries.ts';
import type { ProcessBody, ProcessStep } from '#modules/process/domain/process.ts';
import { actorNames } from '#modules/process/text/names.ts';
import { findPostOfStep } from '../../domain/steps.ts';
import type { LockedDossier } from '../../store/locked-dossier.ts';

/** A step as a dossier's page shows it. */
export interface StepOnPage {
  readonly no: number;
  readonly name: string;
  readonly role: string;
  readonly norm: string;
  readonly state: 'done' | 'now' | 'to-come';
}

function roleOf({ actor, actorWords }: ProcessStep): string {
  if (actorWords !== '') return actorWords;
  return actor === null ? '' : actorNames[actor];
}

/** The steps of a dossier's process, and which of them it is at. */
export function stepLine({ steps }: ProcessBody, { stepNo, state }: LockedDossier): StepOnPage[] {
  const here = steps.findIndex((step) => step.no === stepNo);
  const isOver = state === 'returned';
  return steps.map((step, index) => ({
    no: step.no,
    name: step.name,
    role: roleOf(step),
    norm: step.counted && step.norm !== null ? writeTerm(step.norm) : 'không tính thời gian',
    state: isOver || index < here ? 'done' : index === here ? 'now' : 'to-come',
  }));
}

/** The steps a dossier may go to next, with the posts it may be given to: who does the step by the process comes first. */
export function nextStepsOf(process: ProcessBody, dossier: LockedDossier, staffed: StaffedDay) {
  const targets = process.links.flatMap(({ kind, from, to }) =>
    kind === 'next' && from === dossier.stepNo ? [to] : [],
  );
  const assigned = {
    field: dossier.field,
    handlerId: dossier.handlerId,
    procedurePostId: null,
    procedureDepartmentId: dossier.departmentId,
  };
  return process.steps
    .filter((step) => targets.includes(step.no))
    .map((step) => {
      const usual = findPostOfStep(step, assigned, staffed);
      const named = ({ id, title }: { readonly id: Id; readonly title: string }) => {
        const people = staffed.bearers.get(id)?.people.map((one) => one.name) ?? [];
        return { id, name: people.length === 0 ? `${title} (chưa có người)` : `${people.join(', ')} – ${title}` };
      };
      const sorted = staffed.posts.toSorted((a, b) => Number(b.id === usual) - Number(a.id === usual));
      return { no: step.no, name: step.name, positions: sorted.map(named) };
    });
}
