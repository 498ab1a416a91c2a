import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterQuietHours } from './quiet-hours.ts';

const at = (time: string) => Date.parse(`2022-03-15T${time}+07:00`);
const night = { from: 22 * 60, to: 6 * 60 };
const noon = { from: 11 * 60 + 30, to: 13 * 60 + 30 };

describe('a letter waits for the end of quiet hours', () => {
  test.each([
    ['before the night', night, '21:59:59', '2022-03-15T21:59:59+07:00'],
    ['as the night begins', night, '22:00:00', '2022-03-16T06:00:00+07:00'],
    ['before midnight', night, '23:59:00', '2022-03-16T06:00:00+07:00'],
    ['after midnight', night, '00:10:30', '2022-03-15T06:00:00+07:00'],
    ['in the last minute', night, '05:59:59', '2022-03-15T06:00:00+07:00'],
    ['as the night ends', night, '06:00:00', '2022-03-15T06:00:00+07:00'],
    ['at noon', noon, '12:00:00', '2022-03-15T13:30:00+07:00'],
    ['after noon', noon, '13:30:00', '2022-03-15T13:30:00+07:00'],
  ])('%s', (_, quiet, time, expected) => {
    expect(afterQuietHours(at(time), quiet)).toBe(Date.parse(expected));
  });

  test('without quiet hours it never waits', () => {
    expect(afterQuietHours(at('03:00:00'), undefined)).toBe(at('03:00:00'));
    expect(afterQuietHours(at('03:00:00'), { from: 60, to: 60 })).toBe(at('03:00:00'));
  });

  test('it waits less than a day, ends outside of the quiet hours, and does not wait again', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), minute, minute, (now, from, to) => {
        const then = afterQuietHours(now, { from, to });
        expect(then).toBeGreaterThanOrEqual(now);
        expect(then - now).toBeLessThanOrEqual(86_400_000);
        expect(afterQuietHours(then, { from, to })).toBe(then);
        const minuteOfDay = (Math.floor(then / 60_000) + 420) % 1440;
        if (then > now) expect(minuteOfDay).toBe(to);
      }),
    );
  });
});
