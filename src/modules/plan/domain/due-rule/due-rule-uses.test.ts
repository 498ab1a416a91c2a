import { describe, expect, test } from 'vitest';
import type { DueRule, Frequency } from '../due-rule.ts';
import { describeDueRule } from './describe-due-rule.ts';
import { outputOf } from './output-of.ts';
import { parseDueText } from './parse-due-text.ts';
import { reportsInYear } from './reports-in-year.ts';
import { spanOf } from './span-of.ts';

const read = (text: string): DueRule => {
  const [rule] = parseDueText(text, { year: 2022, outputs: [] });
  if (!rule) throw new Error('no rule');
  return rule;
};

/** Words of a document, the words shown for them, and the days of their bar. */
const rows: readonly (readonly [text: string, words: string, from: string | undefined, to: string | undefined])[] = [
  ['Trước 5/1', 'Trước ngày 05/01/2022', undefined, '2022-01-05'],
  ['Chậm nhất 15/12', 'Chậm nhất ngày 15/12/2022', undefined, '2022-12-15'],
  ['Trước 31/02', 'Trước ngày 31/02/2022', undefined, '2022-02-28'],
  ['31/01/2023', 'Ngày 31/01/2023', '2023-01-31', '2023-01-31'],
  ['Từ ngày 15/02', 'Từ ngày 15/02/2022', '2022-02-15', undefined],
  ['15/11 - 20/12/2022', 'Từ 15/11/2022 đến 20/12/2022', '2022-11-15', '2022-12-20'],
  ['Từ 15/12/2022 đến 15/01/2023', 'Từ 15/12/2022 đến 15/01/2023', '2022-12-15', '2023-01-15'],
  ['tháng 2', 'Tháng 02/2022', '2022-02-01', '2022-02-28'],
  ['Chậm nhất tháng 12', 'Chậm nhất tháng 12/2022', undefined, '2022-12-31'],
  ['Từ tháng 02', 'Từ tháng 02/2022', '2022-02-01', undefined],
  ['Đầu tháng 6', 'Đầu tháng 06/2022', '2022-06-01', '2022-06-10'],
  ['Giữa tháng 6', 'Giữa tháng 06/2022', '2022-06-11', '2022-06-20'],
  ['Cuối tháng 2', 'Cuối tháng 02/2022', '2022-02-21', '2022-02-28'],
  ['tuần thứ 2 tháng 6', 'Tuần thứ 2 tháng 06/2022', '2022-06-08', '2022-06-14'],
  ['tuần thứ 3 tháng 6', 'Tuần thứ 3 tháng 06/2022', '2022-06-15', '2022-06-21'],
  ['tuần thứ 4 tháng 6', 'Tuần thứ 4 tháng 06/2022', '2022-06-22', '2022-06-28'],
  ['tuần đầu tháng 6', 'Tuần đầu tháng 06/2022', '2022-06-01', '2022-06-07'],
  ['tuần cuối tháng 2', 'Tuần cuối tháng 02/2022', '2022-02-22', '2022-02-28'],
  ['từ tháng 3 đến tháng 5', 'Từ tháng 03/2022 đến tháng 05/2022', '2022-03-01', '2022-05-31'],
  ['Từ tháng 11/2022 đến tháng 02/2023', 'Từ tháng 11/2022 đến tháng 02/2023', '2022-11-01', '2023-02-28'],
  ['Quý III', 'Quý III/2022', '2022-07-01', '2022-09-30'],
  ['Hết quý III', 'Chậm nhất quý III/2022', undefined, '2022-09-30'],
  ['Từ quý II', 'Từ quý II/2022', '2022-04-01', undefined],
  ['Đầu quý II', 'Đầu quý II/2022', '2022-04-01', '2022-04-30'],
  ['Giữa quý II', 'Giữa quý II/2022', '2022-05-01', '2022-05-31'],
  ['Cuối quý II', 'Cuối quý II/2022', '2022-06-01', '2022-06-30'],
  ['Quý I - III', 'Từ quý I/2022 đến quý III/2022', '2022-01-01', '2022-09-30'],
  ['Quý IV/2022 - Quý I/2023', 'Từ quý IV/2022 đến quý I/2023', '2022-10-01', '2023-03-31'],
  ['6 tháng đầu năm', '6 tháng đầu năm 2022', '2022-01-01', '2022-06-30'],
  ['6 tháng cuối năm', '6 tháng cuối năm 2022', '2022-07-01', '2022-12-31'],
  ['Trong năm', 'Trong năm 2022', '2022-01-01', '2022-12-31'],
  ['Hết năm', 'Chậm nhất năm 2022', undefined, '2022-12-31'],
  ['Từ năm 2023', 'Từ năm 2023', '2023-01-01', undefined],
  ['Đầu năm', 'Đầu năm 2022', '2022-01-01', '2022-03-31'],
  ['Giữa năm', 'Giữa năm 2022', '2022-04-01', '2022-09-30'],
  ['Cuối năm', 'Cuối năm 2022', '2022-10-01', '2022-12-31'],
  ['Giai đoạn 2021 - 2025', 'Giai đoạn 2021 - 2025', '2021-01-01', '2025-12-31'],
  ['Hằng quý', 'Định kỳ hằng quý', '2022-01-01', '2022-12-31'],
  ['Hằng tuần', 'Định kỳ hằng tuần', '2022-01-01', '2022-12-31'],
  ['tháng, quý, 6 tháng, 9 tháng, năm', 'Định kỳ hằng tháng, quý, 6 tháng, 9 tháng, năm', '2022-01-01', '2022-12-31'],
  ['Định kỳ', 'Định kỳ (chưa nêu kỳ)', '2022-01-01', '2022-12-31'],
  ['Hằng quý hoặc đột xuất', 'Định kỳ hằng quý hoặc đột xuất', '2022-01-01', '2022-12-31'],
  ['Trước ngày 5 hằng tháng', 'Định kỳ hằng tháng, trước ngày 05', '2022-01-01', '2022-12-31'],
  ['Trước ngày 05 tháng cuối quý', 'Định kỳ hằng quý, trước ngày 05 tháng cuối kỳ', '2022-01-01', '2022-12-31'],
  ['Tháng cuối quý', 'Định kỳ hằng quý, trong tháng cuối kỳ', '2022-01-01', '2022-12-31'],
  ['Hằng tháng, trước ngày 05 tháng sau', 'Định kỳ hằng tháng, trước ngày 05 tháng sau', '2022-01-01', '2022-12-31'],
  ['Ngày cuối cùng của tháng', 'Định kỳ hằng tháng, ngày cuối', '2022-01-01', '2022-12-31'],
  ['theo kế hoạch và định kỳ hằng quý', 'Theo kế hoạch và định kỳ hằng quý', '2022-01-01', '2022-12-31'],
  ['Thường xuyên', 'Thường xuyên trong năm 2022', '2022-01-01', '2022-12-31'],
  ['Theo hướng dẫn của Sở Nội vụ', 'Theo thời gian của Sở Nội vụ', undefined, undefined],
  ['Theo quy định', 'Theo quy định', undefined, undefined],
  ['Theo Kế hoạch', 'Theo kế hoạch', undefined, undefined],
  [
    'Theo hướng dẫn của Văn phòng điều phối chương trình',
    'Theo thời gian của Văn phòng điều phối chương trình',
    undefined,
    undefined,
  ],
  ['Khi có việc đột xuất', 'Khi có việc đột xuất', undefined, undefined],
  ['Báo cáo: đột xuất theo yêu cầu', 'Báo cáo: đột xuất theo yêu cầu', undefined, undefined],
  ['Từ cuối năm', 'Từ cuối năm 2022', '2022-10-01', undefined],
  ['Khi có yêu cầu', 'Khi có yêu cầu', undefined, undefined],
  ['Đột xuất khi UBND tỉnh yêu cầu', 'Đột xuất khi UBND tỉnh yêu cầu', undefined, undefined],
  [
    'Trong 3 ngày làm việc kể từ khi nhận đủ hồ sơ',
    'Trong 03 ngày làm việc kể từ khi nhận đủ hồ sơ',
    undefined,
    undefined,
  ],
  ['Trong vòng 10 ngày kể từ ngày ban hành', 'Trong 10 ngày kể từ khi ban hành', undefined, undefined],
  ['', 'Chưa nêu thời hạn', undefined, undefined],
  ['Không có', 'Chưa nêu thời hạn (Không có)', undefined, undefined],
  ['Báo cáo: hằng quý', 'Báo cáo: định kỳ hằng quý', '2022-01-01', '2022-12-31'],
  ['báo cáo: Quý I', 'Báo cáo: quý I/2022', '2022-01-01', '2022-03-31'],
];

