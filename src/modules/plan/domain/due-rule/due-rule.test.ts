import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DueRule, Frequency } from '../due-rule.ts';
import { parseDueText } from './parse-due-text.ts';

/** All texts are read as those of a plan of 2022. */
const planYear = 2022;

type More = Partial<Record<string, unknown>>;

const before = (date: string, appliesTo = '', more: More = {}) => dated('before', date, appliesTo, more);
const on = (date: string, appliesTo = '', more: More = {}) => dated('date', date, appliesTo, more);

function dated(kind: 'before' | 'date', date: string, appliesTo: string, more: More) {
  const [day, month, year] = date.split('/').map(Number);
  return { kind, year: year ?? planYear, month, day, ...more, appliesTo };
}

const month = (value: number, year = planYear, appliesTo = '', more: More = {}) => ({
  kind: 'month',
  year,
  month: value,
  ...more,
  appliesTo,
});
const quarter = (value: number, year = planYear, appliesTo = '', more: More = {}) => ({
  kind: 'quarter',
  year,
  quarter: value,
  ...more,
  appliesTo,
});
const half = (value: 1 | 2, year = planYear, appliesTo = '', more: More = {}) => ({
  kind: 'halfyear',
  year,
  half: value,
  ...more,
  appliesTo,
});
const year = (value = planYear, appliesTo = '', more: More = {}) => ({ kind: 'year', year: value, ...more, appliesTo });
const every = (frequency: readonly Frequency[], appliesTo = '', more: More = {}) => ({
  kind: 'periodic',
  year: planYear,
  frequency,
  ...more,
  appliesTo,
});
const unstated = (appliesTo = '', more: More = {}) => every([], appliesTo, { frequencyUnstated: true, ...more });
const standing = (appliesTo = '', more: More = {}) => ({ kind: 'standing', year: planYear, ...more, appliesTo });
const guided = (by: string, appliesTo = '', more: More = {}) => ({ kind: 'asGuided', by, ...more, appliesTo });
const when = (trigger: string, appliesTo = '', more: More = {}) => ({ kind: 'onTrigger', trigger, ...more, appliesTo });
const nothing = (note?: string) => ({ kind: 'unspecified', ...(note === undefined ? {} : { note }), appliesTo: '' });

const latest = { latest: true };
const from = { from_: true };

type Row = readonly [text: string, ...rules: object[]];

