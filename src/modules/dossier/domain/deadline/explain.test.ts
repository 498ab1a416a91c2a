import { describe, expect, test } from 'vitest';
import { toIso } from '#kernel/moment.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { makeWorkingCalendar } from '#kernel/working-calendar.ts';
import { deadlineOf } from './deadline-of.ts';
import { at, dossier, ended, extended, madeCalendar, madeParts, madeRules, paused, supplied } from './made-dossier.ts';
import { rulesOn } from './rules.ts';
import { explainDeadline, lineWords } from './text.ts';
import { transferDue } from './transfer-due.ts';
import type { DeadlineInput, ExplanationLine, LedgerEvent } from './types.ts';

/** The lines after rules, receipt and term, without the empty fields. */
const linesOf = (input: DeadlineInput) =>
  deadlineOf(input)
    .explanation.slice(3)
    .map(({ code, day, moment, params }) => [
      code,
      ...(day === undefined ? [] : [day]),
      ...(moment === undefined ? [] : [toIso(moment).slice(5, 16)]),
      ...(params === undefined ? [] : [params]),
    ]);

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

describe('what happened to a dossier is told in the order of time', () => {
  const basis = 'Luật thử';
  const seen = (now: string, events: readonly LedgerEvent[], more?: Partial<DeadlineInput>) =>
    linesOf(dossier('19/08 09:00', '3 ngày làm việc', now, events, more))
      .slice(4)
      .filter(([code]) => code !== 'weekends');
  const restart = { citation: madeRules.supplementRestarts.citation };
  test.each<[string, string, LedgerEvent[], unknown[][]]>([
    ['nothing', '20/08 09:00', [], [['due', '08-22T17:00']]],
    [
      'pauses',
      '28/08 09:00',
      [
        paused('external-consultation', '21/08 09:00', '21/08 10:00', false),
        paused('financial-obligation', '20/08 09:00', '20/08 11:00'),
        paused('applicant-wish', '24/08 08:00'),
      ],
      [
        ['due', '08-22T17:00'],
        [
          'paused',
          '08-20T09:00',
          { kind: 'financial-obligation', to: '2026-08-20T11:00:00+07:00', basis, minutes: 120 },
        ],
        [
          'pause-not-excluded',
          '08-21T09:00',
          { kind: 'external-consultation', to: '2026-08-21T10:00:00+07:00', basis, minutes: 60 },
        ],
        [
          'paused-until-now',
          '08-24T08:00',
          { kind: 'applicant-wish', to: '2026-08-28T09:00:00+07:00', basis, minutes: 33 * 60 },
        ],
        ['moved', '08-28T10:00'],
        ['metric-late', '08-22T17:00'],
      ],
    ],
    [
      'a supplement',
      '25/08 09:00',
      [paused('supplement', '20/08 09:00'), supplied('24/08 09:00')],
      [
        ['due', '08-22T17:00'],
        ['paused', '08-20T09:00', { kind: 'supplement', to: '2026-08-24T09:00:00+07:00', basis, minutes: 24 * 60 }],
        ['restarted', '08-24T09:00', restart],
        ['day-not-counted', '2026-08-24'],
        ['first-day', '2026-08-25'],
        ['last-day', '2026-08-27', { count: 3 }],
        ['due', '08-27T17:00'],
      ],
    ],
    [
      're-appointments',
      '24/08 09:00',
      [
        extended('21/08 09:00', '27/08 17:00', '2'),
        extended('20/08 09:00', '25/08 17:00', '1'),
        paused('applicant-wish', '21/08 10:00', '21/08 11:00'),
      ],
      [
        ['due', '08-22T17:00'],
        ['extended', '08-25T17:00', { decidedAt: '2026-08-20T09:00:00+07:00', apology: '1' }],
        ['extension-refused', '08-27T17:00', { reason: 'extension-used', most: 1, apology: '2' }],
        ['paused', '08-21T10:00', { kind: 'applicant-wish', to: '2026-08-21T11:00:00+07:00', basis, minutes: 60 }],
        ['moved', '08-24T08:00'],
        ['moved-appointment', '08-26T08:00'],
      ],
    ],
    [
      'an end in time',
      '28/08 09:00',
      [ended('22/08 17:00')],
      [
        ['due', '08-22T17:00'],
        ['ended-on-time', '08-22T17:00', { due: '2026-08-22T17:00:00+07:00', minutes: 0 }],
      ],
    ],
    [
      'an end that keeps the second date',
      '28/08 09:00',
      [extended('20/08 09:00', '25/08 17:00', '1'), ended('25/08 09:00')],
      [
        ['due', '08-22T17:00'],
        ['extended', '08-25T17:00', { decidedAt: '2026-08-20T09:00:00+07:00', apology: '1' }],
        ['ended-late-by-first', '08-25T09:00', { due: '2026-08-22T17:00:00+07:00', minutes: 600 }],
      ],
    ],
    [
      'an end after both',
      '28/08 09:00',
      [extended('20/08 09:00', '25/08 17:00', '1'), ended('26/08 09:00')],
      [
        ['due', '08-22T17:00'],
        ['extended', '08-25T17:00', { decidedAt: '2026-08-20T09:00:00+07:00', apology: '1' }],
        ['ended-late', '08-26T09:00', { due: '2026-08-25T17:00:00+07:00', minutes: 1_080 }],
      ],
    ],
  ])('%s', (_, now, events, lines) => {
    expect(seen(now, events)).toEqual(lines);
  });

  test('Decision 766 is mentioned where it judges otherwise', () => {
    const two = [
      paused('supplement', '20/08 09:00'),
      supplied('20/08 10:00'),
      paused('supplement', '20/08 11:00'),
      supplied('20/08 14:00'),
    ];
    expect(seen('21/08 09:00', two).at(-1)).toEqual(['metric-late-by-supplements', { count: 2 }]);
    const waiting = [paused('supplement', '20/08 09:00', '22/08 09:00', false)];
    expect(seen('24/08 09:00', waiting).at(-1)).toEqual(['metric-on-time', '08-24T17:00']);
    expect(seen('25/08 09:00', waiting).at(-1)?.[0]).toBe('pause-not-excluded');
  });

  test('rules under which a supplement restarts nothing say nothing of it', () => {
    const rules = { ...madeRules, supplementRestarts: { value: false, citation: 'thử' } };
    const codes = seen('25/08 09:00', [paused('supplement', '20/08 09:00'), supplied('20/08 11:00')], { rules }).map(
      ([code]) => code,
    );
    expect(codes).toEqual(['due', 'paused', 'moved']);
  });
});

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

