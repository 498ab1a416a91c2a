import { describe, expect, test } from 'vitest';
import { figuresOf } from './figures-of.ts';
import { leftWords } from './left-words.ts';
import { dossier, ended, extended, madeRules, paused, shown, supplied } from './made-dossier.ts';
import type { DeadlineInput, LedgerEvent } from './types.ts';

const dues = (input: DeadlineInput) => {
  const { firstDue, statutoryDue, currentDue } = figuresOf(input);
  return [firstDue, statutoryDue, currentDue].map(shown);
};

describe('time left in words', () => {
  test.each<[string, string, string, LedgerEvent[], string, string]>([
    ['19/08 09:00', '3 ngày làm việc', '19/08 09:00', [], 'running', 'còn 3 ngày 6 giờ làm việc'],
    ['19/08 09:00', '3 ngày làm việc', '21/08 14:00', [], 'running', 'còn 1 ngày 3 giờ làm việc'],
    ['19/08 09:00', '3 ngày làm việc', '22/08 16:45', [], 'running', 'còn 15 phút làm việc'],
    ['19/08 09:00', '3 ngày làm việc', '22/08 10:10', [], 'running', 'còn 4 giờ 50 phút làm việc'],
    ['19/08 09:00', '3 ngày làm việc', '22/08 17:00', [], 'running', 'đến hạn'],
    ['19/08 09:00', '3 ngày làm việc', '22/08 20:00', [], 'running', 'quá hạn dưới 1 phút làm việc'],
    ['19/08 09:00', '3 ngày làm việc', '25/08 17:00', [], 'running', 'quá hạn 2 ngày làm việc'],
    ['19/08 09:00', '3 ngày làm việc', '24/08 07:30', [], 'running', 'quá hạn 30 phút làm việc'],
    ['19/08 09:00', '3 ngày làm việc', '30/08 09:00', [ended('21/08 15:00')], 'ended', 'sớm hạn 1 ngày 2 giờ làm việc'],
    ['19/08 09:00', '3 ngày làm việc', '30/08 09:00', [ended('22/08 17:00')], 'ended', 'đúng hạn'],
    ['19/08 09:00', '3 ngày làm việc', '30/08 09:00', [ended('24/08 09:00')], 'ended', 'trễ hạn 2 giờ làm việc'],
    ['19/08 09:00', '3 ngày làm việc', '20/08 09:00', [ended('24/08 09:00')], 'running', 'còn 2 ngày 6 giờ làm việc'],
    ['19/08 09:00', '12 giờ', '19/08 12:30', [], 'running', 'còn 8 giờ 30 phút'],
    ['19/08 09:00', '1,5 ngày', '19/08 10:00', [], 'running', 'còn 1 ngày 11 giờ'],
    ['19/08 09:00', '12 giờ', '21/08 22:00', [], 'running', 'quá hạn 2 ngày 1 giờ'],
    [
      '19/08 09:00',
      '12 giờ',
      '21/08 22:00',
      [paused('applicant-wish', '20/08 21:00', '21/08 21:00')],
      'running',
      'quá hạn 1 ngày 1 giờ',
    ],
    [
      '19/08 09:00',
      '3 ngày làm việc',
      '24/08 09:00',
      [paused('applicant-wish', '21/08 14:00')],
      'paused',
      'tạm dừng, còn 1 ngày 3 giờ làm việc',
    ],
    [
      '19/08 09:00',
      '3 ngày làm việc',
      '24/08 09:00',
      [paused('applicant-wish', '21/08 14:00', '25/08 09:00')],
      'paused',
      'tạm dừng, còn 1 ngày 3 giờ làm việc',
    ],
    [
      '19/08 09:00',
      '3 ngày làm việc',
      '24/08 09:00',
      [paused('applicant-wish', '21/08 14:00', '24/08 09:00')],
      'running',
      'còn 1 ngày 3 giờ làm việc',
    ],
    [
      '19/08 09:00',
      '3 ngày làm việc',
      '21/08 09:00',
      [paused('applicant-wish', '21/08 14:00')],
      'running',
      'còn 1 ngày 6 giờ làm việc',
    ],
    [
      '19/08 09:00',
      '3 ngày làm việc',
      '21/08 14:00',
      [paused('applicant-wish', '21/08 09:00', undefined, false)],
      'running',
      'còn 1 ngày 3 giờ làm việc',
    ],
    [
      '19/08 09:00',
      '3 ngày làm việc',
      '26/08 17:00',
      [paused('supplement', '24/08 17:00')],
      'paused',
      'tạm dừng, quá hạn 1 ngày làm việc',
    ],
    [
      '19/08 09:00',
      '3 ngày làm việc',
      '30/08 17:00',
      [paused('supplement', '20/08 17:00'), ended('26/08 09:00')],
      'ended',
      'sớm hạn 2 ngày làm việc',
    ],
  ])('received %s, %s, at %s', (received, term, now, events, state, words) => {
    const figures = figuresOf(dossier(received, term, now, events));
    expect([figures.state, leftWords(figures)]).toEqual([state, words]);
    expect(figures.isProvisional).toBe(state === 'paused');
  });
});

