import { describe, expect, test } from 'vitest';
import {
  carriesOn,
  deadlineOf,
  itemsOf,
  mendJustified,
  opensItem,
  outputsOf,
  splitPassage,
  unbulleted,
} from './cell-items.ts';

const linesOf = (...texts: string[]) => texts.map((text, id) => ({ id, text }));
const textsOf = (items: readonly { text: string }[]) => items.map(({ text }) => text);

test.each([
  [
    ['- Kế hoạch kiểm tra,', 'rà soát;', '- Báo cáo kết quả', 'thực hiện.'],
    ['Kế hoạch kiểm tra, rà soát', 'Báo cáo kết quả thực hiện'],
  ],
  [['Công chức Tài chính', '- Kế toán'], ['Công chức Tài chính - Kế toán']],
  [
    ['Công chức Văn phòng', '- Thống kê', '- UBND xã.'],
    ['Công chức Văn phòng - Thống kê', 'UBND xã'],
  ],
  [
    ['Xây dựng', 'kế hoạch:', 'tháng', '1/2022;', '- Báo cáo:', 'tháng 12'],
    ['Xây dựng kế hoạch: tháng 1/2022', 'Báo cáo: tháng 12'],
  ],
  [['giai đoạn 2021', '- 2025'], ['giai đoạn 2021 - 2025']],
  [
    ['1. Kế hoạch', '2. Báo cáo'],
    ['Kế hoạch', 'Báo cáo'],
  ],
  [
    ['a) Kế hoạch', 'b) Báo cáo'],
    ['Kế hoạch', 'Báo cáo'],
  ],
  [['trước ngày', '15. tháng'], ['trước ngày 15. tháng']],
  [['', '- Kế hoạch'], ['Kế hoạch']],
  [[], []],
])('wrapped lines %j are the items %j', (lines, items) => {
  expect(textsOf(itemsOf(linesOf(...lines), false))).toEqual(items);
});

test.each([
  [
    ['Kế hoạch', 'Báo cáo'],
    ['Kế hoạch', 'Báo cáo'],
  ],
  [
    ['Kế hoạch;', 'báo cáo.'],
    ['Kế hoạch', 'báo cáo'],
  ],
  [['Phòng Nội vụ,', 'Phòng Tư pháp'], ['Phòng Nội vụ, Phòng Tư pháp']],
  [['Quyết định', 'của UBND'], ['Quyết định của UBND']],
])('paragraphs %j are the items %j', (lines, items) => {
  expect(textsOf(itemsOf(linesOf(...lines), true))).toEqual(items);
});

test('keeps the lines of each item', () => {
  expect(itemsOf(linesOf('- Kế', 'hoạch', '- Báo cáo'), false).map(({ lines }) => lines)).toEqual([[0, 1], [2]]);
});

describe('names torn at a hyphen', () => {
  test.each([
    ['Công chức Tài chính', 'Kế toán', true],
    ['Công chức văn hóa', 'xã hội', true],
    ['Tư pháp', 'Hộ tịch', true],
    ['Công chức Tài chính', 'Phòng Nội vụ', false],
    ['UBND xã', 'Kế toán', false],
  ])('%s – %s: %s', (left, right, expected) => {
    expect(carriesOn(left, right)).toBe(expected);
    expect(opensItem(`- ${right}`, left)).toBe(!expected);
  });

  test('a line without bullet opens no item', () => {
    expect([opensItem('Kế hoạch', 'Báo cáo.'), opensItem('- Kế hoạch', undefined)]).toEqual([false, true]);
    expect(unbulleted('- - Công chức')).toBe('Công chức');
  });
});

test.each([
  [
    ['Báo cáo', 'thực hiện.', 'kết', 'quả'],
    ['Báo cáo', 'kết', 'quả', 'thực hiện.'],
  ],
  [
    ['Báo cáo', 'thực hiện.', 'Kế', 'hoạch'],
    ['Báo cáo', 'thực hiện.', 'Kế', 'hoạch'],
  ],
  [
    ['xong.', 'kết', 'quả'],
    ['xong.', 'kết', 'quả'],
  ],
  [
    ['Báo', 'cáo.', 'kết', 'Khác'],
    ['Báo', 'kết', 'cáo.', 'Khác'],
  ],
])('puts the words of a justified line back: %j', (lines, expected) => {
  expect(textsOf(mendJustified(linesOf(...lines)))).toEqual(expected);
});

test('cuts one item of outputs at its semicolons, a list at its bullets only', () => {
  expect(textsOf(outputsOf(linesOf('Sổ tay chất lượng; Báo cáo đánh giá'), false))).toEqual([
    'Sổ tay chất lượng',
    'Báo cáo đánh giá',
  ]);
  expect(textsOf(outputsOf(linesOf('- Kế hoạch; hướng dẫn', '- Báo cáo'), false))).toEqual([
    'Kế hoạch; hướng dẫn',
    'Báo cáo',
  ]);
  expect(textsOf(splitPassage({ text: 'a, b', lines: [1] }, /,/u))).toEqual(['a', 'b']);
});

test('joins the items of a time by semicolons', () => {
  expect(deadlineOf(linesOf('- Kế hoạch: quý I;', '- Báo cáo: quý IV.'), false)).toEqual({
    text: 'Kế hoạch: quý I; Báo cáo: quý IV',
    lines: [0, 1],
  });
  expect(deadlineOf([], false)).toEqual({ text: '', lines: [] });
});
