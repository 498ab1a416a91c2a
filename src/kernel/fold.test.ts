import { expect, test } from 'vitest';
import { fold, foldWords } from './fold.ts';

test.each([
  ['Hộ  tịch', 'ho tich'],
  ['ĐẤT ĐAI', 'dat dai'],
  ['Tư pháp – Hộ tịch'.normalize('NFD'), 'tu phap – ho tich'],
  ['  Quý III/2022 ', 'quy iii/2022'],
])('%s folds to %s', (text, folded) => expect(fold(text)).toBe(folded));

test.each([
  ['Tư pháp – Hộ tịch', 'tu phap ho tich'],
  ['Văn hóa - TT', 'van hoa tt'],
  ['đạt 95%; từ', 'dat 95% tu'],
])('words of %s are %s', (text, folded) => expect(foldWords(text)).toBe(folded));

test.each([
  ['một\t\n hai', 'mot hai'],
  ['đĐ', 'dd'],
  ['e\u0302\u0301', 'e'],
])('%j folds to %s', (text, folded) => expect(fold(text)).toBe(folded));

test.each([
  ['(một), hai!', 'mot hai'],
  ['— một —', 'mot'],
])('words of "%s" are "%s"', (text, folded) => expect(foldWords(text)).toBe(folded));