const days: readonly Row[] = [
  ['Trước ngày 15/12/2023', before('15/12/2023')],
  ['trước 20/6', before('20/6')],
  ['Trước 20/6/2022.', before('20/6/2022')],
  ['Trước ngày 10 tháng 12 năm 2020', before('10/12/2020')],
  ['Hoàn thành trước ngày 28 tháng 02 năm 2020', before('28/2/2020')],
  ['Xong trước 15/3', before('15/3')],
  ['Hoàn tất xong trước ngày 30/9', before('30/9')],
  ['Phải hoàn thành trước 30/9', before('30/9')],
  ['Trước thời điểm 31/10/2022', before('31/10/2022')],
  ['Trước 31/01/2024', before('31/1/2024')],
  ['Trước 31/01 năm sau', before('31/1/2023')],
  ['Trước ngày 15 tháng 01 năm sau', before('15/1/2023')],
  ['Trước ngày 15/12 hằng năm', before('15/12', '', { note: 'hằng năm' })],
  ['Trước ngày 15/12/2022 theo quy định', before('15/12/2022')],
  [
    'Trước ngày 15/12/2022 theo hướng dẫn của Sở Nội vụ',
    before('15/12/2022', '', { note: 'theo hướng dẫn của Sở Nội vụ' }),
  ],
  ['Chậm nhất ngày 15/12', before('15/12', '', latest)],
  ['Chậm nhất là ngày 15/12/2022', before('15/12/2022', '', latest)],
  ['Chậm nhất trước ngày 15/12/2022', before('15/12/2022', '', latest)],
  ['Muộn nhất vào ngày 20/11', before('20/11', '', latest)],
  ['Không quá ngày 20/11', before('20/11', '', latest)],
  ['Không muộn hơn 20/11', before('20/11', '', latest)],
  ['Hạn cuối là ngày 20/11', before('20/11', '', latest)],
  ['Đến ngày 30/6', before('30/6')],
  ['Đến hết ngày 30/6/2022', before('30/6/2022')],
  ['Hết ngày 30/6', before('30/6')],
  ['31/01/2023', on('31/1/2023')],
  ['30/4/2026', on('30/4/2026')],
  ['Ngày 09/11', on('9/11')],
  ['Ngày 9/11 hằng năm', on('9/11', '', { note: 'hằng năm' })],
  ['ngày mùng 3 tháng 2', on('3/2')],
  ['15 tháng 12 năm 2022', on('15/12/2022')],
  ['15.12.2022', on('15/12/2022')],
  ['15-12-2022', on('15/12/2022')],
  ['15/12/22', on('15/12/2022')],
  ['30/6 và 30/12', on('30/6'), on('30/12')],
  ['30/6 và 30/12/2023', on('30/6/2023'), on('30/12/2023')],
  ['Trước ngày 30/6 và 30/12', before('30/6'), before('30/12')],
  ['Trước 30/6, 30/12', before('30/6'), before('30/12')],
  ['Từ ngày 15/02/2022', on('15/2/2022', '', from)],
  ['Từ 01/3 đến 15/3/2023', on('1/3/2023', '', { toMonth: 3, toDay: 15 })],
  ['15/11 - 20/12/2022', on('15/11/2022', '', { toMonth: 12, toDay: 20 })],
  ['Từ ngày 15/12/2022 đến ngày 15/01/2023', on('15/12/2022', '', { toMonth: 1, toDay: 15, toYear: 2023 })],
  ['Từ 15/12 đến 15/01/2023', on('15/12/2022', '', { toMonth: 1, toDay: 15, toYear: 2023 })],
  ['Từ ngày 15/3 đến hết tháng 6', on('15/3', '', { toMonth: 6, toDay: 30 })],
  ['Trước 31/02/2022', before('28/2/2022', '', { writtenDay: 31 })],
  ['Trước 30/02/2024', before('29/2/2024', '', { writtenDay: 30 })],
  ['31/9', on('30/9', '', { writtenDay: 31 })],
];

