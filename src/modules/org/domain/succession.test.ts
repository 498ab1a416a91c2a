import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromEpochDay, type PlainDate } from '#kernel/plain-date.ts';
import {
  carryTotals,
  heirOn,
  mayReorganise,
  predecessorsOn,
  type Reorganisation,
  type Succession,
} from './succession.ts';

const day = (text: string) => text as PlainDate;
const link = (predecessorId: string, successorId: string, on: string, heir = true): Succession => ({
  predecessorId,
  successorId,
  kind: 'merge',
  heir,
  day: day(on),
});
const merge2025 = ['yen', 'hai', 'truong', 'tien'].map((id) => link(id, 'new', '2025-07-01'));

describe('the four communes that became one on 01/07/2025', () => {
  const totals = new Map([
    ['yen', 3],
    ['hai', 5],
    ['truong', 7],
    ['tien', 11],
    ['elsewhere', 13],
  ]);

  test('count for themselves the day before', () => {
    expect(carryTotals(totals, day('2025-06-30'), merge2025)).toEqual(totals);
  });

  test('count as one from the day on', () => {
    expect([...carryTotals(totals, day('2025-07-01'), merge2025)]).toEqual([
      ['new', 26],
      ['elsewhere', 13],
    ]);
    expect(predecessorsOn('new', day('2025-07-01'), merge2025)).toEqual(['new', 'yen', 'hai', 'truong', 'tien']);
    expect(predecessorsOn('new', day('2025-06-30'), merge2025)).toEqual(['new']);
  });
});

test('records go on from heir to heir, and other successors of a split inherit none', () => {
  const links = [link('a', 'b', '2020-01-01'), link('a', 'c', '2020-01-01', false), link('b', 'd', '2025-07-01')];
  expect(heirOn('a', day('2019-12-31'), links)).toBe('a');
  expect(heirOn('a', day('2024-01-01'), links)).toBe('b');
  expect(heirOn('a', day('2025-07-01'), links)).toBe('d');
  expect(heirOn('c', day('2025-07-01'), links)).toBe('c');
});

test('carried figures keep their sum, and carrying twice changes nothing', () => {
  const unit = fc.integer({ min: 0, max: 7 }).map(String);
  const links = fc.array(
    fc.record({
      predecessorId: unit,
      successorId: unit,
      kind: fc.constant('merge' as const),
      heir: fc.boolean(),
      day: fc.integer({ min: 19_000, max: 19_100 }).map(fromEpochDay),
    }),
    { maxLength: 12 },
  );
  const figures = fc.dictionary(unit, fc.integer({ min: -1_000, max: 1_000 }));
  const sum = (totals: ReadonlyMap<string, number>) => [...totals.values()].reduce((all, each) => all + each, 0);
  fc.assert(
    fc.property(links, figures, fc.integer({ min: 18_990, max: 19_110 }).map(fromEpochDay), (all, asked, on) => {
      const acyclic = all.filter((each) => each.predecessorId < each.successorId);
      const totals = new Map(Object.entries(asked));
      const carried = carryTotals(totals, on, acyclic);
      expect(sum(carried)).toBe(sum(totals));
      expect(carryTotals(carried, on, acyclic)).toEqual(carried);
      expect(sum(carryTotals(totals, on, all))).toBe(sum(totals));
    }),
  );
});

describe('what may be merged, split and founded anew', () => {
  const old = (id: string) => ({ id, validFrom: day('2010-01-01'), validTo: null });
  const next = (id: string, heir = true) => ({ id, heir, validFrom: day('2025-07-01'), validTo: null });
  const merge: Reorganisation = {
    kind: 'merge',
    day: day('2025-07-01'),
    predecessors: [old('a'), old('b')],
    successors: [next('n')],
    predecessorContinues: false,
  };
  const split: Reorganisation = {
    ...merge,
    kind: 'split',
    predecessors: [old('a')],
    successors: [next('n'), next('m', false)],
  };
  test.each<[string, Reorganisation, readonly Succession[], string]>([
    ['two into one', merge, [], 'ok'],
    [
      'one into an existing one',
      { ...merge, predecessors: [old('a')], successors: [{ ...old('b'), heir: true }] },
      [],
      'ok',
    ],
    ['two into two', { ...merge, successors: [next('n'), next('m', false)] }, [], 'org-merge-shape'],
    ['none into one', { ...merge, predecessors: [] }, [], 'org-merge-shape'],
    [
      'a merge after which the old goes on',
      { ...merge, successors: [], predecessorContinues: true },
      [],
      'org-merge-shape',
    ],
    ['one into two', split, [], 'ok'],
    ['one into one', { ...split, successors: [next('n')] }, [], 'org-split-shape'],
    ['a part taken out', { ...split, successors: [next('n', false)], predecessorContinues: true }, [], 'ok'],
    [
      'a part taken out that inherits',
      { ...split, successors: [next('n')], predecessorContinues: true },
      [],
      'org-one-heir',
    ],
    ['two heirs', { ...split, successors: [next('n'), next('m')] }, [], 'org-one-heir'],
    ['no heir', { ...split, successors: [next('n', false), next('m', false)] }, [], 'org-one-heir'],
    ['one founded anew', { ...merge, kind: 'rename', predecessors: [old('a')] }, [], 'ok'],
    ['two founded anew', { ...merge, kind: 'rename' }, [], 'org-refound-shape'],
    ['a unit that was merged before', merge, [link('a', 'z', '2020-01-01')], 'org-already-succeeded'],
    [
      'a unit into one it came from',
      { ...merge, predecessors: [old('a')], successors: [{ ...old('b'), heir: true }] },
      [link('b', 'a', '2020-01-01')],
      'org-succession-cycle',
    ],
    ['a unit into itself', { ...merge, successors: [{ ...old('a'), heir: true }] }, [], 'org-succession-cycle'],
    [
      'a unit that ended before',
      { ...merge, predecessors: [{ ...old('a'), validTo: day('2025-06-29') }] },
      [],
      'org-unit-ended',
    ],
    [
      'a unit that ends the day before',
      { ...merge, predecessors: [{ ...old('a'), validTo: day('2025-06-30') }] },
      [],
      'ok',
    ],
    [
      'a unit that begins that day',
      { ...merge, predecessors: [{ ...old('a'), validFrom: day('2025-07-01') }] },
      [],
      'org-predecessor-too-young',
    ],
    [
      'into one that begins later',
      { ...merge, successors: [{ ...next('n'), validFrom: day('2025-07-02') }] },
      [],
      'org-successor-outside-dates',
    ],
    [
      'into one that has ended',
      { ...merge, successors: [{ ...old('n'), heir: true, validTo: day('2025-06-30') }] },
      [],
      'org-successor-outside-dates',
    ],
  ])('%s', (_, asked, known, expected) => {
    const verdict = mayReorganise(asked, known);
    expect(verdict.ok ? 'ok' : verdict.code).toBe(expected);
  });
});
