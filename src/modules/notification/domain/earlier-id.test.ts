import fc from 'fast-check';
import { expect, test } from 'vitest';
import { earlierId } from './earlier-id.ts';

test('an id of a minute earlier keeps the form and only moves the time', () => {
  expect(earlierId('0182d2a0-1b58-7abc-9def-0123456789ab', 0)).toBe('0182d2a0-1b58-7000-8000-000000000000');
  expect(earlierId('0182d2a0-1b58-7abc-9def-0123456789ab', 60_000)).toBe('0182d29f-30f8-7000-8000-000000000000');
  expect(() => earlierId('0182d2a0-1b58-4abc-9def-0123456789ab', 1)).toThrow(RangeError);
});

test('it is never later than the id it was made from, and sorts by how much earlier it is', () => {
  const ids = fc.integer({ min: 200_000, max: 2 ** 48 - 1 }).map((time) => {
    const hex = time.toString(16).padStart(12, '0');
    return `${hex.slice(0, 8)}-${hex.slice(8)}-7fff-bfff-ffffffffffff`;
  });
  fc.assert(
    fc.property(ids, fc.integer({ min: 0, max: 100_000 }), (id, ms) => {
      expect(earlierId(id, ms) <= id).toBe(true);
      expect(earlierId(id, ms + 1) < earlierId(id, ms)).toBe(true);
    }),
  );
});