const months: readonly Row[] = [
  ['tháng 01/2022', month(1)],
  ['Tháng 1/2022', month(1)],
  ['Tháng 12/ 2022', month(12)],
  ['Tháng 12 năm 2023', month(12, 2023)],
  ['Tháng 12 của năm 2023', month(12, 2023)],
  ['Trong tháng 3', month(3)],
  ['Hoàn thành trong tháng 3', month(3)],
  ['Vào tháng 9', month(9)],
  ['Dự kiến tháng 9/2022', month(9)],
  ['Khoảng tháng 9', month(9)],
  ['01/2022', month(1)],
  ['T6/2022', month(6)],
  ['Tháng Giêng', month(1)],
  ['Tháng mười hai', month(12)],
  ['Tháng tư', month(4)],
  ['Tháng 12 hằng năm', month(12, planYear, '', { note: 'hằng năm' })],
  ['Chậm nhất tháng 12/2022', month(12, planYear, '', latest)],
  ['Đến hết tháng 6/2022', month(6, planYear, '', latest)],
  ['Trước tháng 6/2022', before('31/5/2022')],
  ['Trước tháng 1/2022', before('31/12/2021')],
  ['Trước tháng 3/2024', before('29/2/2024')],
  ['Từ tháng 02/2026', month(2, 2026, '', from)],
  ['Bắt đầu từ tháng 2', month(2, planYear, '', from)],
  ['từ tháng 3 đến tháng 5', month(3, planYear, '', { toMonth: 5 })],
  ['Tháng 3-5/2022', month(3, planYear, '', { toMonth: 5 })],
  ['Tháng 3 – tháng 5', month(3, planYear, '', { toMonth: 5 })],
  ['Từ tháng 11/2022 đến tháng 02/2023', month(11, 2022, '', { toMonth: 2, toYear: 2023 })],
  ['Tháng 12/2021 - 01/2022', month(12, 2021, '', { toMonth: 1, toYear: 2022 })],
  ['9 tháng đầu năm', month(1, planYear, '', { toMonth: 9 })],
  ['3 tháng cuối năm 2023', month(10, 2023, '', { toMonth: 12 })],
  ['Tháng 6 và tháng 11 năm 2020', month(6, 2020), month(11, 2020)],
  ['02 đợt: tháng 5/2026 và tháng 10/2026', month(5, 2026), month(10, 2026)],
  ['Tháng 3, 6, 9, 12', month(3), month(6), month(9), month(12)],
  ['Tháng 3, tháng 6 và tháng 9/2023', month(3, 2023), month(6, 2023), month(9, 2023)],
  ['Tháng 6/2022 và tháng 12/2023', month(6), month(12, 2023)],
  ['Đầu tháng 6', month(6, planYear, '', { part: 'start' })],
  ['giữa tháng 6', month(6, planYear, '', { part: 'middle' })],
  ['Cuối tháng 6/2022', month(6, planYear, '', { part: 'end' })],
  ['Hạ tuần tháng 11', month(11, planYear, '', { part: 'end' })],
  ['tuần thứ 2 tháng 6', month(6, planYear, '', { week: 2 })],
  ['Tuần đầu tháng 6', month(6, planYear, '', { week: 1 })],
  ['Tuần cuối của tháng 11/2022', month(11, planYear, '', { week: 5 })],
  ['Tuần lễ thứ ba tháng 4', month(4, planYear, '', { week: 3 })],
];

const quartersAndYears: readonly Row[] = [
  ['Quý III/2022', quarter(3)],
  ['Quý IV/ 2022', quarter(4)],
  ['Quý 4/2022', quarter(4)],
  ['Quý IV năm 2020', quarter(4, 2020)],
  ['Quý Ⅳ/2022', quarter(4)],
  ['Quí III', quarter(3)],
  ['QUÝ II', quarter(2)],
  ['Q1/2022', quarter(1)],
  ['Trong quý I/2023', quarter(1, 2023)],
  ['Hoàn thành trong quý III/2026', quarter(3, 2026)],
  ['Thực hiện trong quý II', quarter(2)],
  ['Quý IV hằng năm', quarter(4, planYear, '', { note: 'hằng năm' })],
  ['Quý II, quý III năm 2020', quarter(2, 2020), quarter(3, 2020)],
  ['Quý I, II, III, IV', quarter(1), quarter(2), quarter(3), quarter(4)],
  ['Quý II và quý IV', quarter(2), quarter(4)],
  ['Quý II & IV', quarter(2), quarter(4)],
  ['Quý II+III', quarter(2), quarter(3)],
  ['Ít nhất 02 lần/năm (quý II, quý IV)', quarter(2), quarter(4)],
  ['Quý I - III/2022', quarter(1, planYear, '', { toQuarter: 3 })],
  ['Từ quý I đến quý III', quarter(1, planYear, '', { toQuarter: 3 })],
  ['Từ quý II/2022', quarter(2, planYear, '', from)],
  ['Từ quý II đến hết năm 2022', month(4, planYear, '', { toMonth: 12 })],
  ['Hết quý III/2022', quarter(3, planYear, '', latest)],
  ['Chậm nhất trong quý III', quarter(3, planYear, '', latest)],
  ['Trước quý II/2022', before('31/3/2022')],
  ['Đầu quý II', quarter(2, planYear, '', { part: 'start' })],
  ['Cuối quý II/2022', quarter(2, planYear, '', { part: 'end' })],
  ['6 tháng đầu năm', half(1)],
  ['6 tháng đầu năm 2026', half(1, 2026)],
  ['Sáu tháng cuối năm', half(2)],
  ['06 tháng cuối năm 2022', half(2)],
  ['Nửa đầu năm 2022', half(1)],
  ['Xong trong 6 tháng đầu năm 2020', half(1, 2020)],
  ['Chậm nhất 6 tháng đầu năm', half(1, planYear, '', latest)],
  ['Từ 6 tháng cuối năm', half(2, planYear, '', from)],
  ['Trước 6 tháng cuối năm', before('30/6')],
  ['6 tháng đầu năm và trước ngày 10/12/2023', half(1), before('10/12/2023')],
  ['Trong năm', year()],
  ['Trong năm 2022', year()],
  ['Cả năm', year()],
  ['Năm 2023', year(2023)],
  ['2022', year()],
  ['cuối năm', year(planYear, '', { part: 'end' })],
  ['Đầu năm 2022', year(planYear, '', { part: 'start' })],
  ['Trước cuối năm', before('31/12')],
  ['Hết năm', year(planYear, '', latest)],
  ['Đến hết năm 2025', year(2025, '', latest)],
  ['Trước năm 2023', before('31/12/2022')],
  ['Giai đoạn 2021 - 2025', year(2021, '', { toYear: 2025 })],
  ['Năm 2022 - 2024', year(2022, '', { toYear: 2024 })],
  ['Năm 2022 và các năm tiếp theo', year(planYear, '', { note: 'các năm tiếp theo' })],
];

