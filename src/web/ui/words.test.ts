import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDate, fromEpochDay, type PlainDate } from '#kernel/plain-date.ts';
import { readDay } from '#kernel/read-day.ts';
import { allowed, refused } from '#kernel/verdict.ts';
import { fileProblem, sizeWords } from './check-file.ts';
import { dueWords } from './due-words.ts';
import { wordsOf } from './words-of.ts';

const day = (text: string) => text as PlainDate;

describe('due days in words', () => {
  test.each([
    { due: '2022-03-12', isDone: false, words: 'quá hạn 2 ngày', tone: 'overdue' },
    { due: '2022-03-14', isDone: false, words: 'hạn hôm nay', tone: 'soon' },
    { due: '2022-03-21', isDone: false, words: 'còn 7 ngày', tone: 'soon' },
    { due: '2022-03-22', isDone: false, words: 'còn 8 ngày', tone: 'none' },
    { due: '2022-03-01', isDone: true, words: 'đã xong', tone: 'done' },
  ])('$due: $words', ({ due, isDone, words, tone }) => {
    expect(dueWords(day(due), day('2022-03-14'), isDone)).toEqual({ words, tone });
  });
});

describe('a typed day', () => {
  test.each([
    ['15/6/2022', '2022-06-15'],
    ['15-06-22', '2022-06-15'],
    [' 15.06.2022 ', '2022-06-15'],
    ['15062022', '2022-06-15'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2022', undefined],
    ['06/15/2022', undefined],
    ['hôm nay', undefined],
    ['', undefined],
  ])('%s', (text, expected) => {
    expect(readDay(text)).toBe(expected);
  });

  test('reads back every day as it is written', () => {
    const first = Date.UTC(1900, 0, 1) / 86_400_000;
    fc.assert(
      fc.property(fc.integer({ min: first, max: first + 73_000 }), (epochDay) => {
        const date = fromEpochDay(epochDay);
        expect(readDay(formatDate(date))).toBe(date);
      }),
    );
  });
});

describe('a file before it is sent', () => {
  const rule = { endings: ['.docx', '.pdf'], maximumMb: 50 };
  test.each([
    [{ name: 'Kế hoạch.DOCX', size: 1_000 }, undefined],
    [{ name: 'anh.png', size: 1_000 }, 'Hãy chọn tệp .docx, .pdf'],
    [{ name: 'rong.pdf', size: 0 }, 'không có nội dung'],
    [{ name: 'to.pdf', size: 51 * 1024 * 1024 }, 'quá mức 50 MB'],
  ])('%o', (file, expected) => {
    const problem = fileProblem(file, rule);
    if (expected === undefined) expect(problem).toBeUndefined();
    else expect(problem).toContain(expected);
  });

  test('sizes as people say them', () => {
    expect(sizeWords(1)).toBe('1 KB');
    expect(sizeWords(850 * 1024)).toBe('850 KB');
    expect(sizeWords(12.4 * 1024 * 1024)).toBe('12,4 MB');
  });
});

describe('the words of a verdict', () => {
  const words = { late: 'Đã quá hạn.', open: ({ n }: Record<string, string | number>) => `Còn ${n} mục.` };
  test('none when it allows', () => expect(wordsOf(allowed, words)).toBeUndefined());
  test('a sentence', () => expect(wordsOf(refused('late'), words)).toBe('Đã quá hạn.'));
  test('a sentence with figures', () => expect(wordsOf(refused('open', { n: 3 }), words)).toBe('Còn 3 mục.'));
  test('a code without words shows itself', () => expect(wordsOf(refused('odd'), words)).toContain('odd'));
});
