import { expect, test } from 'vitest';
import { capitalise, dropEnd, isUpperCase, itemText, joinPassages, sentenceCase, tidy, withText } from './passage.ts';

test.each([
  ['  hai   dấu\u00a0cách ', 'hai dấu cách'],
  ['16/2020/QĐ- UBND của tỉnh', '16/2020/QĐ-UBND của tỉnh'],
  ['số 05/KH -UBND', 'số 05/KH-UBND'],
  ['Quý IV/ 2022', 'Quý IV/2022'],
  ['ĐVHC cấp xã ;', 'ĐVHC cấp xã;'],
  ['( trừ mật )', '( trừ mật)'],
  ['Thủ tục'.normalize('NFD'), 'Thủ tục'],
  ['Tài chính - Kế toán', 'Tài chính - Kế toán'],
  ['cơ quan/ đơn vị', 'cơ quan/ đơn vị'],
  ['một\u200bhai', 'một hai'],
])('tidies %j to %j', (text, expected) => {
  expect(tidy(text)).toBe(expected);
});

test.each([
  ['UBND xã..', 'UBND xã'],
  ['kết quả thực hiện./.', 'kết quả thực hiện'],
  ['xã hội; ', 'xã hội'],
  ['9001:2015', '9001:2015'],
])('drops the stops after %j', (text, expected) => {
  expect(dropEnd(text)).toBe(expected);
});

test.each([
  ['- - Công chức chuyên môn UBND xã', 'Công chức chuyên môn UBND xã'],
  ['+ Kế hoạch;', 'Kế hoạch'],
  ['\uf02d Báo cáo.', 'Báo cáo'],
  ['Tài chính - Kế toán', 'Tài chính - Kế toán'],
])('takes the item out of %j', (text, expected) => {
  expect(itemText(text)).toBe(expected);
});

test.each([
  ['XÃ HOẰNG TIẾN', 'xã Hoằng Tiến'],
  ['ỦY BAN NHÂN DÂN PHƯỜNG BÌNH MINH', 'ủy ban nhân dân phường Bình Minh'],
  ['CẢI CÁCH HÀNH CHÍNH XÃ LONG SƠN NĂM 2021', 'cải cách hành chính xã Long Sơn năm 2021'],
  ['UBND QUẬN 12 VÀ HUYỆN HÓC MÔN', 'UBND quận 12 và huyện Hóc Môn'],
  ['PHÒNG VĂN HÓA - XÃ HỘI', 'phòng văn hóa - xã hội'],
  ['GIAI ĐOẠN II', 'giai đoạn II'],
  ['Kế hoạch của xã', 'Kế hoạch của xã'],
])('writes %j as a sentence', (text, expected) => {
  expect(sentenceCase(text)).toBe(expected);
});

test('tells capitals, and makes one', () => {
  expect([isUpperCase('TM. ỦY BAN'), isUpperCase('TM. Ủy ban'), isUpperCase('12.')]).toEqual([true, false, false]);
  expect([capitalise('đơn vị'), capitalise('')]).toEqual(['Đơn vị', '']);
});

test('joins passages with all their lines, and gives one another text', () => {
  const parts = [
    { text: 'Báo cáo', lines: [1] },
    { text: '', lines: [2] },
    { text: 'kết quả', lines: [3, 4] },
  ];
  expect(joinPassages(parts)).toEqual({ text: 'Báo cáo kết quả', lines: [1, 2, 3, 4] });
  expect(joinPassages(parts, '; ').text).toBe('Báo cáo; kết quả');
  expect(withText({ text: 'cũ', lines: [7] }, ' mới ')).toEqual({ text: 'mới', lines: [7] });
});