test('three due dates stand side by side', () => {
  const events = [
    paused('financial-obligation', '20/08 09:00', '20/08 11:00'),
    extended('21/08 09:00', '27/08 17:00'),
    paused('external-consultation', '24/08 08:00', '24/08 09:00'),
  ];
  expect(dues(dossier('19/08 09:00', '3 ngày làm việc', '28/08 09:00', events))).toEqual([
    '22/08 17:00',
    '24/08 10:00',
    '28/08 08:00',
  ]);
  expect(dues(dossier('19/08 09:00', '3 ngày làm việc', '20/08 10:00', events))).toEqual([
    '22/08 17:00',
    '24/08 08:00',
    '24/08 08:00',
  ]);
  expect(dues(dossier('19/08 09:00', '3 ngày làm việc', '21/08 09:00', events))[2]).toBe('27/08 17:00');
});

test('a re-appointed date that a restart overtakes gives way to the later one', () => {
  const events = (newDue: string) => [
    extended('20/08 09:00', newDue),
    paused('supplement', '21/08 09:00', undefined),
    supplied('24/08 09:00'),
  ];
  expect(dues(dossier('19/08 09:00', '3 ngày làm việc', '28/08 09:00', events('24/08 17:00')))).toEqual([
    '22/08 17:00',
    '27/08 17:00',
    '27/08 17:00',
  ]);
  expect(dues(dossier('19/08 09:00', '3 ngày làm việc', '28/08 09:00', events('10/09 17:00')))[2]).toBe('14/09 17:00');
});

test.each<[string, LedgerEvent[], number]>([
  ['one that was decided in time', [extended('21/08 09:00', '27/08 17:00')], 1],
  ['a second one', [extended('20/08 09:00', '27/08 17:00'), extended('21/08 09:00', '28/08 17:00')], 1],
  ['one on the due day', [extended('22/08 09:00', '27/08 17:00')], 0],
  ['one to an earlier day', [extended('20/08 09:00', '22/08 17:00')], 0],
  ['one to a day off', [extended('20/08 09:00', '23/08 17:00')], 0],
  ['one not yet decided', [extended('28/08 08:01', '30/08 17:00')], 0],
])('re-appointment: %s', (_, events, count) => {
  const figures = figuresOf(dossier('19/08 09:00', '3 ngày làm việc', '28/08 08:00', events));
  expect(figures.extensions).toBe(count);
  expect(shown(figures.currentDue)).toBe(count === 1 ? '27/08 17:00' : '22/08 17:00');
});

