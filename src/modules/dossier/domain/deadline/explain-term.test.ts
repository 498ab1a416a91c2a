import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { makeWorkingCalendar } from '#kernel/working-calendar.ts';
import { deadlineOf } from './deadline-of.ts';
import { at, dossier, madeParts, madeRules } from './made-dossier.ts';
import { linesOf } from './made-lines.ts';
import type { DeadlineInput } from './types.ts';

test('an explanation begins with the rules, the receipt and the term', () => {
  expect(deadlineOf(dossier('19/08 09:00', '0,25 ngày làm việc', '19/08 09:00')).explanation.slice(0, 3)).toEqual([
    { code: 'rules', params: { version: 'nd-118-2025', citation: madeRules.citation } },
    { code: 'received', moment: at('19/08 09:00') },
    { code: 'term', params: { term: '0,25 ngày làm việc' } },
  ]);
});

const holidays = { kind: 'holiday', name: 'Quốc khánh', citation: 'TB 9441' };
const swapped = { kind: 'swapped', name: 'Nghỉ hoán đổi', citation: 'TB 9441', to: '2026-08-31' };
const made = ['worked-rest-day', '2026-08-22', { name: 'Làm bù', citation: 'CV 12729' }];

test.each<[string, string, Partial<DeadlineInput>, unknown[][]]>([
  [
    '27/08 09:00',
    '3 ngày làm việc',
    {},
    [
      ['day-not-counted', '2026-08-27'],
      ['first-day', '2026-08-28'],
      ['last-day', '2026-09-04', { count: 3 }],
      ['weekends', { count: 2, days: '2026-08-29 2026-08-30' }],
      ['skipped', '2026-08-31', swapped],
      ['skipped', '2026-09-01', { ...holidays, to: '2026-09-02' }],
      ['due', '09-04T17:00'],
    ],
  ],
  [
    '21/08 09:00',
    '1 ngày làm việc',
    {},
    [
      ['day-not-counted', '2026-08-21'],
      ['first-day', '2026-08-22'],
      ['last-day', '2026-08-22', { count: 1 }],
      made,
      ['due', '08-22T17:00'],
    ],
  ],
  [
    '22/08 09:00',
    '1 ngày làm việc',
    {},
    [
      ['day-not-counted', '2026-08-22'],
      ['first-day', '2026-08-24'],
      ['last-day', '2026-08-24', { count: 1 }],
      ['weekends', { count: 1, days: '2026-08-23' }],
      ['due', '08-24T17:00'],
    ],
  ],
  [
    '20/08 09:00',
    '10 ngày',
    {},
    [
      ['day-not-counted', '2026-08-20'],
      ['last-day', '2026-08-30', { count: 10 }],
      ['rolled', '2026-09-03'],
      ['weekends', { count: 1, days: '2026-08-30' }],
      ['skipped', '2026-08-31', swapped],
      ['skipped', '2026-09-01', { ...holidays, to: '2026-09-02' }],
      ['due', '09-03T17:00'],
    ],
  ],
  [
    '19/08 09:00',
    '1 ngày',
    {},
    [
      ['day-not-counted', '2026-08-19'],
      ['last-day', '2026-08-20', { count: 1 }],
      ['due', '08-20T17:00'],
    ],
  ],
  [
    '19/08 09:00',
    '1 giờ làm việc',
    {},
    [
      ['worked-time', { minutes: 60 }],
      ['due', '08-19T10:00'],
    ],
  ],
  [
    '23/08 09:00',
    '1 giờ làm việc',
    {},
    [
      ['outside-hours', '08-23T09:00', { begins: '2026-08-24T07:00:00+07:00' }],
      ['worked-time', { minutes: 60 }],
      ['weekends', { count: 1, days: '2026-08-23' }],
      ['due', '08-24T08:00'],
    ],
  ],
  [
    '21/08 15:00',
    '0,5 ngày làm việc',
    {},
    [['hours-per-day', { hours: 8, days: '0.5' }], ['worked-time', { minutes: 240 }], made, ['due', '08-22T09:00']],
  ],
  [
    '19/08 09:00',
    '1 ngày làm việc',
    { counting: 'hour-based' },
    [
      ['hours-per-day', { hours: 8, days: '1' }],
      ['worked-time', { minutes: 480 }],
      ['due', '08-20T09:00'],
    ],
  ],
  [
    '21/08 23:00',
    '48 giờ',
    {},
    [
      ['clock-time', { hours: 48 }],
      ['due', '08-23T23:00'],
    ],
  ],
  [
    '21/08 23:00',
    '0,5 ngày',
    {},
    [
      ['clock-time', { hours: 12 }],
      ['due', '08-22T11:00'],
    ],
  ],
  [
    '19/08 14:59',
    'ngay',
    {},
    [
      ['before-cutoff', '2026-08-19', { cutoff: '15:00', citation: madeRules.cutoff.citation }],
      ['due', '08-19T17:00'],
    ],
  ],
  [
    '28/08 15:00',
    'ngay',
    {},
    [
      ['after-cutoff', '2026-09-03', { cutoff: '15:00', citation: madeRules.cutoff.citation, reason: 'after-cutoff' }],
      ['weekends', { count: 2, days: '2026-08-29 2026-08-30' }],
      ['skipped', '2026-08-31', swapped],
      ['skipped', '2026-09-01', { ...holidays, to: '2026-09-02' }],
      ['due', '09-03T17:00'],
    ],
  ],
])('%s, %s', (received, term, more, lines) => {
  expect(linesOf(dossier(received, term, received, [], more))).toEqual(lines);
});

test('years without a notice are named, holidays of two names apart', () => {
  const calendar = makeWorkingCalendar({
    ...madeParts,
    daysOff: [
      { day: plainDate(2026, 12, 31), kind: 'special', name: 'Nghỉ bão', citation: 'QĐ 1' },
      { day: plainDate(2027, 1, 1), kind: 'holiday', name: 'Tết', citation: 'BLLĐ' },
    ],
  });
  const lines = linesOf(dossier('30/12 09:00', '2 ngày làm việc', '30/12 09:00', [], { calendar }));
  expect(lines.slice(4)).toEqual([
    ['skipped', '2026-12-31', { to: '2026-12-31', kind: 'special', name: 'Nghỉ bão', citation: 'QĐ 1' }],
    ['skipped', '2027-01-01', { to: '2027-01-01', kind: 'holiday', name: 'Tết', citation: 'BLLĐ' }],
    ['unannounced', { year: 2027 }],
    ['due', '01-05T17:00'],
  ]);
  const byClock = linesOf(dossier('30/12 09:00', '72 giờ', '30/12 09:00', [], { calendar }));
  expect(byClock).toEqual([
    ['clock-time', { hours: 72 }],
    ['due', '01-02T09:00'],
  ]);
  const split = makeWorkingCalendar({
    ...madeParts,
    daysOff: [27, 29].map((day) => ({ day: plainDate(2026, 8, day), kind: 'holiday', name: 'Lễ', citation: 'thử' })),
  });
  expect(
    linesOf(dossier('26/08 09:00', '2 ngày làm việc', '26/08 09:00', [], { calendar: split })).map(([code]) => code),
  ).toEqual(['day-not-counted', 'first-day', 'last-day', 'weekends', 'skipped', 'skipped', 'due']);
});
