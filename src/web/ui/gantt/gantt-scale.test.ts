import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type PlainDate, plainDate } from '#kernel/plain-date.ts';
import { yearScale } from './gantt-scale.ts';

const scale = yearScale(2022);
const day = (text: string) => text as PlainDate;

test('the whole year is the whole width', () => {
  expect(scale.stretch(day('2022-01-01'), day('2022-12-31'))).toEqual({ start: 0, width: 100 });
});

test('what reaches over the year is cut at its ends', () => {
  expect(scale.stretch(day('2021-06-01'), day('2023-06-01'))).toEqual({ start: 0, width: 100 });
  expect(scale.stretch(day('2021-01-01'), day('2021-12-31'))).toBeUndefined();
  expect(scale.stretch(day('2023-01-01'), day('2023-12-31'))).toBeUndefined();
});

test('a single day is one day wide and holds its middle', () => {
  fc.assert(
    fc.property(fc.nat(364), (offset) => {
      const date = addDays(plainDate(2022, 1, 1), offset);
      const place = scale.stretch(date, date);
      const middle = scale.middle(date);
      expect(place?.width).toBeCloseTo(100 / 365, 8);
      expect(middle).toBeCloseTo((place?.start ?? 0) + (place?.width ?? 0) / 2, 8);
    }),
  );
});

test('months follow one another without a gap, in leap years too', () => {
  for (const year of [2022, 2024]) {
    const { months } = yearScale(year);
    expect(months).toHaveLength(12);
    let end = 0;
    for (const month of months) {
      expect(month.start).toBeCloseTo(end, 8);
      end = month.start + month.width;
    }
    expect(end).toBeCloseTo(100, 8);
  }
});

test('today outside the year has no line', () => {
  expect(scale.middle(day('2023-01-01'))).toBeUndefined();
});
