import { describe, expect, test } from 'vitest';
import { certificationFee, shippedTariffs } from './tariff.ts';

describe('the fee of a certification', () => {
  test.each([
    ['copy', 1, 1, 2_000],
    ['copy', 2, 1, 4_000],
    ['copy', 3, 1, 5_000],
    ['copy', 10, 3, 36_000],
    ['copy', 198, 1, 200_000],
    ['copy', 199, 1, 200_000],
    ['copy', 500, 2, 400_000],
    ['signature', 4, 1, 10_000],
    ['signature', 1, 3, 10_000],
    ['contract', 12, 4, 50_000],
  ] as const)('%s of %d pages in %d: %d đồng', (book, pages, copies, fee) =>
    expect(certificationFee(shippedTariffs[book], pages, copies)).toBe(fee),
  );

  test('has no limit where the tariff sets none', () => {
    expect(certificationFee({ ...shippedTariffs.copy, mostPerCopy: null }, 300, 1)).toBe(302_000);
  });
});
