import { expect, test } from 'vitest';
import { frequencyOf, reportsOfText } from './recurring-reports.ts';

const reports = (text: string, who = 'Công chức Văn phòng') => reportsOfText({ text, lines: [4] }, who, 'IV.1');

/** A duty, to whom it reports, and how often. */
test.each([
  [
    'định kỳ hằng quý, 6 tháng, 9 tháng, cả năm báo cáo Chủ tịch UBND xã kết quả thực hiện./.',
    'Chủ tịch UBND xã',
    ['quarter', '6months', '9months', 'year'],
  ],
  [
    'Tham mưu UBND xã báo cáo UBND tỉnh (qua Sở Nội vụ) định kỳ hằng quý, 6 tháng, năm hoặc đột xuất khi có yêu cầu.',
    'UBND tỉnh (qua Sở Nội vụ)',
    ['quarter', '6months', 'year'],
  ],
  [
    'Theo dõi; định kỳ hằng quý, 6 tháng, năm báo cáo UBND huyện qua Phòng Nội vụ.',
    'UBND huyện (qua Phòng Nội vụ)',
    ['quarter', '6months', 'year'],
  ],
  ['tham mưu báo cáo công tác kiểm soát hằng quý gửi Văn phòng UBND tỉnh', 'Văn phòng UBND tỉnh', ['quarter']],
  ['Báo cáo kết quả về Phòng Văn hóa - Xã hội trước ngày 05 tháng cuối quý.', 'Phòng Văn hóa - Xã hội', ['quarter']],
  ['hằng tuần báo cáo Chủ tịch UBND xã số hồ sơ quá hạn', 'Chủ tịch UBND xã', ['week']],
  ['tổng hợp báo cáo gửi Phòng Nội vụ trước ngày 15 hằng tháng', 'Phòng Nội vụ', ['month']],
  ['Gửi báo cáo kết quả về Văn phòng trước ngày 20 tháng cuối quý', 'Văn phòng', ['quarter']],
  [
    'tổng hợp, báo cáo UBND huyện, Sở Nội vụ định kỳ hằng quý, 6 tháng và năm',
    'UBND huyện, Sở Nội vụ',
    ['quarter', '6months', 'year'],
  ],
  ['báo cáo Chủ tịch UBND xã định kỳ hàng năm', 'Chủ tịch UBND xã', ['year']],
  ['trình Ủy ban nhân dân xã báo cáo Phòng Nội vụ và UBND huyện theo quy định', 'Phòng Nội vụ và UBND huyện', []],
  ['báo cáo Giám đốc Sở hằng tháng', 'Giám đốc Sở', ['month']],
])('%s', (duty, to, frequency) => {
  expect(reports(duty).map((report) => [report.to, report.frequency])).toEqual([[to, frequency]]);
});

test.each([
  'Tổng hợp và báo cáo kết quả thực hiện công tác cải cách hành chính của UBND xã',
  'Chủ trì thực hiện nhiệm vụ tại Phụ lục 3',
  'báo cáo Chủ tịch UBND xã',
  'hằng quý kiểm tra công vụ',
])('%s is no recurring report to anybody', (duty) => {
  expect(reports(duty)).toEqual([]);
});

test('says what stands besides: via, due day, on demand, in place of a frequency', () => {
  expect(reports('tham mưu UBND xã báo cáo UBND tỉnh hằng quý hoặc đột xuất')[0]).toMatchObject({
    via: 'UBND xã',
    adHoc: true,
    who: 'Công chức Văn phòng',
    section: 'IV.1',
    lines: [4],
  });
  expect(reports('báo cáo Chủ tịch UBND xã trước ngày 05 tháng cuối quý')[0]).toMatchObject({
    dueText: 'trước ngày 05 tháng cuối quý',
    adHoc: false,
    via: undefined,
    frequencyText: undefined,
  });
  expect(reports('báo cáo Chủ tịch UBND xã định kỳ theo quy định')[0]).toMatchObject({
    frequency: [],
    frequencyText: 'định kỳ theo quy định',
  });
});

test.each([
  [
    'hằng tháng báo cáo Chủ tịch UBND xã tình hình tiếp nhận, giải quyết hồ sơ',
    'tình hình tiếp nhận, giải quyết hồ sơ',
  ],
  [
    'Chủ trì triển khai nội dung Cải cách thể chế; tổng hợp và báo cáo Chủ tịch UBND xã định kỳ theo quy định',
    'Cải cách thể chế',
  ],
  ['báo cáo UBND huyện hằng quý', 'kết quả thực hiện Kế hoạch'],
  [
    'tham mưu báo cáo công tác kiểm soát thủ tục hành chính hằng quý gửi Văn phòng UBND tỉnh',
    'công tác kiểm soát thủ tục hành chính',
  ],
])('%s is about %s', (duty, about) => {
  expect(reports(duty)[0]?.about).toBe(about);
});

test('finds two reports in one duty, and the subject of a sentence without one', () => {
  expect(
    reports('định kỳ hàng quý báo cáo UBND huyện kết quả. Chủ trì; tổng hợp, báo cáo Chủ tịch UBND xã hàng năm').map(
      ({ to }) => to,
    ),
  ).toEqual(['UBND huyện', 'Chủ tịch UBND xã']);
  expect(
    reports('Định kỳ hằng tháng, quý, các công chức chuyên môn báo cáo kết quả về Văn phòng UBND xã', '')[0]?.who,
  ).toBe('các công chức chuyên môn');
  expect(reports('Hằng quý báo cáo UBND huyện', '')[0]?.who).toBe('');
});

test.each([
  ['quý, 6 tháng, 9 tháng, năm', ['quarter', '6months', '9months', 'year']],
  ['hằng tuần', ['week']],
  ['mỗi tháng', ['month']],
  ['06 tháng và cả năm', ['6months', 'year']],
  ['định kỳ quý', ['quarter']],
  ['báo cáo tháng', ['month']],
  ['trong năm 2024', []],
  ['theo quy định', []],
])('frequencies of %s', (words, expected) => {
  expect(frequencyOf(words)).toEqual(expected);
});
