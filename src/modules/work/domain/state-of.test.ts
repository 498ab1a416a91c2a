import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type PlainDate, plainDate } from '#kernel/plain-date.ts';
import { stateOf } from './state-of.ts';
import { type Stage, stages, states } from './states.ts';

const today = plainDate(2022, 12, 31);
const day = (n: number) => addDays(today, n);

test.each<[Stage, number | null, number | null, string]>([
  ['open', 8, null, 'in-time'],
  ['open', 7, null, 'due-soon'],
  ['open', 0, null, 'due-soon'],
  ['open', -1, null, 'overdue'],
  ['open', null, null, 'in-time'],
  ['started', 8, null, 'doing'],
  ['started', 7, null, 'due-soon'],
  ['started', -1, null, 'overdue'],
  ['started', null, null, 'doing'],
  ['returned', 8, null, 'doing'],
  ['returned', -1, null, 'overdue'],
  ['submitted', -1, null, 'submitted'],
  ['paused', -1, null, 'paused'],
  ['awaiting-guidance', null, null, 'awaiting-guidance'],
  ['awaiting-authority', -1, null, 'awaiting-authority'],
  ['not-arising', -1, null, 'not-arising'],
  ['void', -1, null, 'void'],
  ['accepted', -9, -9, 'done-in-time'],
  ['accepted', -9, -10, 'done-in-time'],
  ['accepted', -9, -8, 'done-late'],
  ['accepted', null, -8, 'done-in-time'],
])('%s, due in %s days, handed in %s: %s', (stage, due, done, state) => {
  const facts = { stage, ours: true, due: due === null ? null : day(due), doneOn: done === null ? null : day(done) };
  expect(stateOf(facts, today, 7)).toBe(state);
  expect(stateOf({ ...facts, ours: false }, today, 7)).toBe('higher-level');
});

test('over the turn of the year and 29/02', () => {
  const facts = { stage: 'open' as const, ours: true, due: plainDate(2023, 1, 3), doneOn: null };
  expect(stateOf(facts, plainDate(2022, 12, 31), 3)).toBe('due-soon');
  expect(stateOf(facts, plainDate(2022, 12, 30), 3)).toBe('in-time');
  const leap = { ...facts, due: plainDate(2024, 2, 29) };
  expect(stateOf(leap, plainDate(2024, 2, 29), 0)).toBe('due-soon');
  expect(stateOf(leap, plainDate(2024, 3, 1), 0)).toBe('overdue');
});

test('of any obligations on any day those of each state sum to all', () => {
  const days = fc.integer({ min: -400, max: 400 }).map(day);
  const facts = fc.record({
    stage: fc.constantFrom(...stages),
    ours: fc.boolean(),
    due: fc.option(days),
    doneOn: fc.option(days),
  });
  fc.assert(
    fc.property(fc.array(facts), days, fc.integer({ min: 1, max: 30 }), (all, on: PlainDate, soon) => {
      const counts = Map.groupBy(all, (one) => stateOf(one, on, soon));
      expect(states.reduce((sum, state) => sum + (counts.get(state)?.length ?? 0), 0)).toBe(all.length);
    }),
  );
});