test('lateness by the first and by the current date, in worked minutes without what stood still', () => {
  const events = [extended('21/08 09:00', '25/08 17:00'), ended('26/08 09:00')];
  const late = figuresOf(dossier('19/08 09:00', '3 ngày làm việc', '30/08 09:00', events));
  expect(late).toMatchObject({ isLateByFirst: true, isLateByCurrent: true, lateByFirst: 18 * 60, lateByCurrent: 120 });
  const kept = [extended('21/08 09:00', '25/08 17:00'), ended('25/08 17:00')];
  expect(figuresOf(dossier('19/08 09:00', '3 ngày làm việc', '30/08 09:00', kept))).toMatchObject({
    isLateByFirst: true,
    isLateByCurrent: false,
    lateByFirst: 16 * 60,
    lateByCurrent: 0,
  });
  const waited = [paused('applicant-wish', '24/08 09:00', '25/08 09:00'), ended('25/08 10:00')];
  expect(figuresOf(dossier('19/08 09:00', '3 ngày làm việc', '30/08 09:00', waited))).toMatchObject({
    isLateByFirst: true,
    lateByFirst: 180,
    lateByCurrent: 180,
  });
  expect(figuresOf(dossier('19/08 09:00', '3 ngày làm việc', '22/08 17:00'))).toMatchObject({
    isLateByFirst: false,
    isLateByCurrent: false,
    lateByFirst: 0,
    lateByCurrent: 0,
  });
});

test('paused time is counted in worked minutes by kind, overlaps once in all', () => {
  const events = [
    paused('financial-obligation', '20/08 09:00', '20/08 11:00'),
    paused('external-consultation', '20/08 10:00', '20/08 14:00', false),
    paused('external-consultation', '20/08 13:45', '20/08 14:30', false),
    paused('applicant-wish', '22/08 16:00', '24/08 07:30'),
    paused('supplement', '25/08 16:00'),
  ];
  const { pausedMinutes } = figuresOf(dossier('19/08 09:00', '15 ngày làm việc', '25/08 18:00', events));
  expect(pausedMinutes).toEqual({
    'financial-obligation': 120,
    'external-consultation': 150,
    'applicant-wish': 90,
    supplement: 60,
    all: 210 + 90 + 60,
    excluded: 120 + 90 + 60,
  });
});

test('a supplement that the rules do not restart only moves the date', () => {
  const rules = { ...madeRules, supplementRestarts: { value: false, citation: 'thử' } };
  const events = [paused('supplement', '20/08 09:00'), supplied('20/08 11:00')];
  expect(dues(dossier('19/08 09:00', '3 ngày làm việc', '28/08 09:00', events, { rules }))).toEqual([
    '22/08 17:00',
    '24/08 09:00',
    '24/08 09:00',
  ]);
  const still = [paused('supplement', '20/08 09:00', undefined, false), supplied('20/08 11:00')];
  expect(dues(dossier('19/08 09:00', '3 ngày làm việc', '28/08 09:00', still, { rules }))[1]).toBe('22/08 17:00');
});

test('a supplement with its own end moves the date as its basis says and restarts nothing', () => {
  const moved = [paused('supplement', '20/08 09:00', '20/08 11:00')];
  expect(dues(dossier('19/08 09:00', '3 ngày làm việc', '28/08 09:00', moved))[1]).toBe('24/08 09:00');
  const counted = [paused('supplement', '20/08 09:00', '20/08 11:00', false)];
  expect(dues(dossier('19/08 09:00', '3 ngày làm việc', '28/08 09:00', counted))[1]).toBe('22/08 17:00');
});

test('a supplement restarts the term; what stood still before it no longer matters', () => {
  const events = [
    paused('financial-obligation', '19/08 14:00', '19/08 16:00'),
    paused('supplement', '20/08 09:00'),
    supplied('24/08 09:00'),
    paused('external-consultation', '23/08 09:00', '24/08 10:00'),
  ];
  expect(dues(dossier('19/08 09:00', '3 ngày làm việc', '28/08 09:00', events))).toEqual([
    '22/08 17:00',
    '28/08 08:00',
    '28/08 08:00',
  ]);
  expect(dues(dossier('19/08 09:00', '3 ngày làm việc', '22/08 09:00', events))[1]).toBe('26/08 09:00');
});