const rhythms: readonly Row[] = [
  ['hằng tháng', every(['month'])],
  ['Hàng tháng', every(['month'])],
  ['Mỗi tháng', every(['month'])],
  ['Hàng tuần', every(['week'])],
  ['Hằng quý', every(['quarter'])],
  ['Hằng năm', every(['year'])],
  ['Định kỳ hằng quý', every(['quarter'])],
  ['định kì hàng quý', every(['quarter'])],
  ['Định kỳ 6 tháng, năm', every(['6months', 'year'])],
  ['Hằng quý, 6 tháng, năm theo quy định', every(['quarter', '6months', 'year'])],
  ['quý, 6 tháng, 9 tháng, năm', every(['quarter', '6months', '9months', 'year'])],
  ['hằng quý, 6 tháng, 9 tháng, cả năm', every(['quarter', '6months', '9months', 'year'])],
  ['Tháng, quý, sáu tháng, chín tháng và năm', every(['month', 'quarter', '6months', '9months', 'year'])],
  ['Quý, năm', every(['quarter', 'year'])],
  ['Hằng quý, hằng quý', every(['quarter'])],
  ['3 tháng/lần', every(['quarter'])],
  ['6 tháng một lần', every(['6months'])],
  ['Mỗi quý một lần', every(['quarter'])],
  ['01 lần/quý', every(['quarter'])],
  ['2 lần/năm', every(['6months'])],
  ['4 lần/năm', every(['quarter'])],
  ['Ít nhất 01 lần/năm', every(['year'])],
  ['Theo định kỳ', unstated()],
  ['Định kỳ theo quy định', unstated()],
  ['Hằng quý hoặc đột xuất', every(['quarter'], '', { adHoc: true })],
  ['định kỳ hằng quý hoặc đột xuất theo quy định', every(['quarter'], '', { adHoc: true })],
  ['Hằng quý và đột xuất khi có yêu cầu', every(['quarter'], '', { adHoc: true })],
  ['Đột xuất hoặc định kỳ hằng quý', every(['quarter'], '', { adHoc: true })],
  [
    'theo kế hoạch và theo định kỳ quý, 6 tháng, 9 tháng, năm',
    every(['quarter', '6months', '9months', 'year'], '', { alsoAsPlanned: true }),
  ],
  ['Trước ngày 25 hằng tháng', every(['month'], '', { dueDay: 25 })],
  ['Ngày 25 hằng tháng', every(['month'], '', { dueDay: 25 })],
  ['Hằng tháng, trước ngày 25', every(['month'], '', { dueDay: 25 })],
  ['Hằng tháng (trước ngày 25)', every(['month'], '', { dueDay: 25 })],
  ['Trước ngày 25 của tháng', every(['month'], '', { dueDay: 25 })],
  ['Ngày 15 và ngày 30 hằng tháng', every(['month'], '', { dueDay: 15 }), every(['month'], '', { dueDay: 30 })],
  ['Ngày cuối cùng của tháng', every(['month'], '', { dueDay: 31 })],
  ['trước ngày 05 tháng cuối quý', every(['quarter'], '', { dueDay: 5, dueInLastMonth: true })],
  ['Hằng quý, trước ngày 05 của tháng cuối quý', every(['quarter'], '', { dueDay: 5, dueInLastMonth: true })],
  ['Trước ngày 10 tháng cuối kỳ báo cáo', unstated('', { dueDay: 10, dueInLastMonth: true })],
  ['Trước ngày 10 của tháng tiếp theo', every(['month'], '', { dueDay: 10, dueInNextMonth: true })],
  ['Hằng tháng, trước ngày 05 tháng sau', every(['month'], '', { dueDay: 5, dueInNextMonth: true })],
  ['Trước ngày 10 của tháng đầu quý sau', every(['quarter'], '', { dueDay: 10, dueInNextMonth: true })],
  ['Thường xuyên', standing()],
  ['Thường xuyên trong năm', standing()],
  ['Thường xuyên, liên tục trong năm 2022', standing()],
  ['Thực hiện thường xuyên', standing()],
  ['Liên tục', standing()],
  ['Quanh năm', standing()],
  ['Hằng ngày', standing()],
  ['Thường xuyên, hằng ngày', standing()],
  ['Thường xuyên và đột xuất', standing('', { note: 'đột xuất' })],
  [
    'Thường xuyên, chậm nhất 03 ngày làm việc kể từ khi có quyết định công bố',
    standing('', { note: 'chậm nhất 03 ngày làm việc kể từ khi có quyết định công bố' }),
  ],
];

