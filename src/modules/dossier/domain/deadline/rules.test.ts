import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { deadlineRules, findRules, rulesOn } from './rules.ts';

test.each([
  [2017, 1, 1, 'nd-61-2018'],
  [2018, 6, 21, 'nd-61-2018'],
  [2025, 6, 30, 'nd-61-2018'],
  [2025, 7, 1, 'nd-118-2025'],
  [2030, 1, 1, 'nd-118-2025'],
])('on %i-%i-%i version %s is in force', (year, month, day, version) => {
  expect(rulesOn(plainDate(year, month, day)).version).toBe(version);
  expect(rulesOn(plainDate(year, month, day), deadlineRules.toReversed()).version).toBe(version);
});

test('a version is found by its name', () => {
  expect(findRules('nd-61-2018')?.validTo).toBe('2025-06-30');
  expect(findRules('nd-107-2021')).toBeUndefined();
  expect(() => rulesOn(plainDate(2026, 1, 1), [])).toThrow(new RangeError('no version of the rules'));
});

test('the figures are those of the decrees, each with its source', () => {
  for (const rules of deadlineRules) {
    expect(rules).toMatchObject({
      cutoff: { value: '15:00' },
      nextDayTransferMinutes: { value: 60 },
      workingHoursPerDay: { value: 8 },
      extensionNoticeDays: { value: 1 },
      maxExtensions: { value: 1 },
      maxSupplements: { value: { intake: 1, examination: 1 } },
      supplementNotice: { value: { unit: 'working-day', milli: 3_000 } },
      supplementRestarts: { value: true },
    });
    const decree = rules.citation.split(';')[0] ?? '';
    expect(decree).toMatch(/^Nghị định (61\/2018|118\/2025)\/NĐ-CP$/);
    expect(rules.citation).toContain('Bộ luật Dân sự 2015');
    const { cutoff, extensionNoticeDays, maxExtensions, maxSupplements, supplementNotice, supplementRestarts } = rules;
    for (const ruled of [
      cutoff,
      extensionNoticeDays,
      maxExtensions,
      maxSupplements,
      supplementNotice,
      supplementRestarts,
    ]) {
      expect(ruled.citation).toMatch(new RegExp(`^${decree}, (Điều|khoản|quy định)`));
    }
    expect(rules.workingHoursPerDay.citation).toContain('Bộ luật Lao động');
    expect(rules.nextDayTransferMinutes.citation).toContain('đầu giờ');
  }
});
