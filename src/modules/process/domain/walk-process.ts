import type { Term } from '#kernel/term.ts';
import { type Condition, conditions, type Facts, type ProcessBody, type ProcessStep } from './process.ts';

/** Where a dossier goes from a step, or why that cannot be said yet. */
export type NextSteps =
  | { readonly ok: true; readonly steps: readonly ProcessStep[]; readonly parallel: boolean; readonly final: boolean }
  | { readonly ok: false; readonly code: string; readonly params?: Record<string, string | number> };

/**
 * The steps that follow a step. Branches whose condition is met go first, without one the unconditional ways do. Of
 * several the first in order is taken, unless all lead to steps done beside each other (liên thông song song).
 *
 * Refuses instead of guessing: `process-step-unknown` (no such step), `process-fact-unknown` (`condition`: a fact that a
 * branch asks is not stated), `process-condition-unknown`, `process-no-way` (no branch is met and there is no other way).
 */
export function nextSteps(flow: ProcessBody, stepNo: number, facts: Facts): NextSteps {
  const step = findStep(flow, stepNo);
  if (!step) return { ok: false, code: 'process-step-unknown', params: { step: stepNo } };
  if (step.final) return { ok: true, steps: [], parallel: false, final: true };
  const ways = flow.links.filter((link) => link.kind === 'next' && link.from === stepNo);
  const taken: number[] = [];
  for (const { condition, holds, to } of ways) {
    if (condition === null) continue;
    if (!isCondition(condition)) return { ok: false, code: 'process-condition-unknown', params: { condition } };
    const stated = facts[condition];
    if (stated === undefined) return { ok: false, code: 'process-fact-unknown', params: { condition } };
    if (stated === holds) taken.push(to);
  }
  const targets = taken.length > 0 ? taken : ways.filter((way) => way.condition === null).map((way) => way.to);
  const steps: ProcessStep[] = [];
  for (const no of new Set(targets)) {
    const target = findStep(flow, no);
    if (!target) return { ok: false, code: 'process-step-unknown', params: { step: no } };
    steps.push(target);
  }
  if (steps.length === 0) return { ok: false, code: 'process-no-way', params: { step: stepNo } };
  const parallel = steps.length > 1 && steps.every((one) => one.joint === 'parallel');
  return { ok: true, steps: parallel ? steps : steps.slice(0, 1), parallel, final: false };
}

/** The facts that must be stated before a step can be left; empty when its way on is always the same. */
export function askedFacts(flow: ProcessBody, stepNo: number): readonly Condition[] {
  const asked = flow.links.flatMap(({ kind, from, condition }) =>
    kind === 'next' && from === stepNo && condition !== null && isCondition(condition) ? [condition] : [],
  );
  return [...new Set(asked)];
}

/** The earlier steps a dossier may be sent back to from a step, in their order; empty when none is allowed. */
export function mayReturnTo(flow: ProcessBody, stepNo: number): readonly ProcessStep[] {
  const targets = new Set(
    flow.links.filter((link) => link.kind === 'return' && link.from === stepNo).map((link) => link.to),
  );
  return flow.steps.filter((step) => targets.has(step.no));
}

/** The time a step may take; null: "không tính thời gian", or no such step. */
export function stepTerm(flow: ProcessBody, stepNo: number): Term | null {
  const step = findStep(flow, stepNo);
  return step?.counted ? step.norm : null;
}

/** The step a new dossier is in: the first one written; undefined for a process without steps. */
export function findFirstStep(flow: ProcessBody): ProcessStep | undefined {
  return flow.steps[0];
}

/** True for a word of the closed list. */
export function isCondition(word: string): word is Condition {
  return conditions.some((one) => one === word);
}

function findStep(flow: ProcessBody, no: number): ProcessStep | undefined {
  return flow.steps.find((step) => step.no === no);
}