const othersDates: readonly Row[] = [
  ['Theo hướng dẫn của Văn phòng UBND huyện', guided('Văn phòng UBND huyện')],
  ['theo tiến độ của UBND huyện', guided('UBND huyện')],
  ['Theo kế hoạch của huyện', guided('huyện')],
  ['Theo thông báo của Phòng Nội vụ', guided('Phòng Nội vụ')],
  ['Thực hiện theo chỉ đạo của Chủ tịch UBND xã', guided('Chủ tịch UBND xã')],
  ['Theo Kế hoạch số 07/KH-UBND ngày 10/01/2020 của UBND huyện', guided('UBND huyện')],
  ['Theo quy định', guided('quy định')],
  ['Theo quy định của pháp luật', guided('pháp luật')],
  ['Theo kế hoạch', guided('kế hoạch')],
  ['Trong thời hạn quy định', guided('quy định')],
  ['Đúng thời gian quy định', guided('quy định')],
  ['Theo hướng dẫn của Sở Nội vụ, trước ngày 15/12/2023', guided('Sở Nội vụ'), before('15/12/2023')],
  ['Trước 15/12 hoặc theo hướng dẫn của Sở Nội vụ', before('15/12'), guided('Sở Nội vụ')],
  ['khi có yêu cầu', when('có yêu cầu')],
  ['Khi có văn bản chỉ đạo của UBND tỉnh', when('có văn bản chỉ đạo của UBND tỉnh')],
  ['sau khi có hướng dẫn', when('có hướng dẫn')],
  ['Ngay sau khi được phê duyệt', when('được phê duyệt')],
  ['Khi phát sinh', when('phát sinh')],
  ['Đột xuất', when('Đột xuất')],
  ['Đột xuất khi có yêu cầu của UBND huyện', when('Đột xuất khi có yêu cầu của UBND huyện')],
  [
    'Chậm nhất 05 ngày làm việc kể từ ngày nhận được văn bản',
    when('nhận được văn bản', '', { withinDays: 5, workingDays: true }),
  ],
  ['Trong vòng 10 ngày kể từ ngày Kế hoạch được ban hành', when('Kế hoạch được ban hành', '', { withinDays: 10 })],
  ['Sau 15 ngày kể từ khi ban hành', when('ban hành', '', { withinDays: 15 })],
  ['Trước ngày 15/12 hoặc khi có yêu cầu', before('15/12'), when('có yêu cầu')],
  ['Quý IV, khi có yêu cầu', quarter(4, planYear, '', { note: 'khi có yêu cầu' })],
];

