import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchedParts, searchedText } from './searched-text.ts';

const finds = (asked: string, text: string) => searchedParts(asked).every((part) => searchedText(text).includes(part));

describe('a search', () => {
  test.each([
    ['ho tich', 'Công chức Tư pháp – Hộ tịch', true],
    ['hộ tịch', 'cong chuc tu phap - ho tich', true],
    ['tịch hộ', 'Tư pháp – Hộ tịch', true],
    ['phap', 'Tư pháp', true],
    ['PL05/4', 'PL05/4 Kế hoạch', true],
    ['PL05/4', 'PL05/14 Kế hoạch', false],
    ['4', 'PL05/4 Kế hoạch', true],
    ['7', 'tổ dân phố số 7', true],
    ['7', 'tổ dân phố số 72', true],
    ['7', 'tổ dân phố số 577', false],
    ['77', 'tổ dân phố số 577', false],
    ['2022', 'trước ngày 15/12/2022', true],
    ['12/2022', 'trước ngày 15/12/2022', true],
    ['15/12', 'trước ngày 15/12/2022', true],
    ['(đợt 3', 'Báo cáo (đợt 3)', true],
    ['3', 'Báo cáo (3)', true],
    ['12/KH-UBND', 'Kế hoạch số 12/KH-UBND', true],
    ['95%', 'đạt từ 95% trở lên', true],
    ['1', 'III.1.a', true],
    ['', 'gì cũng thấy', true],
  ])('of %j in %j: %s', (asked, text, found) => {
    expect(finds(asked, text)).toBe(found);
  });

  test('finds a text by each of its own words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(finds(text, text)).toBe(true);
      }),
    );
  });

  test('asks for twelve parts at most, each once', () => {
    const many = Array.from({ length: 30 }, (_, at) => `tu${at} tu${at}`).join(' ');
    expect(searchedParts(many)).toHaveLength(12);
    expect(searchedParts('so so 1 1')).toEqual(['so', ' 1']);
  });
});
