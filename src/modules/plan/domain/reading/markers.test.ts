import { expect, test } from 'vitest';
import { depthOf, isBarePart, parseMarker } from './markers.ts';

test.each([
  ['I. MỤC ĐÍCH', 'roman', 'I', 'MỤC ĐÍCH'],
  ['IV/ KINH PHÍ', 'roman', 'IV', 'KINH PHÍ'],
  ['II - NHIỆM VỤ', 'roman', 'II', 'NHIỆM VỤ'],
  ['A. MỤC TIÊU', 'upper', 'A', 'MỤC TIÊU'],
  ['Đ. Tài chính công', 'upper', 'Đ', 'Tài chính công'],
  ['PHẦN II. CHỈ TIÊU', 'part', 'II', 'CHỈ TIÊU'],
  ['Phần thứ nhất MỤC TIÊU', 'part', 'nhất', 'MỤC TIÊU'],
  ['1. Mục đích', 'number', '1', 'Mục đích'],
  ['2/ Yêu cầu', 'number', '2', 'Yêu cầu'],
  ['3) Kinh phí', 'number', '3', 'Kinh phí'],
  ['1. 100% văn bản', 'number', '1', '100% văn bản'],
  ['2.1. Cải cách thể chế', 'decimal', '2.1', 'Cải cách thể chế'],
  ['1.2.3 Rà soát', 'decimal', '1.2.3', 'Rà soát'],
  ['a) Rà soát', 'letter', 'a', 'Rà soát'],
  ['a. Tiếp tục', 'letter', 'a', 'Tiếp tục'],
  ['a.Tiếp tục', 'letter', 'a', 'Tiếp tục'],
  ['đ/ Duy trì', 'letter', 'đ', 'Duy trì'],
  ['(1) Công khai', 'letter', '1', 'Công khai'],
  ['(ii) Công khai', 'letter', 'ii', 'Công khai'],
  ['- Kế hoạch', 'bullet', '', 'Kế hoạch'],
  ['- - Công chức', 'bullet', '', 'Công chức'],
  ['\uf0b7 Kế hoạch', 'bullet', '', 'Kế hoạch'],
  ['+ Báo cáo', 'subBullet', '', 'Báo cáo'],
  ['Kế hoạch số 1', 'none', '', 'Kế hoạch số 1'],
  ['98% hồ sơ', 'none', '', '98% hồ sơ'],
  ['10.5 triệu', 'decimal', '10.5', 'triệu'],
  ['15/12/2022', 'none', '', '15/12/2022'],
  ['v.v. theo quy định', 'none', '', 'v.v. theo quy định'],
  ['1.250 hồ sơ', 'none', '', '1.250 hồ sơ'],
  ['2022. Theo kế hoạch', 'none', '', '2022. Theo kế hoạch'],
])('%s', (text, kind, label, rest) => {
  expect(parseMarker(text)).toEqual({ kind, label, rest });
});

test('orders markers from parts to bullets', () => {
  const texts = ['Phần I. X', 'A. X', 'I. X', '1. X', '1.1. X', '1.1.1. X', 'a) X', '- X', '+ X', 'X'];
  const depths = texts.map((text) => depthOf(parseMarker(text)));
  expect(depths).toEqual([...depths].sort((a, b) => a - b));
  expect(new Set(depths).size).toBe(depths.length);
});

test.each([
  ['Phần I', true],
  ['PHẦN THỨ NHẤT', true],
  ['Chương 2.', true],
  ['Phần I. MỤC TIÊU', false],
  ['Phần mềm', false],
])('%s stands alone: %s', (text, expected) => {
  expect(isBarePart(text)).toBe(expected);
});
