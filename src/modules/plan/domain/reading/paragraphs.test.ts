import { expect, test } from 'vitest';
import { findAppendixHeading, joinBareParts, paragraphOf, reflow, wrapWidth } from './paragraphs.ts';
import type { ReadingLine } from './reading-line.ts';

function linesOf(...texts: string[]): ReadingLine[] {
  return texts.map((text, id) => ({
    id,
    text,
    raw: text,
    page: undefined,
    gap: 0,
    box: undefined,
    marker: undefined,
    level: 0,
  }));
}

test.each([
  ['Phụ lục số 01: Các nhiệm vụ trọng tâm', '01', 'Các nhiệm vụ trọng tâm'],
  ['PHỤ LỤC 1', '1', ''],
  ['PHỤ LỤC', '', ''],
  ['Phụ lục IV. Nhiệm vụ', 'IV', 'Nhiệm vụ'],
  ['PHỤ LỤC A', 'A', ''],
  ['Phụ lục 02 NHIỆM VỤ', '02', 'NHIỆM VỤ'],
  ['Phụ lục II (Kèm theo Kế hoạch)', 'II', '(Kèm theo Kế hoạch)'],
  ['Biểu số 03 - Chỉ tiêu', '03', 'Chỉ tiêu'],
])('%s opens an appendix', (text, number, title) => {
  expect(findAppendixHeading(text)).toEqual({ number, title });
});

test.each([
  'Phụ lục số 03, Phụ lục số 04 và Phụ lục số 07; tổng hợp',
  'Phụ lục số 02; tổng hợp kết quả',
  'Phụ lục kèm theo Kế hoạch này',
  'phụ lục 1',
  'Biểu tổng hợp',
  'Nội dung tại Phụ lục 1',
])('%s does not', (text) => {
  expect(findAppendixHeading(text)).toBeUndefined();
});

const wrapped = [
  'I. MỤC ĐÍCH, YÊU CẦU',
  '1. Cụ thể hóa các mục tiêu, nhiệm vụ và giải pháp chủ yếu trong',
  'Chương trình tổng thể cải cách hành chính nhà nước, giai đoạn 2021 -',
  '2030 của Chính phủ; gắn cải cách hành chính với xây dựng nông thôn và',
  '15 nhiệm vụ khác.',
  '2. Nhận thức đầy đủ.',
  'Các ngành phối hợp chặt chẽ với nhau trong việc thực hiện các nội dung',
  'của Kế hoạch này. Ủy ban nhân dân xã kiểm tra, đôn đốc việc thực hiện.',
  'PHỤ LỤC 1',
  'NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2022 CỦA ỦY BAN NHÂN DÂN XÃ HOẰNG',
  'TIẾN',
  '(Kèm theo Kế hoạch số 1)',
];

test('puts wrapped lines together to paragraphs', () => {
  expect(reflow(linesOf(...wrapped)).map(({ lines }) => lines)).toEqual([
    [0],
    [1, 2, 3, 4],
    [5],
    [6, 7],
    [8],
    [9, 10],
    [11],
  ]);
});

test('takes each line for a paragraph where lines are not wrapped', () => {
  const texts = [
    '1. Chỉ tiêu',
    '- 100% văn bản ban hành đúng thể thức;',
    'Yêu cầu các bộ phận thực hiện./.',
    'nghiêm túc',
  ];
  expect(wrapWidth(linesOf(...texts))).toBe(Number.POSITIVE_INFINITY);
  expect(reflow(linesOf(...texts))).toHaveLength(4);
  expect(reflow(linesOf('Thực hiện nghiêm', 'túc kế hoạch'))).toHaveLength(1);
});

test('begins a paragraph of a page with positions where a line is set in', () => {
  const at = (id: number, text: string, x: number, right: number): ReadingLine =>
    ({ ...linesOf(text)[0], id, box: { x, right, y: 0, size: 12 } }) as ReadingLine;
  const lines = [
    at(0, 'Kinh phí do ngân sách xã bảo đảm theo phân', 85, 550),
    at(1, 'Cấp hiện hành.', 57, 150),
    at(2, 'Các bộ phận thực hiện', 85, 300),
    at(3, 'Nghiêm túc', 57, 120),
  ];
  expect(reflow(lines).map(({ lines: ids }) => ids)).toEqual([
    [0, 1],
    [2, 3],
  ]);
});

test('joins a part that stands alone to its title', () => {
  const paragraphs = linesOf('Phần I', 'MỤC TIÊU', '1. Một').map((line) => paragraphOf([line]));
  expect(joinBareParts(paragraphs).map(({ text, lines, marked }) => [text, lines, marked.kind])).toEqual([
    ['Phần I. MỤC TIÊU', [0, 1], 'part'],
    ['1. Một', [2], 'number'],
  ]);
});
