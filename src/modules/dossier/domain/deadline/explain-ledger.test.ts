import { describe, expect, test } from 'vitest';
import { dossier, ended, extended, madeRules, paused, supplied } from './made-dossier.ts';
import { linesOf } from './made-lines.ts';
import type { DeadlineInput, LedgerEvent } from './types.ts';

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
