import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { deadlineOf } from './deadline-of.ts';
import { at, dossier, ended, extended, paused, supplied } from './made-dossier.ts';
import { explainDeadline, lineWords } from './text.ts';
import type { ExplanationLine } from './types.ts';

const holidays = { kind: 'holiday', name: 'Quốc khánh', citation: 'TB 9441' };
const swapped = { kind: 'swapped', name: 'Nghỉ hoán đổi', citation: 'TB 9441', to: '2026-08-31' };

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
