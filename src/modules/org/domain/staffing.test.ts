import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromEpochDay, type PlainDate } from '#kernel/plain-date.ts';
import type { Verdict } from '#kernel/verdict.ts';
import { type Bearer, bearerOfDuty, bearerOfPost, findActing, type Staffing } from './find-bearer.ts';
import { type DutyBearing, mayBearDuty } from './may-bear-duty.ts';
import { type Holding, mayHoldPost } from './may-hold-post.ts';
import { mayPlaceDepartment, type PlacedDepartment } from './may-place-department.ts';
import { maySubstitute, type Substitution } from './may-substitute.ts';
import { findShared, isValidOn, isWithin, mayChangeDates, nearestDayOf, overlaps, type Validity } from './validity.ts';

const day = (text: string) => text as PlainDate;
const from = (start: string, end: string | null = null): Validity => ({
  validFrom: day(start),
  validTo: end === null ? null : day(end),
});
const code = (verdict: Verdict) => (verdict.ok ? 'ok' : verdict.code);
const year2022 = from('2022-01-01', '2022-12-31');
const anyPeriod = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.option(fc.integer({ min: 0, max: 30 })))
  .map(([start, length]) => ({
    validFrom: fromEpochDay(19_000 + start),
    validTo: length === null ? null : fromEpochDay(19_000 + start + length),
  }));

describe('who may hold a post', () => {
  const hold = (id: string, personId: string, period: Validity, more: Partial<Holding> = {}): Holding => ({
    id,
    positionId: 'post',
    personId,
    mode: 'holder',
    ...period,
    ...more,
  });
  const an = hold('1', 'an', from('2022-01-01', '2022-06-30'));
  test.each<[string, Holding, readonly Holding[], number, string]>([
    ['an empty post', hold('2', 'binh', year2022), [], 1, 'ok'],
    ['after the one before', hold('2', 'binh', from('2022-07-01', '2022-12-31')), [an], 1, 'ok'],
    [
      'on the last day of the one before',
      hold('2', 'binh', from('2022-06-30', '2022-12-31')),
      [an],
      1,
      'org-post-full',
    ],
    ['the second of two seats', hold('2', 'binh', year2022), [an], 2, 'ok'],
    ['the same person twice', hold('2', 'an', year2022), [an], 2, 'org-holder-twice'],
    ['its own former state', hold('1', 'an', year2022), [an], 1, 'ok'],
    ['beside an own post', hold('2', 'an', year2022, { positionId: 'other' }), [an], 1, 'org-holder-has-post'],
    [
      'beside an own post, as such',
      hold('2', 'an', year2022, { positionId: 'other', mode: 'concurrent' }),
      [an],
      1,
      'ok',
    ],
    ['before the post exists', hold('2', 'binh', from('2021-01-01', '2022-01-31')), [], 1, 'org-outside-post-dates'],
    ['longer than the service', hold('2', 'binh', from('2022-01-01')), [], 1, 'org-outside-post-dates'],
    ['from the end to the beginning', hold('2', 'binh', from('2022-02-01', '2022-01-01')), [], 1, 'org-dates-reversed'],
  ])('%s', (_, asked, others, seats, expected) => {
    expect(code(mayHoldPost(asked, { ...year2022, seats }, from('2020-01-01'), others))).toBe(expected);
  });

  test('nobody holds a post before joining or after leaving', () => {
    const asked = hold('2', 'binh', year2022);
    expect(code(mayHoldPost(asked, { ...year2022, seats: 1 }, from('2022-02-01'), []))).toBe(
      'org-outside-person-dates',
    );
  });

  test('posts filled only as allowed never have more holders than seats', () => {
    const asks = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), anyPeriod), { maxLength: 25 });
    fc.assert(
      fc.property(asks, fc.integer({ min: 1, max: 3 }), (all, seats) => {
        const held: Holding[] = [];
        for (const [personId, period] of all) {
          const asked = hold(String(held.length), personId, period, { mode: 'concurrent' });
          if (mayHoldPost(asked, { ...from('2000-01-01'), seats }, from('2000-01-01'), held).ok) held.push(asked);
        }
        return Array.from({ length: 100 }, (_, at) => fromEpochDay(19_000 + at)).every(
          (on) => held.filter((each) => isValidOn(each, on)).length <= seats,
        );
      }),
    );
  });
});

