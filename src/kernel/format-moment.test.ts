import { expect, test } from 'vitest';
import { formatMoment } from './plain-date.ts';

test.each([
  ['2022-03-15T02:00:00Z', '15/03/2022 09:00'],
  ['2022-03-15T02:00:59.999Z', '15/03/2022 09:00'],
  ['2022-12-31T16:59:00Z', '31/12/2022 23:59'],
  ['2022-12-31T17:00:00Z', '01/01/2023 00:00'],
  ['2022-03-15T09:05:00+07:00', '15/03/2022 09:05'],
])('%s is %s', (instant, words) => expect(formatMoment(instant)).toBe(words));
