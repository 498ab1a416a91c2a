import { expect, test } from 'vitest';
import { dossier, ended, extended, madeRules, at as moment, paused } from './made-dossier.ts';
import { apologyStanding, mayExtend } from './may-extend.ts';
import type { LedgerEvent } from './types.ts';

const usual = '3 ngày làm việc';
const due = '2026-08-22T17:00:00+07:00';

test.each<[string, string, string, LedgerEvent[], string | undefined, object]>([
  ['two days before', '20/08 23:00', usual, [], undefined, {}],
  ['the day before, to its end', '21/08 23:59', usual, [], undefined, {}],
  ['on the due day', '22/08 00:00', usual, [], 'extension-too-late', { lastDay: '2026-08-21', due }],
  ['after it', '24/08 09:00', usual, [], 'extension-too-late', { lastDay: '2026-08-21', due }],
  [
    'once it was extended',
    '21/08 10:00',
    usual,
    [extended('20/08 09:00', '27/08 17:00')],
    'extension-used',
    { most: 1 },
  ],
  ['after one that did not count', '21/08 10:00', usual, [extended('20/08 09:00', '21/08 17:00')], undefined, {}],
  ['once it ended', '21/08 10:00', usual, [ended('21/08 09:00')], 'extension-ended', {}],
  [
    'a term of the same day',
    '19/08 10:00',
    'ngay',
    [],
    'extension-term-too-short',
    { due: '2026-08-19T17:00:00+07:00' },
  ],
  ['a term that ends the next day, on the day of receipt', '19/08 10:00', '1 ngày làm việc', [], undefined, {}],
  ['while it waits', '21/08 10:00', usual, [paused('supplement', '20/08 09:00')], undefined, {}],
  [
    'after a pause that moved the date',
    '22/08 10:00',
    usual,
    [paused('applicant-wish', '20/08 09:00', '20/08 10:00')],
    undefined,
    {},
  ],
])('%s', (_, now, term, events, code, params) => {
  const verdict = mayExtend(dossier('19/08 09:00', term, now, events));
  expect(verdict.ok ? [undefined, {}] : [verdict.code, verdict.params ?? {}]).toEqual([code, params]);
});

test('the new date is later, and no day off', () => {
  const input = dossier('19/08 09:00', usual, '20/08 09:00');
  expect(mayExtend(input, moment('22/08 17:00'))).toEqual({ ok: false, code: 'extension-not-later', params: { due } });
  expect(mayExtend(input, moment('23/08 17:00'))).toEqual({
    ok: false,
    code: 'extension-day-off',
    params: { day: '2026-08-23' },
  });
  expect(mayExtend(input, moment('24/08 09:00'))).toEqual({ ok: true });
  const late = dossier('19/08 09:00', usual, '24/08 09:00');
  expect(mayExtend(late, moment('22/08 17:00'))).toMatchObject({ code: 'extension-too-late' });
});

test.each([
  ['20/08 09:00', '24/08 17:00', '21/08 09:00', '2026-08-23', '2026-08-22', false],
  ['20/08 09:00', '24/08 17:00', '22/08 07:00', '2026-08-23', '2026-08-22', true],
  ['20/08 09:00', '24/08 17:00', '23/08 20:00', '2026-08-23', '2026-08-22', true],
  ['20/08 09:00', '24/08 17:00', '24/08 07:00', '2026-08-23', '2026-08-22', false],
])('received %s, due %s, asked at %s', (received, _, now, lastDay, lastWorkingDay, isLastDay) => {
  const { verdict, ...standing } = apologyStanding(dossier(received, usual, now));
  expect(standing).toEqual({ lastDay, lastWorkingDay, isLastDay });
  expect(verdict.ok).toBe(now < '24/08');
});

test('how many days before, and how often, is said by the rules', () => {
  const rules = {
    ...madeRules,
    extensionNoticeDays: { value: 2, citation: 'thử' },
    maxExtensions: { value: 2, citation: 'thử' },
  };
  expect(mayExtend(dossier('19/08 09:00', usual, '20/08 09:00', [], { rules }))).toEqual({ ok: true });
  expect(mayExtend(dossier('19/08 09:00', usual, '21/08 09:00', [], { rules })).ok).toBe(false);
  const once = [extended('20/08 09:00', '27/08 17:00')];
  expect(mayExtend(dossier('19/08 09:00', usual, '21/08 09:00', once, { rules })).ok).toBe(true);
  const twice = [...once, extended('21/08 09:00', '28/08 17:00')];
  expect(mayExtend(dossier('19/08 09:00', usual, '24/08 09:00', twice, { rules }))).toMatchObject({
    params: { most: 2 },
  });
});
