import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/plain-date.ts';
import { calendarText, foldedLine } from './calendar-text.ts';

const event = {
  uid: 'a@xa.example',
  day: '2022-12-31' as PlainDate,
  title: 'Hạn: Báo cáo; lần 1, bản \\ cuối',
  description: 'Dòng một\nDòng hai',
  url: 'http://xa.example/lam-viec/san-pham/a',
  sequence: 2,
};
const calendar = { name: 'Hạn công việc', madeAt: '2022-03-15T02:00:00.000Z', events: [event] };
const octets = (text: string) => new TextEncoder().encode(text).length;
const unfolded = (text: string) => text.replaceAll('\r\n ', '');

describe('a calendar as text', () => {
  const text = calendarText(calendar);

  test('ends every line by CRLF and begins and ends as a calendar', () => {
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  test('says whole days, the day after being the end, also over the year', () => {
    expect(text).toContain('DTSTART;VALUE=DATE:20221231\r\nDTEND;VALUE=DATE:20230101\r\n');
    expect(text).toContain('DTSTAMP:20220315T020000Z\r\n');
    expect(text).toContain('TZID:Asia/Ho_Chi_Minh\r\n');
  });

  test('escapes what has a meaning', () => {
    expect(unfolded(text)).toContain('SUMMARY:Hạn: Báo cáo\\; lần 1\\, bản \\\\ cuối\r\n');
    expect(unfolded(text)).toContain('DESCRIPTION:Dòng một\\nDòng hai\r\n');
  });

  test('without anything due is still a calendar', () => {
    expect(calendarText({ ...calendar, events: [] })).not.toContain('VEVENT');
  });
});

test('lines are folded before 76 octets, never inside a character, and unfold to what they were', () => {
  const line = fc.string({ unit: fc.constantFrom('a', 'ế', 'Đ', '😀', ' ', ';'), maxLength: 400 });
  fc.assert(
    fc.property(line, (given) => {
      const folded = foldedLine(given);
      expect(folded.replaceAll('\r\n ', '')).toBe(given);
      for (const part of folded.split('\r\n')) {
        expect(octets(part)).toBeLessThanOrEqual(75);
        expect(part).not.toMatch(/\uFFFD/);
      }
    }),
  );
});
