import { expect, test } from 'vitest';
import type { PlainDate } from '#kernel/plain-date.ts';
import { type ZaloRow, zaloText } from './zalo-text.ts';

const today = '2022-03-15' as PlainDate;
const row = (given: Partial<Omit<ZaloRow, 'due'>> & { due?: string | null }): ZaloRow =>
  ({
    title: 'Báo cáo',
    place: 'PL01 · 2',
    due: '2022-03-14',
    state: 'overdue',
    who: 'Vũ Thị Thử',
    ...given,
  }) as ZaloRow;

test('says what is late first, how late, and who does it', () => {
  const text = zaloText('Việc tuần này', today, [
    row({ title: 'Kế hoạch', state: 'due-soon', due: '2022-03-18', who: '' }),
    row({ title: 'Tờ trình', state: 'due-soon', due: '2022-03-15', place: '' }),
    row({}),
    row({ title: 'Quyết định', state: 'in-time', due: null }),
  ]);
  expect(text).toBe(
    [
      'VIỆC TUẦN NÀY',
      'Ngày 15/03/2022, 4 mục',
      '',
      'QUÁ HẠN (1)',
      '1. Báo cáo (PL01 · 2)',
      '   hạn 14/03/2022, trễ 1 ngày – Vũ Thị Thử',
      '',
      'SẮP ĐẾN HẠN (2)',
      '1. Kế hoạch (PL01 · 2)',
      '   hạn 18/03/2022, còn 3 ngày – CHƯA CÓ NGƯỜI',
      '2. Tờ trình',
      '   hạn hôm nay 15/03/2022 – Vũ Thị Thử',
      '',
      'ĐANG THỰC HIỆN (1)',
      '1. Quyết định (PL01 · 2)',
      '   chưa có hạn – Vũ Thị Thử',
    ].join('\n'),
  );
});

test('of an empty list says so', () => {
  expect(zaloText('Việc của tôi', today, [])).toBe('VIỆC CỦA TÔI\nNgày 15/03/2022, 0 mục\n\nKhông có mục nào.');
});
