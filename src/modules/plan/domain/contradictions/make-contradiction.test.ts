import { expect, test } from 'vitest';
import { makeContradiction } from './make-contradiction.ts';

test.each([
  ['conflictingTargets', ['keep', 'merge', 'correct', 'ignore']],
  ['repeatedTarget', ['merge', 'keep', 'correct', 'ignore']],
  ['repeatedTask', ['merge', 'keep', 'correct', 'ignore']],
  ['taskWithoutRow', ['createTask', 'keep', 'correct', 'ignore']],
  ['missingLead', ['keep', 'correct', 'ignore']],
] as const)('what is offered for %s', (code, choices) => {
  expect(makeContradiction(code, [], 'keep').choices).toEqual(choices);
});
