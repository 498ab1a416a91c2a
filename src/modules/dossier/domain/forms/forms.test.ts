import { describe, expect, test } from 'vitest';
import { parseMoment } from '#kernel/moment.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { dateWords, momentWords, weekdayWords } from './form-moments.ts';
import { formName, formRegimeOn } from './form-names.ts';
import { moneyWords } from './money-words.ts';

describe('the regime of slips', () => {
  test.each([
    ['2022-01-10', 'tt01-2018'],
    ['2025-09-14', 'tt01-2018'],
    ['2025-09-15', 'tt03-2025'],
  ])('on %s is %s', (day, regime) => expect(formRegimeOn(day as PlainDate)).toBe(regime));

  test.each([
    ['tt01-2018', 'control', '05'],
    ['tt03-2025', 'control', '06'],
    ['tt01-2018', 'register', '06'],
    ['tt03-2025', 'register', '07'],
    ['tt01-2018', 'stop', null],
    ['tt03-2025', 'stop', '05'],
    ['tt01-2018', 'fee-receipt', null],
  ] as const)('under %s the %s slip bears number %s', (regime, kind, number) =>
    expect(formName(regime, kind).number).toBe(number),
  );

  test('an apology is called as its circular calls it', () => {
    expect(formName('tt01-2018', 'apology').title).toBe('Phiếu xin lỗi và hẹn lại ngày trả kết quả');
    expect(formName('tt03-2025', 'apology').title).toBe('Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết');
  });
});

test('moments are said as the forms say them', () => {
  const at = parseMoment('2022-01-13T17:05') ?? expect.fail('a moment');
  expect(momentWords(at)).toBe('17 giờ 05 phút, ngày 13/01/2022');
  expect(weekdayWords(at)).toBe('17 giờ 05 phút, thứ Năm, ngày 13/01/2022');
  expect(dateWords('2022-01-03' as PlainDate)).toBe('ngày 03 tháng 01 năm 2022');
});

describe('amounts in words', () => {
  test.each([
    [0, 'Không đồng'],
    [5, 'Năm đồng'],
    [10, 'Mười đồng'],
    [15, 'Mười lăm đồng'],
    [21, 'Hai mươi mốt đồng'],
    [11, 'Mười một đồng'],
    [105, 'Một trăm lẻ năm đồng'],
    [8_000, 'Tám nghìn đồng'],
    [50_000, 'Năm mươi nghìn đồng'],
    [1_250_000, 'Một triệu hai trăm năm mươi nghìn đồng'],
    [1_000_005, 'Một triệu không trăm lẻ năm đồng'],
    [2_000_015, 'Hai triệu không trăm mười lăm đồng'],
    [1_001_000_000, 'Một tỷ không trăm lẻ một triệu đồng'],
    [55_555, 'Năm mươi lăm nghìn năm trăm năm mươi lăm đồng'],
  ])('%d is %s', (amount, words) => expect(moneyWords(amount)).toBe(words));

  test.each([-1, 0.5, 1_000_000_000_000])('%d is no amount', (amount) =>
    expect(() => moneyWords(amount)).toThrow(RangeError),
  );
});
