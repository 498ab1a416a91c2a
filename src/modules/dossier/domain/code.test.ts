import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, plainDate } from '#kernel/plain-date.ts';
import { dossierCode, findAgencyCode } from './code.ts';

const codes = [
  { from: plainDate(2020, 9, 15), code: 'H56.22.17' },
  { from: plainDate(2018, 1, 1), code: '000.17.22.H56' },
  { from: plainDate(2025, 7, 1), code: 'H56.101' },
];

test.each([
  [plainDate(2017, 12, 31), undefined],
  [plainDate(2018, 1, 1), '000.17.22.H56'],
  [plainDate(2020, 9, 14), '000.17.22.H56'],
  [plainDate(2020, 9, 15), 'H56.22.17'],
  [plainDate(2025, 6, 30), 'H56.22.17'],
  [plainDate(2025, 7, 1), 'H56.101'],
])('on %s the agency is %s', (day, code) => expect(findAgencyCode(codes, day)).toBe(code));

test.each([
  ['000.17.22.H56', plainDate(2019, 5, 31), 1, '000.17.22.H56-190531-0001'],
  ['H56.22.17', plainDate(2022, 3, 15), 42, 'H56.22.17-220315-0042'],
  ['H56.22.17', plainDate(2022, 12, 1), 12_345, 'H56.22.17-221201-12345'],
])('%s on %s, number %i: %s', (agency, day, number, code) => expect(dossierCode(agency, day, number)).toBe(code));

test('codes of different numbers or days differ, and are of the form the portal takes', () => {
  const form = /^[0-9A-Z]{2,3}(\.[0-9A-Z]{2,3}){1,5}-\d{6}-\d{4,10}$/;
  const one = fc.tuple(fc.nat(20_000), fc.integer({ min: 1, max: 200_000 }));
  fc.assert(
    fc.property(one, one, ([day, number], [otherDay, otherNumber]) => {
      const begin = plainDate(2018, 6, 21);
      const code = dossierCode('H56.22.17', addDays(begin, day), number);
      const other = dossierCode('H56.22.17', addDays(begin, otherDay), otherNumber);
      const isSame = number === otherNumber && day === otherDay;
      return form.test(code) && (isSame || code !== other || Math.abs(day - otherDay) > 36_000);
    }),
  );
});
