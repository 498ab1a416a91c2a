import { expect, test } from 'vitest';
import { readSessions } from './read-sessions.ts';

test.each([
  ['07:00–11:30, 13:30–17:00', '07:00-11:30 13:30-17:00'],
  ['7h-11h30; 13h30-17h', '07:00-11:30 13:30-17:00'],
  ['7 - 11', '07:00-11:00'],
  ['7g30 — 11.45', '07:30-11:45'],
  ['', ''],
  ['Nghỉ', ''],
])('%s is read', (text, expected) => {
  expect(
    readSessions(text)
      ?.map(({ from, to }) => `${from}-${to}`)
      .join(' '),
  ).toBe(expected);
});

test.each([
  'sáng',
  '11:30-07:00',
  '07:00-11:30, 11:00-12:00',
  '24:00-25:00',
  '07:60-08:00',
  '07:00',
  '07:00-11:30,',
  '07:00-07:00',
])('%s is refused', (text) => expect(readSessions(text)).toBeUndefined());
