import { describe, expect, test } from 'vitest';
import { makeDefaultProcess } from './default-process.ts';
import type { ProcessBody, ProcessLink } from './process.ts';
import { askedFacts, findFirstStep, mayReturnTo, nextSteps, stepTerm } from './walk-process.ts';

const flow = makeDefaultProcess({ unit: 'working-day', milli: 5_000 });
const withLinks = (...links: ProcessLink[]): ProcessBody => ({ ...flow, links: [...links, ...flow.links] });
const branch = (from: number, to: number, condition: string | null, holds: boolean | null = true): ProcessLink => ({
  kind: 'next',
  from,
  to,
  condition,
  holds,
});
const numbers = (given: ReturnType<typeof nextSteps>) => (given.ok ? given.steps.map((step) => step.no) : given.code);

describe('the steps that follow', () => {
  test('are in order, and none after the end', () => {
    expect(findFirstStep(flow)?.no).toBe(1);
    expect(numbers(nextSteps(flow, 1, {}))).toEqual([2]);
    expect(nextSteps(flow, 6, {})).toEqual({ ok: true, steps: [], parallel: false, final: true });
  });

  test('depend on stated facts, which are asked for and never guessed', () => {
    const branched = withLinks(branch(3, 6, 'eligible', false));
    expect(askedFacts(branched, 3)).toEqual(['eligible']);
    expect(askedFacts(branched, 2)).toEqual([]);
    expect(numbers(nextSteps(branched, 3, { eligible: false }))).toEqual([6]);
    expect(numbers(nextSteps(branched, 3, { eligible: true }))).toEqual([4]);
    expect(nextSteps(branched, 3, {})).toEqual({
      ok: false,
      code: 'process-fact-unknown',
      params: { condition: 'eligible' },
    });
  });

  test('of several met branches the first is taken, unless they go on beside each other', () => {
    const both = { eligible: true, 'needs-posting': true } as const;
    const branched = withLinks(branch(2, 3, 'eligible'), branch(2, 4, 'needs-posting'));
    expect(numbers(nextSteps(branched, 2, both))).toEqual([3]);
    const steps = branched.steps.map((step) =>
      step.no === 3 || step.no === 4 ? { ...step, joint: 'parallel' as const } : step,
    );
    expect(nextSteps({ ...branched, steps }, 2, both)).toMatchObject({ parallel: true, steps: [{ no: 3 }, { no: 4 }] });
  });

  test.each([
    ['a step that is not there', flow, 9, 'process-step-unknown'],
    ['a way to nowhere', { ...flow, links: [branch(1, 9, null, null)] }, 1, 'process-step-unknown'],
    ['no way', { ...flow, links: [] }, 1, 'process-no-way'],
    ['an unknown condition', withLinks(branch(1, 3, 'trời mưa')), 1, 'process-condition-unknown'],
  ])('%s is refused', (_, given, step, code) => expect(numbers(nextSteps(given, step, {}))).toBe(code));
});

test('a dossier may be sent back only where the process says', () => {
  expect(mayReturnTo(flow, 4).map((step) => step.no)).toEqual([3]);
  expect(mayReturnTo(flow, 1)).toEqual([]);
});

test('a step has its norm, or is not counted', () => {
  expect(stepTerm(flow, 3)).toEqual({ unit: 'working-day', milli: 2_500 });
  expect(stepTerm(flow, 6)).toBeNull();
  expect(stepTerm(flow, 9)).toBeNull();
});