describe('shown and drawn', () => {
  test.each(rows.map(([text, words, from, to]) => ({ text, words, from, to })))(
    '$text',
    ({ text, words, from, to }) => {
      const rule = read(text);
      expect(describeDueRule(rule)).toBe(words);
      expect(spanOf(rule, 2022)).toEqual({ ...(from && { from }), ...(to && { to }) });
    },
  );

  test('a rule without a year is drawn in the year of the plan and shown without one', () => {
    const open = (text: string) => parseDueText(text, { year: null, outputs: [] })[0] ?? read('');
    const shown = ['Quý I', 'Tháng 2', 'Trước 5/3', '5/3', 'Thường xuyên', 'Trong năm', '6 tháng đầu năm', 'Cuối năm'];
    expect(shown.map((text) => describeDueRule(open(text)))).toEqual([
      'Quý I',
      'Tháng 02',
      'Trước ngày 05/03',
      'Ngày 05/03',
      'Thường xuyên trong năm',
      'Trong năm',
      '6 tháng đầu năm',
      'Cuối năm',
    ]);
    expect(spanOf(open('Quý I'), 2024)).toEqual({ from: '2024-01-01', to: '2024-03-31' });
    expect(spanOf(open('Tháng 2'), 2024)).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(spanOf(open('Trước 29/2'), 2023)).toEqual({ to: '2023-02-28' });
    expect(spanOf(open('29/2'), 2023)).toEqual({ from: '2023-02-28', to: '2023-02-28' });
    expect(spanOf(open('Trong năm'), 2024)).toEqual({ from: '2024-01-01', to: '2024-12-31' });
    expect(spanOf(open('6 tháng cuối năm'), 2024)).toEqual({ from: '2024-07-01', to: '2024-12-31' });
    expect(spanOf(open('Thường xuyên'), 2024)).toEqual({ from: '2024-01-01', to: '2024-12-31' });
  });

  test('an end before its beginning is impossible for all words', () => {
    for (const [text] of rows) {
      const { from, to } = spanOf(read(text), 2022);
      if (from && to) expect(from <= to, text).toBe(true);
    }
  });
});

