import type { Term } from '#kernel/term.ts';
import type { ProcessBody, ProcessLink, ProcessStep } from './process.ts';

export type StepField =
  | 'name'
  | 'level'
  | 'actor'
  | 'positionId'
  | 'norm'
  | 'product'
  | 'recallable'
  | 'joint'
  | 'final';

/** What became of a step, by its number. */
export interface StepChange {
  readonly no: number;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly before: ProcessStep | undefined;
  readonly after: ProcessStep | undefined;
  /** Of a changed step. */
  readonly fields: readonly StepField[];
}

export interface Comparison {
  readonly steps: readonly StepChange[];
  readonly addedLinks: readonly ProcessLink[];
  readonly removedLinks: readonly ProcessLink[];
  readonly declared: { readonly before: Term | null; readonly after: Term | null } | undefined;
}

const plainFields = ['name', 'level', 'positionId', 'product', 'recallable', 'joint', 'final'] as const;

/** What differs between two versions: steps by their numbers, ways, the declared total. */
export function compareVersions(before: ProcessBody, after: ProcessBody): Comparison {
  const numbers = [...new Set([...before.steps, ...after.steps].map((step) => step.no))].sort((a, b) => a - b);
  const has = (links: readonly ProcessLink[], link: ProcessLink) => links.some((one) => keyOf(one) === keyOf(link));
  return {
    steps: numbers.flatMap((no) => compareStep(no, findStep(before, no), findStep(after, no))),
    addedLinks: after.links.filter((link) => !has(before.links, link)),
    removedLinks: before.links.filter((link) => !has(after.links, link)),
    declared: isSameTerm(before.declared, after.declared)
      ? undefined
      : { before: before.declared, after: after.declared },
  };
}

/** True when two versions say the same; the order of branches of a step counts, for the first one met is taken. */
export function isSameBody(before: ProcessBody, after: ProcessBody): boolean {
  const { steps, declared } = compareVersions(before, after);
  return steps.length === 0 && declared === undefined && orderOf(before.links) === orderOf(after.links);
}

function compareStep(no: number, before: ProcessStep | undefined, after: ProcessStep | undefined): StepChange[] {
  if (!before || !after) return [{ no, kind: before ? 'removed' : 'added', before, after, fields: [] }];
  const fields: StepField[] = plainFields.filter((field) => before[field] !== after[field]);
  if (before.actor !== after.actor || before.actorWords !== after.actorWords) fields.push('actor');
  if (before.counted !== after.counted || !isSameTerm(before.norm, after.norm)) fields.push('norm');
  return fields.length > 0 ? [{ no, kind: 'changed', before, after, fields }] : [];
}

function findStep({ steps }: ProcessBody, no: number): ProcessStep | undefined {
  return steps.find((step) => step.no === no);
}

function isSameTerm(a: Term | null, b: Term | null): boolean {
  return a?.unit === b?.unit && a?.milli === b?.milli;
}

function keyOf({ kind, from, to, condition, holds }: ProcessLink): string {
  return JSON.stringify([kind, from, to, condition, holds]);
}

function orderOf(links: readonly ProcessLink[]): string {
  const byStep = [...links].sort((a, b) => a.kind.localeCompare(b.kind) || a.from - b.from);
  return byStep.map(keyOf).join();
}
