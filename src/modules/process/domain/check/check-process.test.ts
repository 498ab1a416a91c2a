import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Term } from '#kernel/term.ts';
import { linkInOrder, makeDefaultProcess } from '../default-process.ts';
import { isFaultless } from '../finding.ts';
import { conditions, type ProcessBody, type ProcessLink, type ProcessStep } from '../process.ts';
import { nextSteps } from '../walk-process.ts';
import { checkProcess } from './check-process.ts';

function aStep(no: number, given: Partial<ProcessStep> = {}): ProcessStep {
  return {
    no,
    name: `Bước ${no}`,
    level: 'commune',
    actor: 'officer',
    actorWords: '',
    positionId: null,
    norm: { unit: 'working-day', milli: 1_000 },
    counted: true,
    product: '',
    recallable: false,
    joint: 'none',
    final: false,
    ...given,
  };
}

/** Four steps of a working day each, the last the end. */
const steps = [aStep(1), aStep(2), aStep(3), aStep(4, { final: true })];
const inOrder = linkInOrder(steps);
const next = (from: number, to: number, condition: string | null = null, holds = true): ProcessLink => ({
  kind: 'next',
  from,
  to,
  condition,
  holds: condition === null ? null : holds,
});
const back = (from: number, to: number): ProcessLink => ({ kind: 'return', from, to, condition: null, holds: null });
const days = (count: number): Term => ({ unit: 'working-day', milli: count * 1_000 });

function found(flow: Partial<ProcessBody>, legalTerm?: Term | null): string[] {
  const body = { steps, links: inOrder, declared: null, ...flow };
  return checkProcess(body, legalTerm).map(({ kind, severity, stepNo }) =>
    [kind, severity, stepNo].filter((one) => one !== undefined).join(' '),
  );
}

describe('ways', () => {
  test.each<[string, Partial<ProcessBody>, string[]]>([
    ['in order', {}, []],
    ['no steps', { steps: [], links: [] }, ['no-steps error']],
    ['a dead end', { links: [next(1, 2), next(1, 3, 'eligible'), next(3, 4)] }, ['dead-end error 2']],
    ['a step never come to', { links: [next(1, 3), next(2, 3), next(3, 4)] }, ['unreachable error 2']],
    [
      'no end',
      { steps: steps.map((step) => ({ ...step, final: false })) },
      ['no-final-step error', 'dead-end error 4'],
    ],
    ['an end that goes on', { links: [...inOrder, next(4, 2)] }, ['final-goes-on error 4', 'loop error 2']],
    [
      'to nowhere',
      { links: [next(1, 2), next(2, 9), next(2, 3, 'eligible'), next(3, 4)] },
      ['next-to-nowhere error 2'],
    ],
    ['a circle', { links: [...inOrder, next(3, 2, 'eligible')] }, ['loop error 2']],
    ['a return', { links: [...inOrder, back(3, 1), back(4, 3)] }, []],
    ['a return to nowhere', { links: [...inOrder, back(3, 8)] }, ['return-to-nowhere error 3']],
    ['a return forward', { links: [...inOrder, back(2, 3)] }, ['return-forward error 2']],
    ['a return to itself', { links: [...inOrder, back(2, 2)] }, ['return-forward error 2']],
    ['an unknown condition', { links: [...inOrder, next(1, 3, 'trời mưa')] }, ['condition-unknown error 1']],
    [
      'branches without a way out',
      { links: [next(1, 2, 'eligible'), next(1, 3, 'needs-posting'), next(2, 3), next(3, 4)] },
      ['branch-open error 1'],
    ],
    [
      'a condition asked both ways',
      { links: [next(1, 2, 'eligible'), next(1, 3, 'eligible', false), next(2, 3), next(3, 4)] },
      [],
    ],
    [
      'a condition asked twice',
      { links: [next(1, 2, 'eligible'), next(1, 3, 'eligible'), next(1, 4), next(2, 3), next(3, 4)] },
      ['condition-twice error 1'],
    ],
    ['two ways at once', { links: [next(1, 2), next(1, 3), next(2, 4), next(3, 4)] }, ['fork-not-parallel error 1']],
    [
      'two ways beside each other',
      {
        steps: [aStep(1), aStep(2, { joint: 'parallel' }), aStep(3, { joint: 'parallel' }), aStep(4, { final: true })],
        links: [next(1, 2), next(1, 3), next(2, 4), next(3, 4)],
      },
      [],
    ],
    [
      'numbers used twice',
      { steps: [aStep(1), aStep(1), aStep(2, { final: true })], links: [next(1, 2)] },
      ['number-repeated error 1'],
    ],
    [
      'nobody responsible',
      {
        steps: [aStep(1, { actor: null }), aStep(2, { actor: null, actorWords: 'Ông Tư', final: true })],
        links: [next(1, 2)],
      },
      ['actor-missing error 1', 'actor-unknown error 2'],
    ],
    [
      'no name, no time, time of nothing',
      {
        steps: [aStep(1, { name: ' ' }), aStep(2, { norm: null }), aStep(3, { norm: days(0), final: true })],
        links: [next(1, 2), next(2, 3)],
      },
      ['name-missing error 1', 'duration-missing error 2', 'duration-zero warning 3'],
    ],
  ])('%s', (_, flow, findings) => {
    expect(found(flow)).toEqual(findings);
  });
});

