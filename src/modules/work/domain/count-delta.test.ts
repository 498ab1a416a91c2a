import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { type Counted, countChanges, deltaOf } from './count-delta.ts';
import { states } from './states.ts';

const one: Counted = {
  planId: 'p' as Id,
  fieldCode: 'the-che',
  positionId: 'a' as Id,
  personId: null,
  departmentId: null,
  due: plainDate(2022, 3, 31),
  state: 'in-time',
};
const { due: _, ...place } = one;

test('an act takes from one place and adds to another', () => {
  expect(deltaOf(one, { ...one, state: 'submitted' })).toEqual([
    { ...place, month: '2022-03-01', n: -1 },
    { ...place, month: '2022-03-01', state: 'submitted', n: 1 },
  ]);
  expect(deltaOf(one, { ...one, due: plainDate(2022, 4, 1) }).map(({ month, n }) => [month, n])).toEqual([
    ['2022-03-01', -1],
    ['2022-04-01', 1],
  ]);
});

test('what changes nothing that is counted adds nothing', () => {
  expect(deltaOf(one, one)).toEqual([]);
  expect(deltaOf(one, { ...one, due: plainDate(2022, 3, 1) })).toEqual([]);
  expect(deltaOf(null, null)).toEqual([]);
});

test('what comes and goes', () => {
  expect(deltaOf(null, { ...one, due: null })).toEqual([{ ...place, month: null, n: 1 }]);
  expect(deltaOf(one, null)).toEqual([{ ...place, month: '2022-03-01', n: -1 }]);
});

test('each of what is counted by makes a place of its own', () => {
  const others: Partial<Counted>[] = [
    { planId: null },
    { fieldCode: null },
    { positionId: null },
    { personId: 'x' as Id },
    { departmentId: 'd' as Id },
    { due: null },
    { state: 'doing' },
  ];
  for (const other of others) expect(deltaOf(one, { ...one, ...other })).toHaveLength(2);
});

test('counts brought forward by changes are those counted anew', () => {
  const counted = fc.record({
    planId: fc.constantFrom('p' as Id, null),
    fieldCode: fc.constantFrom('the-che', null),
    positionId: fc.constantFrom('a' as Id, 'b' as Id, null),
    personId: fc.constant(null),
    departmentId: fc.constant(null),
    due: fc.option(fc.integer({ min: 1, max: 12 }).map((month) => plainDate(2022, month, 15))),
    state: fc.constantFrom(...states),
  });
  const changes = fc.array(fc.record({ before: fc.option(counted), after: fc.option(counted) }));
  fc.assert(
    fc.property(changes, (all) => {
      const rows = countChanges(all);
      const came = all.filter(({ after }) => after).length - all.filter(({ before }) => before).length;
      expect(rows.reduce((sum, { n }) => sum + n, 0)).toBe(came);
      expect(new Set(rows.map(({ n: _n, ...where }) => JSON.stringify(where))).size).toBe(rows.length);
    }),
  );
});
