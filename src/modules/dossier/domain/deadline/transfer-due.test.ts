import { expect, test } from 'vitest';
import { toIso } from '#kernel/moment.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { at, madeCalendar, madeRules } from './made-dossier.ts';
import { rulesOn } from './rules.ts';
import { explainDeadline } from './text.ts';
import { transferDue } from './transfer-due.ts';

test.each([
  ['19/08 09:00', '08-19T17:00', ['received', 'before-cutoff', 'due']],
  ['19/08 15:00', '08-20T08:00', ['received', 'after-cutoff', 'transfer-first-hours', 'due']],
  ['22/08 18:00', '08-24T08:00', ['received', 'after-cutoff', 'transfer-first-hours', 'due']],
])('a transfer of %s explains itself', (received, due, codes) => {
  const found = transferDue(madeCalendar, madeRules, at(received));
  expect(toIso(found.due).slice(5, 16)).toBe(due);
  expect(found.explanation.map(({ code }) => code)).toEqual(codes);
  expect(found.explanation.at(-1)?.moment).toBe(found.due);
  expect(explainDeadline(found.explanation).join(' ')).not.toMatch(/undefined|NaN/);
});

test('a transfer says where its first hour begins and ends, and why it waits', () => {
  const [, cutoff, hours] = transferDue(madeCalendar, madeRules, at('28/08 16:00')).explanation;
  expect(cutoff).toMatchObject({ day: '2026-09-03', params: { reason: 'after-cutoff' } });
  expect(hours).toEqual({
    code: 'transfer-first-hours',
    moment: at('03/09 07:00'),
    params: { due: '2026-09-03T08:00:00+07:00' },
  });
  const reasons = ['19/08 14:59', '19/08 17:00', '23/08 09:00'].map(
    (when) => transferDue(madeCalendar, rulesOn(plainDate(2022, 1, 1)), at(when)).explanation[1]?.params?.['reason'],
  );
  expect(reasons).toEqual([undefined, 'after-hours', 'day-off']);
});
