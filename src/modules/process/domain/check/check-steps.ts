import type { Finding } from '../finding.ts';
import type { ProcessStep } from '../process.ts';

/** Findings on single steps: no name, nobody responsible, no time. */
export function checkSteps(steps: readonly ProcessStep[]): Finding[] {
  return steps.flatMap((step) => [...checkName(step), ...checkActor(step), ...checkNorm(step)]);
}

function checkName({ no, name }: ProcessStep): Finding[] {
  return name.trim() === '' ? [{ kind: 'name-missing', severity: 'error', stepNo: no }] : [];
}

function checkActor({ no, actor, actorWords }: ProcessStep): Finding[] {
  if (actor !== null) return [];
  const words = actorWords.trim();
  if (words === '') return [{ kind: 'actor-missing', severity: 'error', stepNo: no }];
  return [{ kind: 'actor-unknown', severity: 'error', stepNo: no, params: { words } }];
}

function checkNorm({ no, norm, counted }: ProcessStep): Finding[] {
  if (!counted) return [];
  if (norm === null) return [{ kind: 'duration-missing', severity: 'error', stepNo: no }];
  return norm.milli === 0 ? [{ kind: 'duration-zero', severity: 'warning', stepNo: no }] : [];
}
