import { expect, test } from 'vitest';
import { toIso } from '#kernel/moment.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { type CalendarParts, makeWorkingCalendar } from '#kernel/working-calendar.ts';
import { findMovedDue } from './find-moved-due.ts';
import { dossier, extended, madeParts, paused } from './made-dossier.ts';
import { explainDeadline } from './text.ts';
import type { LedgerEvent } from './types.ts';

const august = (day: number) => plainDate(2026, 8, day);
const off = (day: number): CalendarParts['daysOff'] => [
  ...madeParts.daysOff,
  { day: august(day), kind: 'special', name: 'Nghỉ bão', citation: 'QĐ 5' },
];
const worked = (day: number, hours?: { from: string; to: string }): CalendarParts['workedDays'] => [
  ...madeParts.workedDays,
  { day: august(day), name: 'Làm thay', citation: 'QĐ 6', ...(hours && { sessions: [hours] }) },
];

test.each<[string, string, string, Partial<CalendarParts>, LedgerEvent[], string[] | undefined]>([
  [
    'a day off within the term',
    '19/08 09:00',
    '2 ngày làm việc',
    { daysOff: off(20) },
    [],
    [
      'Lịch sửa: thứ Năm 20/08/2026 thành ngày nghỉ: Nghỉ bão (QĐ 5).',
      'Hạn dời từ 17:00 ngày 21/08/2026 sang 17:00 ngày 22/08/2026 vì lịch làm việc thay đổi.',
    ],
  ],
  ['a day off after it', '19/08 09:00', '2 ngày làm việc', { daysOff: off(24) }, [], undefined],
  ['a day off before it', '19/08 09:00', '2 ngày làm việc', { daysOff: off(18) }, [], undefined],
  [
    'a worked day more',
    '21/08 09:00',
    '2 ngày làm việc',
    { workedDays: worked(23) },
    [],
    [
      'Lịch sửa: Chủ nhật 23/08/2026 thành ngày làm việc: Làm thay (QĐ 6).',
      'Hạn dời từ 17:00 ngày 24/08/2026 sang 17:00 ngày 23/08/2026 vì lịch làm việc thay đổi.',
    ],
  ],
  [
    'a worked day less, and a day off that is worked',
    '21/08 09:00',
    '2 ngày làm việc',
    { workedDays: [], daysOff: [] },
    [],
    [
      'Lịch sửa: thứ Bảy 22/08/2026 thành ngày nghỉ: Làm bù (CV 12729).',
      'Hạn dời từ 17:00 ngày 24/08/2026 sang 17:00 ngày 25/08/2026 vì lịch làm việc thay đổi.',
    ],
  ],
  [
    'other hours',
    '19/08 09:00',
    '1 ngày làm việc',
    { workedDays: worked(20, { from: '08:00', to: '11:00' }) },
    [],
    [
      'Lịch sửa: đổi giờ làm việc của thứ Năm 20/08/2026.',
      'Hạn dời từ 17:00 ngày 20/08/2026 sang 11:00 ngày 20/08/2026 vì lịch làm việc thay đổi.',
    ],
  ],
  [
    'a re-appointed date stays',
    '19/08 09:00',
    '3 ngày làm việc',
    { daysOff: off(20) },
    [extended('20/08 09:00', '28/08 17:00')],
    undefined,
  ],
  [
    'a pause over the edited day: what it no longer takes is what the day no longer gives',
    '19/08 09:00',
    '3 ngày làm việc',
    { daysOff: off(24) },
    [paused('applicant-wish', '22/08 09:00', '24/08 17:00')],
    undefined,
  ],
])('%s', (_, received, term, change, events, words) => {
  const moved = findMovedDue(
    dossier(received, term, '30/08 09:00', events),
    makeWorkingCalendar({ ...madeParts, ...change }),
  );
  expect(moved && explainDeadline(moved.explanation)).toEqual(words);
  if (moved) expect(moved.explanation.at(-1)?.params).toEqual({ before: toIso(moved.before) });
});
