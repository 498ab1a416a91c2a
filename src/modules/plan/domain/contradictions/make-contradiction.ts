import type { Contradiction, ContradictionChoice, ContradictionCode, ContradictionPlace } from './contradiction.ts';

const offered: Partial<Readonly<Record<ContradictionCode, readonly ContradictionChoice[]>>> = {
  conflictingTargets: ['keep', 'merge', 'correct', 'ignore'],
  repeatedTarget: ['merge', 'keep', 'correct', 'ignore'],
  repeatedTask: ['merge', 'keep', 'correct', 'ignore'],
  taskWithoutRow: ['createTask', 'keep', 'correct', 'ignore'],
};

const usual: readonly ContradictionChoice[] = ['keep', 'correct', 'ignore'];

/** Makes a contradiction with the choices of its kind and a key that the same finding always has. */
export function makeContradiction(
  code: ContradictionCode,
  places: readonly ContradictionPlace[],
  proposal: ContradictionChoice,
  params: Contradiction['params'] = {},
): Contradiction {
  const key = `${code}:${places.map((place) => place.path).join('+')}`;
  return { key, code, places, params, proposal, choices: offered[code] ?? usual };
}