const labels: readonly Row[] = [
  [
    'Xây dựng kế hoạch: tháng 01/2022; Báo cáo kết quả thực hiện: Quý IV/2022',
    month(1, planYear, 'Xây dựng kế hoạch'),
    quarter(4, planYear, 'Báo cáo kết quả thực hiện'),
  ],
  [
    '- Tổ chức thực hiện: thường xuyên.\n- Báo cáo kết quả thực hiện: định kỳ hàng quý',
    standing('Tổ chức thực hiện'),
    every(['quarter'], 'Báo cáo kết quả thực hiện'),
  ],
  [
    'Tổ chức thực hiện: thường xuyên. Báo cáo kết quả: hằng quý',
    standing('Tổ chức thực hiện'),
    every(['quarter'], 'Báo cáo kết quả'),
  ],
  ['Kế hoạch: tháng 01/2022, Báo cáo: tháng 12/2022', month(1, planYear, 'Kế hoạch'), month(12, planYear, 'Báo cáo')],
  ['Kế hoạch: tháng 01/2022 Báo cáo: tháng 12/2022', month(1, planYear, 'Kế hoạch'), month(12, planYear, 'Báo cáo')],
  ['Kế hoạch: quý I/2026; thực hiện: cả năm', quarter(1, 2026, 'Kế hoạch'), year(planYear, 'thực hiện')],
  ['Báo cáo định kỳ 6 tháng, năm', every(['6months', 'year'], 'Báo cáo')],
  ['Thường xuyên; báo cáo 6 tháng, năm', standing(), every(['6months', 'year'], 'báo cáo')],
  ['Thường xuyên; báo cáo trước ngày 20 hằng tháng', standing(), every(['month'], 'báo cáo', { dueDay: 20 })],
  ['Thường xuyên, báo cáo trước ngày 20 hằng tháng', standing(), every(['month'], 'báo cáo', { dueDay: 20 })],
  ['Hằng tháng; hoàn thành trước 31/01/2027', every(['month']), before('31/1/2027', 'hoàn thành')],
  ['Thường xuyên; hồ sơ công nhận: trước 31/12/2026', standing(), before('31/12/2026', 'hồ sơ công nhận')],
  [
    'Chậm nhất ngày 15 tháng 01 năm 2020 (dự toán) và ngày 31 tháng 7 năm 2020 (quyết toán)',
    before('15/1/2020', 'dự toán', latest),
    before('31/7/2020', 'quyết toán', latest),
  ],
  [
    'Quý I: Xây dựng kế hoạch; Quý IV: Báo cáo',
    quarter(1, planYear, 'Xây dựng kế hoạch'),
    quarter(4, planYear, 'Báo cáo'),
  ],
  [
    'Tháng 1 xây dựng kế hoạch, tháng 12 báo cáo',
    month(1, planYear, 'xây dựng kế hoạch'),
    month(12, planYear, 'báo cáo'),
  ],
  ['Kế hoạch tháng 1, báo cáo tháng 12', month(1, planYear, 'Kế hoạch'), month(12, planYear, 'báo cáo')],
  ['Kế hoạch tháng 1 và báo cáo tháng 12', month(1, planYear, 'Kế hoạch'), month(12, planYear, 'báo cáo')],
  ['Tháng 01 (Kế hoạch); tháng 12 (Báo cáo)', month(1, planYear, 'Kế hoạch'), month(12, planYear, 'Báo cáo')],
  ['31/12/2022 (đối với báo cáo năm)', on('31/12/2022', 'báo cáo năm')],
  [
    'Kế hoạch ban hành trước ngày 31/01/2022, báo cáo trước ngày 30/11/2022',
    before('31/1/2022', 'Kế hoạch ban hành'),
    before('30/11/2022', 'báo cáo'),
  ],
  [
    'Quý I: trước 10/3; 6 tháng: trước 10/6; 9 tháng: trước 10/9; năm: trước 30/11',
    before('10/3', 'Quý I'),
    before('10/6', '6 tháng'),
    before('10/9', '9 tháng'),
    before('30/11', 'năm'),
  ],
  [
    'Báo cáo quý I trước ngày 10/3, báo cáo 6 tháng trước ngày 10/6',
    before('10/3', 'Báo cáo quý I'),
    before('10/6', 'báo cáo 6 tháng'),
  ],
  ['Quý I trước 10/3', before('10/3', 'Quý I')],
  ['Sơ kết 6 tháng, tổng kết năm', every(['6months'], 'Sơ kết'), every(['year'], 'tổng kết')],
  [
    'Báo cáo hằng tháng trước ngày 20; báo cáo năm trước 10/12',
    every(['month'], 'Báo cáo', { dueDay: 20 }),
    before('10/12', 'báo cáo năm'),
  ],
  ['Thời gian: quý I', quarter(1)],
  ['Thời hạn hoàn thành: 30/6/2022', on('30/6/2022')],
  [
    'Kế hoạch CCHC 2022 của các cơ quan, đơn vị: Trước 05/01/2022; Báo cáo kết quả thực hiện: định kỳ hằng quý hoặc đột xuất theo quy định',
    before('5/1/2022', 'Kế hoạch CCHC 2022 của các cơ quan, đơn vị'),
    every(['quarter'], 'Báo cáo kết quả thực hiện', { adHoc: true }),
  ],
];