describe('reports of a year', () => {
  const cases: readonly (readonly [readonly Frequency[], readonly string[]])[] = [
    [
      ['quarter', '6months', '9months', 'year'],
      ['quarter 1', '6months 1', '9months 1', 'year 1'],
    ],
    [
      ['year', '9months', '6months', 'quarter'],
      ['quarter 1', '6months 1', '9months 1', 'year 1'],
    ],
    [
      ['quarter', '6months', 'year'],
      ['quarter 1', '6months 1', 'quarter 3', 'year 1'],
    ],
    [
      ['quarter', 'year'],
      ['quarter 1', 'quarter 2', 'quarter 3', 'year 1'],
    ],
    [['quarter'], ['quarter 1', 'quarter 2', 'quarter 3', 'quarter 4']],
    [
      ['6months', 'year'],
      ['6months 1', 'year 1'],
    ],
    [['6months'], ['6months 1', '6months 2']],
    [['9months'], ['9months 1']],
    [['year'], ['year 1']],
    [[], []],
    [
      ['month', 'quarter', '6months', 'year'],
      [
        'month 1',
        'month 2',
        'quarter 1',
        'month 4',
        'month 5',
        '6months 1',
        'month 7',
        'month 8',
        'quarter 3',
        'month 10',
        'month 11',
        'year 1',
      ],
    ],
  ];
  test.each(cases)('%j', (frequencies, reports) => {
    expect(reportsInYear(frequencies).map(({ frequency, number }) => `${frequency} ${number}`)).toEqual(reports);
  });

  test('end months', () => {
    expect(reportsInYear(['quarter', '6months', '9months', 'year']).map((one) => one.endMonth)).toEqual([3, 6, 9, 12]);
    expect(reportsInYear(['month']).map((one) => one.endMonth)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  test('weekly reports stand beside the others', () => {
    const reports = reportsInYear(['week', 'year']);
    const weeks = reports.filter((one) => one.frequency === 'week');
    expect(reports).toHaveLength(53);
    expect(weeks.map((one) => one.number)).toEqual(Array.from({ length: 52 }, (_, index) => index + 1));
    expect(weeks[0]?.endMonth).toBe(1);
    expect(weeks.at(-1)?.endMonth).toBe(12);
    expect(reports.at(-1)?.frequency).toBe('year');
  });
});

describe('the output a label names', () => {
  const planAndReport = ['Kế hoạch kiểm tra, rà soát văn bản', 'Báo cáo kết quả thực hiện'];
  const named: readonly (readonly [label: string, outputs: readonly string[], expected: number | undefined])[] = [
    ['', planAndReport, undefined],
    ['Xây dựng kế hoạch', planAndReport, 0],
    ['Kế hoạch', planAndReport, 0],
    ['Báo cáo', planAndReport, 1],
    ['báo cáo', planAndReport, 1],
    ['Báo cáo kết quả thực hiện', planAndReport, 1],
    ['Tổ chức thực hiện', planAndReport, undefined],
    ['Thực hiện', planAndReport, undefined],
    ['hoàn thành', ['Báo cáo giải ngân'], undefined],
    ['Báo cáo kết quả khảo sát', ['Báo cáo kết quả thực hiện'], 0],
    ['Kiện toàn tổ', ['Tổ hỗ trợ được kiện toàn', 'Báo cáo số liệu hằng tháng'], 0],
    ['Báo cáo số liệu', ['Tổ hỗ trợ được kiện toàn', 'Báo cáo số liệu hằng tháng'], 1],
    ['Phương án', ['Kế hoạch', 'Phương án đơn giản hóa'], 1],
    ['Thông báo kết luận kiểm tra', ['Kế hoạch kiểm tra', 'Thông báo kết luận kiểm tra'], 1],
    ['hồ sơ công nhận', ['Hội nghị', 'Hồ sơ công nhận'], 1],
    ['Báo cáo quý', ['Báo cáo năm', 'Báo cáo quý'], 1],
    ['Báo cáo', ['Báo cáo tự chấm điểm', 'Báo cáo'], 1],
    ['Quý I', ['Báo cáo quý, 6 tháng, 9 tháng, năm'], 0],
    ['dự toán', ['Quyết định công khai'], 0],
    ['báo cáo', ['Số liệu cấp tài khoản'], undefined],
    ['Nghị quyết', ['Quyết định phê duyệt', 'Tờ trình'], undefined],
    ['tuyên truyền', ['Kế hoạch', 'Báo cáo'], undefined],
    ['', ['Báo cáo'], undefined],
    ['Thực hiện báo cáo', planAndReport, 1],
    ['báo cáo số liệu', ['Tờ trình', 'Số liệu cấp tài khoản'], 1],
    ['kết quả năm', ['Tờ trình', 'Báo cáo kết quả'], 1],
    ['kiện toàn tổ', ['Số liệu', 'Tờ trình'], undefined],
    ['bàn giao tài khoản', ['Số liệu tài sản', 'Tờ trình'], undefined],
    ['Kế hoạch', [], undefined],
  ];
  test.each(named)('%s in %j', (label, outputs, expected) => {
    expect(outputOf({ ...read('Quý I'), appliesTo: label }, outputs)).toBe(expected);
  });
});