describe('Decision 766', () => {
  const one = [paused('supplement', '20/08 09:00'), supplied('22/08 09:00')];
  const two = [...one, paused('supplement', '24/08 09:00'), supplied('25/08 09:00')];
  test.each<[string, LedgerEvent[], string, string, boolean]>([
    ['without a supplement, in time', [ended('22/08 17:00')], '30/08 09:00', '22/08 17:00', true],
    ['without a supplement, late', [ended('24/08 07:01')], '30/08 09:00', '22/08 17:00', false],
    ['open and not yet due', [], '22/08 16:00', '22/08 17:00', true],
    ['open and past due', [], '22/08 17:01', '22/08 17:00', false],
    ['one supplement is taken off', [...one, ended('24/08 17:00')], '30/08 09:00', '24/08 17:00', true],
    ['one supplement, late all the same', [...one, ended('25/08 07:30')], '30/08 09:00', '24/08 17:00', false],
    [
      'waiting for the one supplement since before the due date',
      [paused('supplement', '22/08 16:00')],
      '30/08 16:00',
      '30/08 17:00',
      true,
    ],
    [
      'waiting for the one supplement since after the due date',
      [paused('supplement', '24/08 09:00')],
      '30/08 09:00',
      '28/08 17:00',
      false,
    ],
    ['a second supplement is late by law or not', [...two, ended('25/08 10:00')], '30/08 09:00', '22/08 17:00', false],
    [
      'another pause is not taken off',
      [paused('applicant-wish', '20/08 09:00', '22/08 09:00'), ended('24/08 07:01')],
      '30/08 09:00',
      '22/08 17:00',
      false,
    ],
    [
      'a re-appointed date does not count',
      [extended('21/08 09:00', '28/08 17:00'), ended('24/08 09:00')],
      '30/08 09:00',
      '22/08 17:00',
      false,
    ],
  ])('%s', (_, events, now, due, isOnTime) => {
    const { metricDue, metricOnTime } = figuresOf(dossier('19/08 09:00', '3 ngày làm việc', now, events));
    expect([shown(metricDue), metricOnTime]).toEqual([due, isOnTime]);
  });

  test('a second supplement is late by the metric and in time by law', () => {
    const figures = figuresOf(dossier('19/08 09:00', '3 ngày làm việc', '30/08 09:00', [...two, ended('26/08 10:00')]));
    expect(figures).toMatchObject({ supplements: 2, metricOnTime: false, isLateByFirst: false });
  });
});

test('a ledger begins with a receipt; of several the first holds, as of several ends', () => {
  const input = dossier('19/08 09:00', '3 ngày làm việc', '30/08 09:00');
  expect(() => figuresOf({ ...input, ledger: [ended('20/08 09:00')] })).toThrow(
    new RangeError('a ledger begins with the receipt of the dossier'),
  );
  const [received] = input.ledger;
  const later = dossier('20/08 09:00', '3 ngày làm việc', '30/08 09:00').ledger;
  const events = [...later, ...(received ? [received] : []), ended('27/08 09:00'), ended('22/08 10:00')];
  const figures = figuresOf({ ...input, ledger: events });
  expect([shown(figures.firstDue), figures.isLateByFirst]).toEqual(['22/08 17:00', false]);
});

test('what was before receipt or after the end changes nothing', () => {
  const events = [
    ended('21/08 09:00'),
    supplied('19/08 09:00'),
    supplied('21/08 10:00'),
    paused('supplement', '18/08 09:00', '19/08 10:00'),
    paused('applicant-wish', '21/08 10:00', '21/08 11:00'),
    extended('21/08 10:00', '28/08 17:00'),
  ];
  const figures = figuresOf(dossier('19/08 09:00', '3 ngày làm việc', '30/08 09:00', events));
  expect([figures.firstDue, figures.statutoryDue, figures.currentDue].map(shown)).toEqual(Array(3).fill('22/08 17:00'));
  expect(figures).toMatchObject({ supplements: 0, extensions: 0, state: 'ended', isProvisional: false });
  expect(figures.pausedMinutes.all).toBe(0);
});