describe('who may bear a duty', () => {
  const bear = (id: string, period: Validity): DutyBearing => ({ id, dutyId: 'cchc', positionId: 'p', ...period });
  test.each([
    ['a free duty', bear('2', year2022), [], 'ok'],
    ['a taken duty', bear('2', year2022), [bear('1', from('2022-12-31'))], 'org-duty-taken'],
    ['its own former state', bear('1', year2022), [bear('1', from('2022-01-01'))], 'ok'],
    ['a duty that does not exist yet', bear('2', from('2019-01-01', '2019-12-31')), [], 'org-outside-duty-dates'],
    ['with a post that has ended', bear('2', from('2022-01-01')), [], 'org-outside-post-dates'],
    ['from the end to the beginning', bear('2', from('2022-02-01', '2022-01-01')), [], 'org-dates-reversed'],
  ])('%s', (_, asked, others, expected) => {
    expect(code(mayBearDuty(asked, from('2020-01-01'), from('2018-01-01', '2024-12-31'), others))).toBe(expected);
  });
});

describe('who may do whose work', () => {
  const instead = (id: string, awayId: string, substituteId: string, period: Validity): Substitution => ({
    id,
    awayId,
    substituteId,
    ...period,
  });
  const march = from('2022-03-01', '2022-03-31');
  test.each<[string, Substitution, readonly Substitution[], string]>([
    ['somebody present', instead('2', 'an', 'binh', march), [], 'ok'],
    ['oneself', instead('2', 'an', 'an', march), [], 'org-substitutes-self'],
    [
      'a second substitute',
      instead('2', 'an', 'chi', march),
      [instead('1', 'an', 'binh', march)],
      'org-already-substituted',
    ],
    ['each other', instead('2', 'an', 'binh', march), [instead('1', 'binh', 'an', march)], 'org-substitution-cycle'],
    [
      'each other in other months',
      instead('2', 'an', 'binh', march),
      [instead('1', 'binh', 'an', from('2022-04-01', '2022-04-30'))],
      'ok',
    ],
    [
      'in a ring of three',
      instead('3', 'an', 'binh', march),
      [instead('1', 'binh', 'chi', march), instead('2', 'chi', 'an', march)],
      'org-substitution-cycle',
    ],
    ['a substitute who has one in turn', instead('2', 'an', 'binh', march), [instead('1', 'binh', 'chi', march)], 'ok'],
    ['its own former state', instead('1', 'an', 'chi', march), [instead('1', 'an', 'binh', march)], 'ok'],
    ['after leaving', instead('2', 'an', 'binh', from('2031-01-01', '2031-02-01')), [], 'org-outside-person-dates'],
    [
      'from the end to the beginning',
      instead('2', 'an', 'binh', from('2022-03-31', '2022-03-01')),
      [],
      'org-dates-reversed',
    ],
  ])('%s', (_, asked, all, expected) => {
    const service = from('2020-01-01', '2030-12-31');
    expect(code(maySubstitute(asked, service, service, all))).toBe(expected);
  });

  test('substitutions made only as allowed always leave somebody to do the work', () => {
    const person = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(fc.array(fc.tuple(person, person, anyPeriod), { maxLength: 15 }), (asks) => {
        const all: Substitution[] = [];
        for (const [awayId, substituteId, period] of asks) {
          const asked = instead(String(all.length), awayId, substituteId, period);
          if (maySubstitute(asked, from('2000-01-01'), from('2000-01-01'), all).ok) all.push(asked);
        }
        return Array.from({ length: 100 }, (_, at) => fromEpochDay(19_000 + at)).every((on) =>
          ['a', 'b', 'c', 'd'].every((each) => findActing(each, on, all) !== undefined),
        );
      }),
    );
  });
});