describe('the legal term', () => {
  test.each<[string, Partial<ProcessBody>, Term | null, string[]]>([
    ['is kept', {}, days(4), []],
    ['is exceeded', {}, days(3), ['sum-over-term error']],
    ['is in hours', {}, { unit: 'working-hour', milli: 32_000 }, []],
    ['is in hours and exceeded', {}, { unit: 'working-hour', milli: 31_000 }, ['sum-over-term error']],
    ['is longer, and no document says so', {}, days(5), ['sum-under-term warning']],
    ['is longer, as a document says', { declared: days(4) }, days(5), []],
    [
      'is shorter than a document says',
      { declared: days(4) },
      days(3),
      ['declared-over-term error', 'sum-over-term error'],
    ],
    ['is not known', {}, null, ['term-unknown warning']],
    ['is in days that may suffice', {}, { unit: 'day', milli: 6_000 }, ['units-mixed warning']],
    ['is in days that cannot suffice', {}, { unit: 'day', milli: 3_000 }, ['sum-over-term error']],
    ['is the same day', {}, { unit: 'immediate', milli: 0 }, ['sum-over-term error']],
    [
      'is the same day, in hours',
      {
        steps: [
          aStep(1, { norm: { unit: 'working-hour', milli: 4_000 } }),
          aStep(2, { counted: false, norm: null, final: true }),
        ],
        links: [next(1, 2)],
      },
      { unit: 'immediate', milli: 0 },
      [],
    ],
  ])('%s', (_, flow, term, findings) => expect(found(flow, term)).toEqual(findings));

  test('is compared with the longest of branches and of steps beside each other', () => {
    const links = [next(1, 2, 'eligible'), next(1, 3), next(2, 4), next(3, 4)];
    const branched = [aStep(1), aStep(2, { norm: days(5) }), aStep(3), aStep(4, { final: true })];
    expect(found({ steps: branched, links }, days(7))).toEqual([]);
    expect(found({ steps: branched, links }, days(6))).toEqual(['sum-over-term error']);
  });
});

describe('district bodies', () => {
  const flow: ProcessBody = {
    steps: steps.map((step) => ({ ...step, level: 'district' as const })),
    links: inOrder,
    declared: null,
  };
  const kinds = (from: string, to: string | null) =>
    checkProcess(flow, undefined, { from: from as PlainDate, to: to as PlainDate | null }).map(
      ({ severity }) => severity,
    );
  test('act up to 30/06/2025', () => {
    expect(kinds('2025-07-01', null)).toEqual(['error', 'error', 'error', 'error']);
    expect(kinds('2024-01-01', null)).toEqual(['warning', 'warning', 'warning', 'warning']);
    expect(kinds('2024-01-01', '2025-06-30')).toEqual([]);
  });
});

const anyTerm = fc.record({
  unit: fc.constantFrom('working-day' as const, 'working-hour' as const, 'day' as const, 'hour' as const),
  milli: fc.oneof(
    fc.integer({ min: 1, max: 400 }).map((quarters) => quarters * 250),
    fc.integer({ min: 20, max: 90_000 }),
  ),
});

describe('the default process', () => {
  test('has nothing to be said against it, for any term', () => {
    fc.assert(
      fc.property(anyTerm, (term) => {
        expect(checkProcess(makeDefaultProcess(term), term)).toEqual([]);
      }),
    );
  });

  test('without a term, or with an immediate one, counts nothing', () => {
    for (const term of [null, { unit: 'immediate', milli: 0 } as const]) {
      const flow = makeDefaultProcess(term);
      expect(flow.steps.map((step) => step.counted)).toEqual([false, false, false, false, false, false]);
      expect(checkProcess(flow, undefined)).toEqual([]);
    }
  });

  test('shares five working days as provinces do', () => {
    expect(makeDefaultProcess(days(5)).steps.map((step) => step.norm?.milli)).toEqual([
      500,
      500,
      2_500,
      1_000,
      500,
      undefined,
    ]);
  });
});

describe('a process without errors', () => {
  const anyLink = fc.record({
    kind: fc.constantFrom('next' as const, 'next' as const, 'return' as const),
    from: fc.integer({ min: 1, max: 5 }),
    to: fc.integer({ min: 1, max: 6 }),
    condition: fc.option(fc.constantFrom('eligible', 'needs-posting', 'trời mưa')),
    holds: fc.boolean(),
  });
  const anyProcess = fc
    .tuple(
      fc.array(fc.constantFrom('none' as const, 'parallel' as const), { minLength: 5, maxLength: 5 }),
      fc.array(anyLink, { maxLength: 6 }),
      fc.boolean(),
    )
    .map(([joints, links, isOrdered]): ProcessBody => {
      const some = joints.map((joint, index) => aStep(index + 1, { joint, final: index === 4 }));
      const given = links.map((link) => ({ ...link, holds: link.condition === null ? null : link.holds }));
      return { steps: some, links: [...(isOrdered ? linkInOrder(some) : []), ...given], declared: null };
    });

  test('leads every dossier to an end, whatever facts are stated', () => {
    let faultless = 0;
    fc.assert(
      fc.property(
        anyProcess,
        fc.array(fc.boolean(), { minLength: conditions.length, maxLength: conditions.length }),
        (flow, stated) => {
          if (!isFaultless(checkProcess(flow, undefined))) return;
          faultless += 1;
          const facts = Object.fromEntries(conditions.map((condition, index) => [condition, stated[index]]));
          let at = [1];
          for (let hop = 0; hop < 5 && at.length > 0; hop += 1) {
            at = at.flatMap((no) => {
              const way = nextSteps(flow, no, facts);
              if (!way.ok) throw new Error(way.code);
              return way.steps.map((step) => step.no);
            });
          }
          expect(at).toEqual([]);
        },
      ),
      { numRuns: 3_000 },
    );
    expect(faultless).toBeGreaterThan(100);
  });
});
