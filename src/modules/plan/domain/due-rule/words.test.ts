import { describe, expect, test } from 'vitest';
import type { DueCase } from './due-case.ts';
import {
  before,
  every,
  from,
  guided,
  half,
  latest,
  month,
  nothing,
  on,
  planYear,
  quarter,
  standing,
  unstated,
  when,
  year,
} from './expected-rules.ts';
import { parseDueText } from './parse-due-text.ts';

const read = (text: string) => parseDueText(text, { year: planYear, outputs: [] });

/** One form of words with each of the words that may stand in it. */
const everyWord = (
  what: string,
  words: readonly string[],
  textOf: (word: string) => string,
  rule: (word: string) => object,
) =>
  describe(what, () => {
    test.each(words)('%s', (word) => expect(read(textOf(word))).toStrictEqual([rule(word)]));
  });

everyWord(
  'months by name',
  ['giêng', 'hai', 'ba', 'tư', '5', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai'],
  (word) => `Tháng ${word}`,
  (word) =>
    month(
      ['giêng', 'hai', 'ba', 'tư', '5', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai'].indexOf(word) + 1,
    ),
);
everyWord(
  'other names of months',
  ['một', 'bẩy', 'chạp'],
  (word) => `tháng ${word}`,
  (word) => month(word === 'một' ? 1 : word === 'bẩy' ? 7 : 12),
);
everyWord(
  'weeks',
  ['1', 'nhất', 'đầu'],
  (word) => `Tuần ${word} tháng 6`,
  () => month(6, planYear, '', { week: 1 }),
);
everyWord(
  'weeks',
  ['hai', 'thứ hai', 'thứ 2'],
  (word) => `Tuần ${word} của tháng 6`,
  () => month(6, planYear, '', { week: 2 }),
);
everyWord(
  'weeks',
  ['tư', '4', 'thứ tư'],
  (word) => `Tuần ${word} tháng tư/2023`,
  () => month(4, 2023, '', { week: 4 }),
);
everyWord(
  'weeks',
  ['cuối', 'cuối cùng của', '5'],
  (word) => `Tuần ${word} tháng 6`,
  () => month(6, planYear, '', { week: 5 }),
);
everyWord(
  'beginnings',
  ['Đầu', 'Thượng tuần', 'đầu của'],
  (word) => `${word} tháng 6`,
  () => month(6, planYear, '', { part: 'start' }),
);
everyWord(
  'middles',
  ['Giữa', 'Trung tuần'],
  (word) => `${word} tháng 6`,
  () => month(6, planYear, '', { part: 'middle' }),
);
everyWord(
  'ends',
  ['Cuối', 'Hạ tuần'],
  (word) => `${word} tháng 6`,
  () => month(6, planYear, '', { part: 'end' }),
);
everyWord(
  'quarters',
  ['i', 'I', '1'],
  (word) => `Quý ${word}`,
  () => quarter(1),
);
everyWord(
  'half years',
  ['6 tháng đầu', 'Sáu tháng đầu', 'Nửa đầu', 'Nửa năm đầu', '06 tháng đầu'],
  (word) => `${word} năm 2023`,
  () => half(1, 2023),
);
everyWord(
  'next year',
  ['sau', 'tới', 'kế tiếp', 'tiếp theo'],
  (word) => `Quý I năm ${word}`,
  () => quarter(1, 2023),
);
everyWord(
  'this year',
  ['nay', 'báo cáo', '2022'],
  (word) => `Tháng 12 năm ${word}`,
  () => month(12),
);
everyWord(
  'the whole year',
  ['Trong', 'Cả', 'Suốt', 'Toàn'],
  (word) => `${word} năm`,
  () => year(),
);
everyWord(
  'the whole of a named year',
  ['Cả ', 'Suốt ', 'Toàn ', 'Trong ', ''],
  (word) => `${word}năm 2023`,
  () => year(2023),
);
everyWord(
  'latest',
  [
    'Chậm nhất',
    'Chậm nhất là',
    'Chậm nhất vào',
    'Chậm nhất đến',
    'Muộn nhất',
    'Muộn nhất là',
    'Không quá',
    'Không muộn hơn',
    'Không chậm hơn',
    'Hạn cuối',
    'Hạn chót là',
  ],
  (word) => `${word} ngày 20/11`,
  () => before('20/11', '', latest),
);
everyWord(
  'until',
  ['Đến', 'Đến hết', 'Tới', 'Tới hết', 'Cho đến hết', 'Hết'],
  (word) => `${word} ngày 20/11`,
  () => before('20/11', '', latest),
);
everyWord(
  'from',
  ['Từ', 'Bắt đầu từ', 'Kể từ', 'Tính từ'],
  (word) => `${word} tháng 2`,
  () => month(2, planYear, '', from),
);
everyWord(
  'within',
  ['Trong', 'Trong khoảng', 'Vào', 'Khoảng', 'Dự kiến', 'Dự kiến trong', 'Tại'],
  (word) => `${word} tháng 2`,
  () => month(2),
);
everyWord(
  'done',
  [
    'Hoàn thành',
    'Phải hoàn thành',
    'Hoàn tất',
    'Kết thúc',
    'Xong',
    'Hoàn thành xong',
    'Thực hiện',
    'Triển khai',
    'Phải thực hiện',
  ],
  (word) => `${word} trước 20/11`,
  () => before('20/11'),
);
everyWord(
  'hours',
  ['17 giờ 00 ngày ', '17h ', '17h00 ngày ', '17:00, ngày ', '17 giờ 30 phút ngày '],
  (word) => `Trước ${word}20/11`,
  () => before('20/11'),
);
everyWord(
  'every',
  ['Hằng', 'Hàng', 'Mỗi', 'Từng', 'Định kỳ', 'Định kỳ hằng', 'Theo định kì', 'Định kỳ báo cáo'],
  (word) => `${word} quý`,
  () => every(['quarter']),
);
everyWord(
  'a quarter',
  ['quý', 'quí', '3 tháng', '03 tháng', 'ba tháng'],
  (word) => `Định kỳ ${word}`,
  () => every(['quarter']),
);
everyWord(
  'half a year',
  ['6 tháng', '06  tháng', 'sáu tháng', 'nửa năm', '6tháng'],
  (word) => `Định kỳ ${word}`,
  () => every(['6months']),
);
everyWord(
  'nine months',
  ['9 tháng', '09 tháng', 'chín tháng'],
  (word) => `Định kỳ ${word}`,
  () => every(['9months']),
);
everyWord(
  'a year',
  ['năm', 'cả năm', 'một năm', '1 năm', '01 năm'],
  (word) => `Định kỳ ${word}`,
  () => every(['year']),
);
everyWord(
  'once a quarter',
  [
    '1 lần/quý',
    '01 lần / quý',
    'một lần mỗi quý',
    'ít nhất 01 lần/quý',
    'quý một lần',
    'mỗi quý 1 lần',
    'quý/lần',
    '3 tháng 1 lần',
    'định kỳ 1 lần/quý',
  ],
  (word) => word,
  () => every(['quarter']),
);
everyWord(
  'how often a year',
  ['1', '2', '4', '12'],
  (word) => `${word} lần/năm`,
  (word) => every([word === '1' ? 'year' : word === '2' ? '6months' : word === '4' ? 'quarter' : 'month']),
);
everyWord(
  'how often, without a report of its own',
  ['3 lần/năm', '2 lần/quý', 'Mỗi tháng 2 lần', '02 đợt', 'Tối thiểu 3 lần'],
  (word) => word,
  (word) => nothing(word),
);
everyWord(
  'often',
  [
    'Thường xuyên',
    'Liên tục',
    'Quanh năm',
    'Hằng ngày',
    'Mỗi ngày',
    'Thực hiện thường xuyên',
    'Triển khai thường xuyên',
    'Tiến hành thường xuyên',
    'Thường xuyên, liên tục',
    'Thường xuyên và liên tục',
    'Liên tục, thường xuyên trong năm',
    'Thường xuyên cả năm 2022',
    'Thường xuyên hằng năm',
    'Thường xuyên, trong năm',
  ],
  (word) => word,
  () => standing(),
);
everyWord(
  'the last month of a quarter',
  ['quý', 'quí', 'của quý', 'mỗi quý', 'cùng của quý'],
  (word) => `Trước ngày 5 tháng cuối ${word}`,
  () => every(['quarter'], '', { dueDay: 5, dueInLastMonth: true }),
);
everyWord(
  'the last month of a report',
  ['kỳ', 'kì', 'kỳ báo cáo'],
  (word) => `Trước ngày 5 tháng cuối ${word}`,
  () => unstated('', { dueDay: 5, dueInLastMonth: true }),
);
everyWord(
  'the next month',
  ['sau', 'tiếp theo', 'kế tiếp', 'liền kề', 'sau liền kề'],
  (word) => `Trước ngày 5 của tháng ${word}`,
  () => every(['month'], '', { dueDay: 5, dueInNextMonth: true }),
);
everyWord(
  'whose date it is',
  [
    'hướng dẫn',
    'kế hoạch',
    'tiến độ',
    'thông báo',
    'chỉ đạo',
    'yêu cầu',
    'quy định',
    'lộ trình',
    'văn bản',
    'quyết định',
    'công văn',
    'phân công',
    'kết luận',
    'nghị quyết',
    'chương trình',
    'lịch',
    'thời hạn',
    'đề án',
    'đề nghị',
  ],
  (word) => `Theo ${word} của Sở Nội vụ`,
  () => guided('Sở Nội vụ'),
);
everyWord(
  'a paper of nobody',
  ['hướng dẫn', 'kế hoạch', 'tiến độ', 'thông báo', 'quy định', 'lộ trình', 'kế hoạch năm'],
  (word) => `Thực hiện theo đúng ${word}`,
  (word) => guided(word),
);
everyWord(
  'the time that is set',
  ['Trong thời hạn', 'Đúng thời gian', 'Đảm bảo tiến độ', 'Bảo đảm đúng thời hạn', 'Thời hạn do pháp luật'],
  (word) => `${word} quy định`,
  () => guided('quy định'),
);
everyWord(
  'events',
  ['Khi', 'Sau khi', 'Ngay sau khi', 'Ngay khi', 'Kể từ khi', 'Từ khi', 'Nếu'],
  (word) => `${word} có yêu cầu`,
  () => when('có yêu cầu'),
);
everyWord(
  'the day of an event',
  ['Kể từ ngày', 'Sau ngày', 'Ngay sau ngày'],
  (word) => `${word} Kế hoạch được ban hành`,
  () => when('Kế hoạch được ban hành'),
);
everyWord(
  'days after an event',
  ['Chậm nhất', 'Chậm nhất là', 'Muộn nhất', 'Trong vòng', 'Trong thời hạn', 'Trong', 'Không quá', 'Tối đa', 'Sau'],
  (word) => `${word} 10 ngày kể từ ngày ban hành`,
  () => when('ban hành', '', { withinDays: 10 }),
);
everyWord(
  'days in words',
  ['một', 'hai', 'ba', 'bốn', 'năm', 'bảy', 'mười'],
  (word) => `Trong ${word} ngày làm việc từ khi nhận hồ sơ`,
  (word) =>
    when('nhận hồ sơ', '', {
      withinDays: { một: 1, hai: 2, ba: 3, bốn: 4, năm: 5, bảy: 7, mười: 10 }[word],
      workingDays: true,
    }),
);
everyWord(
  'joining words are no name',
  [
    'và',
    'hoặc',
    'là',
    'vào',
    'trong',
    'đối với',
    'cho',
    'gồm',
    'thì',
    'của',
    'theo',
    'được',
    'phải',
    'cần',
    'việc',
    'để',
    'các',
    'đều',
    'cùng',
    '-',
    ':',
  ],
  (word) => `Báo cáo ${word} 20/11`,
  () => on('20/11', 'Báo cáo'),
);
everyWord(
  'labels that say when',
  [
    'Thời gian',
    'Thời hạn',
    'Thời điểm',
    'Thời gian hoàn thành',
    'Hạn',
    'Hạn nộp',
    '02 đợt',
    'Ít nhất 02 lần',
    'Tối thiểu 3 đợt',
    '1 kỳ',
  ],
  (word) => `${word}: Quý I`,
  () => quarter(1),
);
everyWord(
  'labels that look like it',
  ['Hạnh kiểm', 'Hạng mục', 'Thời gianh', '02 đợtt'],
  (word) => `${word}: Quý I`,
  (word) => quarter(1, planYear, word),
);
describe('work after other work', () => {
  test.each(['hoàn thành', 'hoàn tất', 'kết thúc', 'xong'])('%s', (word) => {
    expect(read(`Hằng tháng; ${word} trước 20/11`)).toEqual([every(['month']), before('20/11', word)]);
  });
});

const more: readonly DueCase[] = [
  ['0/5', nothing('0/5')],
  ['32/5', nothing('32/5')],
  ['31/5', on('31/5')],
  ['1/1', on('1/1')],
  ['15/0/2022', nothing('15/0/2022')],
  ['10/12', on('10/12')],
  ['1 tháng đầu năm', month(1, planYear, '', { toMonth: 1 })],
  ['12 tháng đầu năm', month(1, planYear, '', { toMonth: 12 })],
  ['3 tháng đầu năm 2023', month(1, 2023, '', { toMonth: 3 })],
  ['Ba tháng cuối năm', month(10, planYear, '', { toMonth: 12 })],
  ['Tháng 1-3, 6', month(1), month(3), month(6)],
  ['Tháng 1, 3', month(1), month(3)],
  ['Tháng 3 đến 5', month(3, planYear, '', { toMonth: 5 })],
  ['Tháng 3 tới tháng 5', month(3, planYear, '', { toMonth: 5 })],
  ['Tháng 11 - 2/2023', month(11, 2022, '', { toMonth: 2, toYear: 2023 })],
  ['Quý IV và quý I/2023', quarter(4), quarter(1, 2023)],
  ['Quý IV/2022 và quý I/2023', quarter(4), quarter(1, 2023)],
  ['Quý I và quý IV/2023', quarter(1, 2023), quarter(4, 2023)],
  ['Tháng 12 và tháng 01/2023', month(12), month(1, 2023)],
  ['15/12 và 31/01/2023', on('15/12'), on('31/1/2023')],
  ['20/11 và 20/12/2023', on('20/11/2023'), on('20/12/2023')],
  ['20/12 và 10/12/2023', on('20/12'), on('10/12/2023')],
  ['10/12 và 10/12/2023', on('10/12/2023'), on('10/12/2023')],
  ['Tháng 3 (Kế hoạch) và tháng 9/2023 (Báo cáo)', month(3, 2023, 'Kế hoạch'), month(9, 2023, 'Báo cáo')],
  ['Quý I (Kế hoạch), tháng 9/2023 (Báo cáo)', quarter(1, planYear, 'Kế hoạch'), month(9, 2023, 'Báo cáo')],
  ['6 tháng đầu năm, 6 tháng cuối năm 2023', half(1, 2023), half(2, 2023)],
  ['Từ quý II/2022 đến quý I/2023', quarter(2, 2022, '', { toQuarter: 1, toYear: 2023 })],
  ['Từ quý IV đến quý I năm sau', quarter(4, 2022, '', { toQuarter: 1, toYear: 2023 })],
  ['Từ quý IV đến quý I/2023', quarter(4, 2022, '', { toQuarter: 1, toYear: 2023 })],
  ['Từ quý II đến tháng 9', month(4, planYear, '', { toMonth: 9 })],
  ['Từ tháng 2 đến quý III', month(2, planYear, '', { toMonth: 9 })],
  ['Từ tháng 3 đến 6 tháng cuối năm', month(3, planYear, '', { toMonth: 12 })],
  ['Từ 6 tháng đầu năm đến tháng 9', month(1, planYear, '', { toMonth: 9 })],
  ['Từ năm 2022 đến năm 2025', year(2022, '', { toYear: 2025 })],
  ['Từ năm 2022 đến năm 2022', year(2022)],
  ['Từ quý I đến ngày 15/6', on('1/1', '', { toMonth: 6, toDay: 15 })],
  ['Từ năm 2022 đến ngày 15/6/2023', on('1/1/2022', '', { toMonth: 6, toDay: 15, toYear: 2023 })],
  ['Từ ngày 31/02 đến tháng 3', on('28/2', '', { writtenDay: 31, toMonth: 3, toDay: 31 })],
  ['Từ tháng 3 đến hết năm 2023', month(3, 2023, '', { toMonth: 12 })],
  ['Tháng 3 - tháng 5', month(3, planYear, '', { toMonth: 5 })],
  ['15/6 - tháng 9', on('15/6'), month(9)],
  ['Từ tháng 3, đến tháng 5', month(3, planYear, '', from), month(5, planYear, '', latest)],
  ['Tháng 3 đến hết tháng 5', month(3), month(5, planYear, '', latest)],
  ['Từ tháng 3 đến khi xong', month(3, planYear, '', { ...from, note: 'đến khi xong' })],
  ['Chậm nhất vào khoảng tháng 6', month(6, planYear, '', latest)],
  ['Hoàn thành kế hoạch trong tháng 6', month(6, planYear, 'Hoàn thành kế hoạch')],
  ['Trước mắt, tháng 6', month(6, planYear, 'Trước mắt')],
  ['Hằng tháng vào ngày 5 và ngày 20', every(['month'], '', { dueDay: 5 }), every(['month'], '', { dueDay: 20 })],
  ['Hằng năm, trước ngày 5 tháng sau', every(['year'], '', { dueDay: 5, dueInNextMonth: true })],
  ['Tháng 6, hằng năm', month(6), every(['year'])],
  ['Tháng 6 hằng quý', month(6), every(['quarter'])],
  ['Thường xuyên hằng tháng', standing(), every(['month'])],
  ['Báo cáo năm trước 30/11', before('30/11', 'Báo cáo năm')],
  ['Báo cáo năm', every(['year'], 'Báo cáo')],
  ['Quý', every(['quarter'])],
  ['Năm học mới', nothing('Năm học mới')],
  ['Tháng thanh niên', nothing('Tháng thanh niên')],
  ['Theo kế hoạch, hằng quý', every(['quarter'], '', { alsoAsPlanned: true })],
  ['Theo kế hoạch hoặc định kỳ 6 tháng', every(['6months'], '', { alsoAsPlanned: true })],
  ['Theo hướng dẫn và định kỳ hằng quý', guided('hướng dẫn'), every(['quarter'])],
  ['Theo kế hoạch của huyện và định kỳ hằng quý', guided('huyện'), every(['quarter'])],
  ['Theo kế hoạch, trước 15/12', guided('kế hoạch'), before('15/12')],
  ['Trước 15/12 và theo hướng dẫn của Sở Nội vụ', before('15/12'), guided('Sở Nội vụ')],
  ['Quý IV theo qui định', quarter(4)],
  ['Quý IV theo quy định chung', quarter(4, planYear, '', { note: 'theo quy định chung' })],
  ['Quý IV theo yêu cầu', quarter(4, planYear, '', { note: 'theo yêu cầu' })],
  ['Theo hướng dẫn của P. Nội vụ', guided('P. Nội vụ')],
  ['Theo hướng dẫn của Sở Nội vụ. Hoàn thành trong quý IV', guided('Sở Nội vụ'), quarter(4, planYear, 'Hoàn thành')],
  ['Theo hướng dẫn của Sở Nội vụ (nếu có)', guided('Sở Nội vụ', '', { note: 'nếu có' })],
  ['Theo hướng dẫn hoặc đột xuất', guided('hướng dẫn', '', { note: 'đột xuất' })],
  ['Quý IV và đột xuất', quarter(4, planYear, '', { note: 'đột xuất' })],
  ['Hằng quý và khi có yêu cầu', every(['quarter']), when('có yêu cầu')],
  ['Thường xuyên và khi có yêu cầu', standing('', { note: 'khi có yêu cầu' })],
  ['Đột xuất, hằng quý', every(['quarter'], '', { adHoc: true })],
  ['Đột xuất; hằng quý', when('Đột xuất'), every(['quarter'])],
  ['Khi có yêu cầu (nếu cần)', when('có yêu cầu', '', { note: 'nếu cần' })],
  ['Kể từ ngày 15/02/2022', on('15/2/2022', '', from)],
  ['Số 12/KH-UBND, quý I', quarter(1, planYear, 'Số 12/KH-UBND')],
  ['Quyết định 16/2020/QĐ-UBND: trước 15/12', before('15/12', 'Quyết định 16/2020/QĐ-UBND')],
  [
    'Báo cáo quý I trước 10/3; báo cáo 6 tháng trước 10/6',
    before('10/3', 'Báo cáo quý I'),
    before('10/6', 'báo cáo 6 tháng'),
  ],
  ['Kế hoạch quý I; quý II', quarter(1, planYear, 'Kế hoạch'), quarter(2)],
  ['Quý I kế hoạch và quý IV báo cáo', quarter(1, planYear, 'kế hoạch'), quarter(4, planYear, 'báo cáo')],
  ['Quý I, tháng 6', quarter(1), month(6)],
  ['Kế hoạch (dự thảo) quý I', quarter(1, planYear, 'Kế hoạch')],
  ['Quý I (kế hoạch) và báo cáo quý IV', quarter(1, planYear, 'kế hoạch'), quarter(4, planYear, 'báo cáo')],
  ['Quý I hoặc sớm hơn', quarter(1, planYear, '', { note: 'sớm hơn' })],
  ['Hằng quý (trước 15/3)', every(['quarter']), before('15/3')],
  ['Hằng quý (15/3), quý IV', every(['quarter']), on('15/3'), quarter(4)],
  ['2 lần/năm (15/3), quý IV', on('15/3'), quarter(4)],
  ['2 lần/năm, 15/3', every(['6months']), on('15/3')],
  ['Thường xuyên trước 15/3', standing(), before('15/3')],
  ['Trước 15/3 trước 20/3', before('15/3'), before('20/3')],
  ['Kế hoạch: Quý I: Báo cáo', quarter(1, planYear, 'Kế hoạch')],
  ['Quý I: trước 10/3', before('10/3', 'Quý I')],
  ['Báo cáo: năm học', nothing('Báo cáo: năm học')],
  ['+ Kế hoạch: quý I\n+ Báo cáo: quý IV', quarter(1, planYear, 'Kế hoạch'), quarter(4, planYear, 'Báo cáo')],
  ['Kế hoạch: quý I. Báo cáo: quý IV', quarter(1, planYear, 'Kế hoạch'), quarter(4, planYear, 'Báo cáo')],
  ['- - Kế hoạch: quý I/2022  Báo cáo: quý IV', quarter(1, planYear, 'Kế hoạch'), quarter(4, planYear, 'Báo cáo')],
  ['Họp lúc 8:30, quý I', quarter(1, planYear, 'Họp lúc 8:30')],
  ['15/6/1989', nothing('15/6/1989')],
  ['15/6/1990', on('15/6/1990')],
  ['15/6/2200', on('15/6/2200')],
  ['15/6/2201', nothing('15/6/2201')],
  ['6 tháng đầu năm 1980', nothing('6 tháng đầu năm 1980')],
  ['Quý Ia', nothing('Quý Ia')],
  ['Từ năm 2021 đến quý III/2022', month(1, 2021, '', { toMonth: 9, toYear: 2022 })],
  ['Từ tháng 3 phải xong tháng 5', month(3, planYear, '', from), month(5)],
  ['15/6 đến - 20/6', on('15/6'), on('20/6', 'đến')],
  ['15/6 - gửi 20/6', on('15/6'), on('20/6', 'gửi')],
  ['Trước 15/01 (dự toán) và 31/7', before('15/1', 'dự toán'), before('31/7')],
  ['Trước 15/01 gửi và 31/7', before('15/1', 'gửi'), on('31/7')],
  ['Trước 15/01 và gửi 31/7', before('15/1'), on('31/7', 'gửi')],
  ['Trước 15/01và 31/7', before('15/1'), before('31/7')],
  ['Trước 15/01, và 31/7', before('15/1'), before('31/7')],
  ['Trước 15/01,31/7', before('15/1'), before('31/7')],
  ['Tháng 6 hằng quý, năm', month(6), every(['quarter', 'year'])],
  ['Quý IV hằng năm', quarter(4, planYear, '', { note: 'hằng năm' })],
  ['Trong năm, hằng năm', year(), every(['year'])],
  ['6 tháng đầu năm hằng năm', half(1, planYear, '', { note: 'hằng năm' })],
  ['Báo cáo quý trước ngày 10 tháng sau', every(['quarter'], 'Báo cáo', { dueDay: 10, dueInNextMonth: true })],
  ['Trước ngày 15 quý có báo cáo', every(['quarter'], 'có báo cáo', { dueDay: 15 })],
  ['Năm - học mới', every(['year'], 'học mới')],
  ['Theo kế hoạch và các báo cáo, hằng quý', guided('kế hoạch và các báo cáo'), every(['quarter'])],
  ['Theo kế hoạch (huyện) hằng quý', guided('kế hoạch', 'huyện'), every(['quarter'])],
  ['Quý IV, xã và theo hướng dẫn', quarter(4, planYear, '', { note: 'theo hướng dẫn' })],
  ['Quý IV theo văn bản quy định', quarter(4, planYear, '', { note: 'theo văn bản quy định' })],
  ['Quý IV và huyện khi có yêu cầu', quarter(4, planYear, '', { note: 'khi có yêu cầu' })],
  ['Quý IV, báo cáo hoặc đột xuất', quarter(4, planYear, '', { note: 'báo cáo hoặc đột xuất' })],
  ['15/3 và quý II năm 2023', on('15/3'), quarter(2, 2023)],
  ['Quý IV năm 2022, 6 tháng đầu năm và 6 tháng cuối năm 2021', quarter(4), half(1, 2021), half(2, 2021)],
  ['Hằng quý (15/3), 2 lần/năm', every(['quarter']), on('15/3'), every(['6months'])],
  ['Hằng tháng; xong trước 20/11, 15/12', every(['month']), before('20/11', 'xong'), before('15/12')],
  ['Kế hoạch hoàn thành trước 20/11', before('20/11', 'Kế hoạch')],
  ['Phối hợp phải thực hiện trước 20/11', before('20/11', 'Phối hợp phải thực hiện')],
  ['Báo cáo thời hạn nộp quý I', quarter(1, planYear, 'Báo cáo thời hạn nộp')],
  ['Kế hoạch 02 đợt: quý I', quarter(1, planYear, 'Kế hoạch 02 đợt')],
  ['1đợt: quý I', quarter(1)],
  ['Kế hoạch (dự thảo) rà soát quý I', quarter(1, planYear, 'Kế hoạch rà soát')],
  ['Kế hoạch - rà soát quý I', quarter(1, planYear, 'Kế hoạch - rà soát')],
  ['Quý I kế hoạch tháng 6', quarter(1), month(6, planYear, 'kế hoạch')],
  ['Quý I (tháng 3)', quarter(1), month(3)],
  ['Quý I (hằng tháng)', quarter(1), every(['month'])],
  ['Quý I (tháng 3 báo cáo)', quarter(1), month(3, planYear, 'báo cáo')],
  ['Quý I gửi huyện (báo cáo năm)', quarter(1, planYear, 'gửi huyện')],
  ['Quý I báo cáo huyện và tỉnh', quarter(1, planYear, 'báo cáo huyện và tỉnh')],
  ['Đối chiếu quý I', quarter(1, planYear, 'Đối chiếu')],
  ['Quý I theo dõi và gửi báo cáo', quarter(1, planYear, 'theo dõi và gửi báo cáo')],
  ['Việc làm đối với nông dân: quý I', quarter(1, planYear, 'Việc làm đối với nông dân')],
  ['- – + Kế hoạch: quý I;.,', quarter(1, planYear, 'Kế hoạch')],
  [':quý I', quarter(1)],
];

describe('forms at their edges', () => {
  test.each(more.map(([text, ...rules]) => ({ text, rules })))('$text', ({ text, rules }) => {
    expect(read(text)).toStrictEqual(rules);
  });
});
