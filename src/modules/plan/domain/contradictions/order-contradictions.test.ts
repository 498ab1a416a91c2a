import { describe, expect, test } from 'vitest';
import type { SourceLine } from '../source-document.ts';
import { findContradictions } from './find-contradictions.ts';
import { anAppendix, anItem, aPlan, aTask, commune, found, items, only, rows, shown } from './made-plans.ts';

describe('letters and numbers', () => {
  const texts = [
    'Rà soát văn bản',
    'Tuyên truyền pháp luật',
    'Số hóa hồ sơ',
    'Đào tạo công chức',
    'Khảo sát người dân',
  ];
  const lettered = (...letters: string[]) =>
    items(...letters.map((letter, index) => anItem(letter, index + 1, texts[index] ?? '')));
  test.each([
    ['a b c d đ', []],
    ['a b c d e', ['skippedLetter 2.1.e']],
    ['a b d', ['skippedLetter 2.1.d']],
    ['a b b c', ['repeatedLetter 2.1.b 2.1.b']],
    ['d đ d e g', ['repeatedLetter 2.1.d 2.1.d']],
  ])('%s', (letters, expected) => {
    expect(found(lettered(...letters.split(' ')))).toEqual(expected);
  });

  test('bullets have no letters; sections count for themselves; a pointer counts too', () => {
    expect(found(lettered('', '', ''))).toEqual([]);
    expect(found(items(anItem('a', 1, 'Rà soát'), anItem('a', 1, 'Số hóa', { section: '2.2' })))).toEqual([]);
    expect(found(items(anItem('a', 1, 'Rà soát'), anItem('c', 2, 'xem phụ lục', { pointerOnly: true })))).toEqual([
      'skippedLetter 2.1.c',
    ]);
  });

  test('what the letter should be', () => {
    expect(only('repeatedLetter', lettered('a', 'b', 'b'))[0]?.params).toEqual({ letter: 'b', should: 'c' });
    expect(only('skippedLetter', lettered('a', 'd'))[0]?.params).toEqual({ letter: 'd', skipped: 'b, c' });
  });

  const numbered = (...numbers: number[]) => rows(...numbers.map((no) => aTask({ no })));
  test.each([
    [[1, 2, 3], []],
    [[1, 2, 2], ['repeatedNumber PL01/2 PL01/2']],
    [[1, 2, 4], ['skippedNumber PL01/2 PL01/4']],
    [[3, 1], []],
  ])('%j', (numbers, expected) => {
    expect(found(numbered(...numbers))).toEqual(expected);
  });

  test('groups count for themselves, numbers with parts are left alone', () => {
    const grouped = (no: number, groupNo: string) => aTask({ no, group: 'Nhóm', groupNo });
    expect(found(rows(grouped(1, 'A'), grouped(2, 'A'), grouped(1, 'B')))).toEqual([]);
    expect(found(rows(aTask({ no: 1 }), aTask({ no: 1, noText: '1.2' })))).toEqual([]);
    expect(found(aPlan({ appendices: [anAppendix([aTask()]), anAppendix([aTask()], { number: '02' })] }))).toEqual([]);
  });

  test('markers unlike the others', () => {
    const lines = ['a) một', 'b) hai', 'c. ba', '1.', '2.', '3'].map((text, id): SourceLine => ({ id, text }));
    const plan = aPlan({
      tasksNarrative: ['a', 'b', 'c'].map((letter, index) => anItem(letter, index + 1, texts[index] ?? '')),
      appendices: [anAppendix([1, 2, 3].map((no) => aTask({ no, content: texts[no - 1] ?? '' })))],
      places: {
        '/tasksNarrative/0/text': [0],
        '/tasksNarrative/1/text': [1],
        '/tasksNarrative/2/text': [2],
        '/appendices/0/tasks/0/no': [3],
        '/appendices/0/tasks/1/no': [4],
        '/appendices/0/tasks/2/no': [5],
      },
    });
    const mixed = findContradictions(plan, commune, lines).filter((one) => one.code === 'mixedMarkers');
    expect(shown(mixed)).toEqual(['mixedMarkers 2.1.c', 'mixedMarkers PL01/3']);
    expect(mixed.map((one) => one.params)).toEqual([
      { kind: 'mục', usual: ')', count: 1 },
      { kind: 'số thứ tự', usual: '.', count: 1 },
    ]);
    expect(mixed[0]?.places[0]?.lines).toEqual([2]);
  });
});