test.each<[string, ExplanationLine, string]>([
  [
    'weekdays off',
    { code: 'weekends', params: { count: 2, days: '2026-08-29 2026-08-30' } },
    'Không tính 2 ngày nghỉ hằng tuần: 29/08, 30/08.',
  ],
  [
    'many',
    {
      code: 'weekends',
      params: { count: 9, days: Array.from({ length: 9 }, (_, n) => `2026-08-0${n + 1}`).join(' ') },
    },
    'Không tính 9 ngày nghỉ hằng tuần: từ 01/08/2026 đến 09/08/2026.',
  ],
  [
    'one day off',
    { code: 'skipped', day: plainDate(2026, 8, 31), params: swapped },
    'Không tính 31/08/2026: Nghỉ hoán đổi (TB 9441).',
  ],
  [
    'several',
    { code: 'skipped', day: plainDate(2026, 9, 1), params: { ...holidays, to: '2026-09-02' } },
    'Không tính 01/09/2026 đến 02/09/2026: Quốc khánh (TB 9441).',
  ],
  [
    'after the cutoff',
    {
      code: 'after-cutoff',
      day: plainDate(2026, 9, 3),
      params: { cutoff: '15:00', citation: 'NĐ', reason: 'after-cutoff' },
    },
    'Đến từ 15:00 nên chuyển sang ngày làm việc tiếp theo, thứ Năm 03/09/2026 (NĐ).',
  ],
  [
    'on a day off',
    {
      code: 'after-cutoff',
      day: plainDate(2026, 9, 3),
      params: { cutoff: '15:00', citation: 'NĐ', reason: 'day-off' },
    },
    'Đến vào ngày nghỉ nên chuyển sang ngày làm việc tiếp theo, thứ Năm 03/09/2026 (NĐ).',
  ],
  [
    'the day not counted',
    { code: 'day-not-counted', day: plainDate(2026, 8, 23) },
    'Ngày bắt đầu, Chủ nhật 23/08/2026, không tính vào thời hạn.',
  ],
  ['the due date', { code: 'due', moment: at('19/08 17:00') }, 'Hạn: 17:00 ngày 19/08/2026.'],
  [
    'a pause without working time',
    {
      code: 'paused',
      moment: at('22/08 18:00'),
      params: { kind: 'applicant-wish', to: '2026-08-23T18:00:00+07:00', basis: 'đơn', minutes: 0 },
    },
    'Tạm dừng theo đề nghị của người nộp hồ sơ từ 18:00 ngày 22/08/2026 đến 18:00 ngày 23/08/2026, không phút làm việc nào (đơn).',
  ],
  [
    'worked time',
    { code: 'worked-time', params: { minutes: 150 } },
    'Tính 2 giờ 30 phút làm việc, chỉ trong giờ làm việc.',
  ],
  [
    'a refused date',
    {
      code: 'extension-refused',
      moment: at('27/08 17:00'),
      params: { apology: '2', reason: 'extension-used', most: 1 },
    },
    'Văn bản hẹn lại số 2 (đến 17:00 ngày 27/08/2026) không làm đổi hạn. Hồ sơ đã được gia hạn 1 lần, là số lần pháp luật cho phép.',
  ],
])('in words: %s', (_, line, words) => {
  expect(lineWords(line)).toBe(words);
});

test('every line of every kind of dossier has words', () => {
  const events = [
    paused('financial-obligation', '20/08 09:00', '20/08 11:00'),
    paused('external-consultation', '20/08 13:30', '20/08 14:00', false),
    extended('20/08 16:00', '28/08 17:00'),
    extended('20/08 16:30', '28/08 17:00'),
    paused('supplement', '21/08 09:00'),
    supplied('22/08 09:00'),
    paused('supplement', '24/08 09:00', '24/08 10:00'),
  ];
  const cases = ['3 ngày làm việc', '0,5 ngày làm việc', '4 giờ làm việc', '3 ngày', '30 giờ', 'ngay'].flatMap(
    (term) => [
      dossier('18/08 17:30', term, '30/08 09:00', [...events, paused('applicant-wish', '26/08 09:00')]),
      dossier('18/08 17:30', term, '30/08 09:00', [...events, ended('28/08 09:00')]),
      dossier('18/08 17:30', term, '30/12 09:00', [ended('21/08 09:00')]),
    ],
  );
  for (const input of cases) {
    const words = explainDeadline(deadlineOf(input).explanation);
    for (const sentence of words) {
      expect(sentence).toMatch(/^\p{Lu}.*[.]$|^\d.*[.]$/u);
      expect(sentence).not.toMatch(/undefined|NaN|\[object|01\/01\/1970/);
    }
  }
});