describe('who bears what on a day', () => {
  const staffing: Staffing = {
    posts: [
      { id: 'office', ...from('2020-01-01', '2025-06-30') },
      { id: 'culture', ...from('2020-01-01') },
    ],
    holdings: [
      { id: '1', positionId: 'office', personId: 'binh', mode: 'concurrent', ...from('2022-01-01') },
      { id: '2', positionId: 'office', personId: 'an', mode: 'holder', ...from('2022-01-01', '2022-06-30') },
    ],
    substitutions: [
      { id: '1', awayId: 'an', substituteId: 'chi', ...from('2022-03-01', '2022-03-31') },
      { id: '2', awayId: 'an', substituteId: 'binh', ...from('2022-05-01', '2022-05-31') },
      { id: '3', awayId: 'binh', substituteId: 'an', ...from('2022-05-10', '2022-05-20') },
    ],
  };
  const bearings: readonly DutyBearing[] = [
    { id: '1', dutyId: 'cchc', positionId: 'office', ...from('2021-01-01', '2025-06-30') },
    { id: '2', dutyId: 'cchc', positionId: 'culture', ...from('2025-07-01') },
  ];
  const words = (bearer: Bearer) =>
    bearer.kind === 'empty'
      ? bearer.reason
      : bearer.actors.map((each) => each.personId + (each.insteadOf ? ` for ${each.insteadOf}` : '')).join(', ');
  test.each([
    ['2020-12-31', 'no-post'],
    ['2021-06-01', 'no-holder'],
    ['2022-01-01', 'an, binh'],
    ['2022-03-15', 'chi for an, binh'],
    ['2022-05-05', 'binh for an, binh'],
    ['2022-05-15', 'all-away'],
    ['2022-07-01', 'binh'],
    ['2025-07-01', 'no-holder'],
  ])('cchc on %s: %s', (on, expected) => {
    expect(words(bearerOfDuty('cchc', day(on), bearings, staffing))).toBe(expected);
  });

  test('a post outside its days is told', () => {
    expect(bearerOfPost('office', day('2025-07-01'), staffing)).toMatchObject({ reason: 'post-not-valid' });
    expect(bearerOfPost('nowhere', day('2022-07-01'), staffing)).toMatchObject({ reason: 'post-not-valid' });
  });
});

describe('where a division may stand', () => {
  const all = new Map<string, PlacedDepartment>([
    ['office', { id: 'office', parentId: null, ...from('2020-01-01') }],
    ['counter', { id: 'counter', parentId: 'office', ...from('2020-01-01', '2024-12-31') }],
  ]);
  test.each([
    ['at the top', { id: 'x', parentId: null, ...from('2019-01-01') }, 'ok'],
    ['under another', { id: 'x', parentId: 'office', ...from('2022-01-01') }, 'ok'],
    [
      'under one that ends earlier',
      { id: 'x', parentId: 'counter', ...from('2022-01-01') },
      'org-parent-outside-dates',
    ],
    ['under one nobody knows', { id: 'x', parentId: 'y', ...from('2022-01-01') }, 'org-department-unknown'],
    ['under itself', { id: 'office', parentId: 'counter', ...from('2020-01-01') }, 'org-department-cycle'],
    [
      'from the end to the beginning',
      { id: 'x', parentId: null, ...from('2022-01-02', '2022-01-01') },
      'org-dates-reversed',
    ],
  ])('%s', (_, asked, expected) => expect(code(mayPlaceDepartment(asked, all))).toBe(expected));
});

test('days are not cut away from under what hangs on them', () => {
  const holder = { kind: 'holder' as const, name: 'An', ...from('2022-01-01') };
  expect(code(mayChangeDates(from('2021-01-01'), [holder]))).toBe('ok');
  expect(mayChangeDates(year2022, [holder])).toMatchObject({ code: 'org-still-used', params: { name: 'An', to: '' } });
  expect(code(mayChangeDates(from('2022-02-01', '2022-01-01'), []))).toBe('org-dates-reversed');
});

test('a day outside a period is brought to its nearest day', () => {
  expect(nearestDayOf(year2022, day('2021-05-05'))).toBe('2022-01-01');
  expect(nearestDayOf(year2022, day('2022-05-05'))).toBe('2022-05-05');
  expect(nearestDayOf(year2022, day('2023-05-05'))).toBe('2022-12-31');
});

test('periods overlap exactly when they share a day', () => {
  const days = Array.from({ length: 120 }, (_, at) => fromEpochDay(19_000 + at));
  fc.assert(
    fc.property(anyPeriod, anyPeriod, (a, b) => {
      const shared = days.filter((on) => isValidOn(a, on) && isValidOn(b, on));
      const found = findShared(a, b);
      expect(overlaps(a, b)).toBe(shared.length > 0);
      expect(found ? days.filter((on) => isValidOn(found, on)) : []).toEqual(shared);
      expect(isWithin(a, b)).toBe(
        found !== undefined && found.validFrom === a.validFrom && found.validTo === a.validTo,
      );
    }),
  );
});