const noTime: readonly Row[] = [
  ['', nothing()],
  ['   \n ', nothing()],
  ['-', nothing()],
  ['…', nothing()],
  ['Không có', nothing('Không có')],
  ['Ít nhất 02 lần', nothing('Ít nhất 02 lần')],
  ['Nghị định 34/2019/NĐ-CP', nothing('Nghị định 34/2019/NĐ-CP')],
  ['Quyết định số 16/2020/QĐ-UBND ngày 01/7/2020', nothing('Quyết định số 16/2020/QĐ-UBND ngày 01/7/2020')],
  ['45/KH', nothing('45/KH')],
  ['Trước 15/12/0022', nothing('Trước 15/12/0022')],
  ['Tháng 12/2202', nothing('Tháng 12/2202')],
  ['Quý I/1989', nothing('Quý I/1989')],
  ['Giai đoạn 2021 - 2502', nothing('Giai đoạn 2021 - 2502')],
  ['15/13', nothing('15/13')],
  ['Kế hoạch năm học', nothing('Kế hoạch năm học')],
  ['Quý I/2022; hoàn thành cơ bản', quarter(1, planYear, '', { note: 'hoàn thành cơ bản' })],
  ['Quý I; đợt một; đợt hai', quarter(1, planYear, '', { note: 'đợt một; đợt hai' })],
  ['Ghi chú: chưa rõ', nothing('Ghi chú: chưa rõ')],
];

const tables: readonly (readonly [string, readonly Row[]])[] = [
  ['days', days],
  ['months', months],
  ['quarters, halves and years', quartersAndYears],
  ['rhythms', rhythms],
  ["others' dates and events", othersDates],
  ['labels', labels],
  ['words without a time', noTime],
];

describe.each(tables)('%s', (_, rows) => {
  test.each(rows.map(([text, ...rules]) => ({ text, rules })))('$text', ({ text, rules }) => {
    expect(parseDueText(text, { year: planYear, outputs: [] })).toEqual(rules);
  });
});

test('no year in words or plan leaves the year open', () => {
  expect(parseDueText('Quý II', { year: null, outputs: [] })).toEqual([{ ...quarter(2), year: null }]);
  expect(parseDueText('Trước tháng 1', { year: null, outputs: [] })).toEqual([{ ...before('31/12/2022'), year: null }]);
  expect(parseDueText('Trước 31/01 năm sau', { year: null, outputs: [] })).toEqual([
    { ...before('31/1/2022'), year: null },
  ]);
});

describe('the due words of real plans', () => {
  interface Due {
    readonly deadlineText: string;
    readonly deadlines: readonly DueRule[];
    readonly outputs: readonly string[];
  }
  const isDue = (value: object): value is Due => 'deadlineText' in value && 'deadlines' in value;
  const dueIn = (value: unknown): Due[] => {
    if (typeof value !== 'object' || value === null) return [];
    return isDue(value) ? [value] : Object.values(value).flatMap(dueIn);
  };
  const plans = [
    ['starter/hoang-tien/truth.json', 34],
    ['src/test/plans/01-xa-dong-van-2023.truth.json', 27],
    ['src/test/plans/03-xa-long-hai-dong-2026.truth.json', 28],
    ['src/test/plans/06-xa-yen-thuy-2020.truth.json', 16],
  ] as const;

  test.each(plans)('%s', (path, count) => {
    const plan: { year: number } = JSON.parse(readFileSync(path, 'utf8'));
    const due = dueIn(plan);
    expect(due).toHaveLength(count);
    for (const { deadlineText, deadlines, outputs } of due) {
      expect({ deadlineText, deadlines: parseDueText(deadlineText, { year: plan.year, outputs }) }).toEqual({
        deadlineText,
        deadlines,
      });
    }
  });
});

describe('whatever the words', () => {
  const pieces = [...days, ...months, ...quartersAndYears, ...rhythms, ...othersDates].map(([text]) => text);
  const anyWords = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(fc.constantFrom(...pieces, ';', ',', '(', ')', ':', 'và'), { maxLength: 6 })
      .map((parts) => parts.join(' ')),
  );

  test('there is an answer, its dates exist, and it is the same again', () => {
    fc.assert(
      fc.property(anyWords, fc.integer({ min: 2000, max: 2100 }), (text, inYear) => {
        const rules = parseDueText(text, { year: inYear, outputs: [] });
        expect(rules.length).toBeGreaterThan(0);
        for (const rule of rules) {
          if (rule.kind !== 'before' && rule.kind !== 'date') continue;
          expect(rule.month).toBeLessThanOrEqual(12);
          expect(rule.day).toBeLessThanOrEqual(new Date(Date.UTC(rule.year ?? 2024, rule.month, 0)).getUTCDate());
        }
        expect(parseDueText(text, { year: inYear, outputs: [] })).toEqual(rules);
      }),
      { numRuns: 500 },
    );
  });

  test('Unicode form, line breaks, bullets and a final stop do not matter', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pieces), (text) => {
        const read = (words: string) => parseDueText(words, { year: planYear, outputs: [] });
        expect(read(text.normalize('NFD'))).toEqual(read(text));
        expect(read(`- ${text}.`)).toEqual(read(text));
        expect(read(`  ${text.replaceAll(' ', '  ')};`)).toEqual(read(text));
      }),
    );
  });

  test('any day of the calendar is read back', () => {
    const forms = [
      (d: number, m: number, y: number) => `Trước ngày ${d}/${m}/${y}`,
      (d: number, m: number, y: number) => `trước ${String(d).padStart(2, '0')}/${String(m).padStart(2, '0')}/${y}`,
      (d: number, m: number, y: number) => `Trước ngày ${d} tháng ${m} năm ${y}`,
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...forms),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 2015, max: 2040 }),
        (write, d, m, y) => {
          expect(parseDueText(write(d, m, y), { year: planYear, outputs: [] })).toEqual([before(`${d}/${m}/${y}`)]);
        },
      ),
    );
  });
});
