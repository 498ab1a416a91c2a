import { expect, test } from 'vitest';
import type { PlainDate } from '#kernel/plain-date.ts';
import { weekOnly } from './calendar-entry.ts';
import { readNotice } from './read-notice.ts';
import { splitTable } from './split-table.ts';

const hours = [{ from: '07:00', to: '17:00' }];
const week = weekOnly([
  { effectiveFrom: '2000-01-01' as PlainDate, week: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours } },
]);
const read = (text: string) => readNotice(splitTable(text), { year: 2027, citation: 'Thông báo 1/TB-BNV', week });

test('a pasted notice with headings, stretches and own citations', () => {
  const { days, faults } = read(
    [
      'Từ ngày\tĐến ngày\tLoại\tTên ngày nghỉ\tCăn cứ',
      '05/02/2027\t11/02/2027\tNghỉ Tết\tTết Nguyên đán',
      '2027-02-12\t\tNghỉ bù\tNghỉ bù Tết Nguyên đán',
      '23/11/2027\t\tNghỉ hoán đổi\tNghỉ hoán đổi\tCông văn 9/VPCP',
      '20/11/2027\t\tLàm bù\tLàm bù ngày 23/11\tCông văn 9/VPCP',
      '',
    ].join('\r\n'),
  );
  expect(faults).toEqual([]);
  expect(days.map(({ day, kind }) => `${day} ${kind}`)).toEqual([
    '2027-02-05 holiday',
    '2027-02-08 holiday',
    '2027-02-09 holiday',
    '2027-02-10 holiday',
    '2027-02-11 holiday',
    '2027-02-12 compensatory',
    '2027-11-20 worked',
    '2027-11-23 swapped',
  ]);
  expect(days[0]).toEqual({
    day: '2027-02-05',
    kind: 'holiday',
    name: 'Tết Nguyên đán',
    citation: 'Thông báo 1/TB-BNV',
  });
  expect(days.at(-1)?.citation).toBe('Công văn 9/VPCP');
});

test.each([
  ['05/02/2027 - 08/02/2027; Lễ; Tết', ['2027-02-05', '2027-02-08']],
  ['từ ngày 05/02/2027 đến hết ngày 08/02/2027; le, tet; Tết', ['2027-02-05', '2027-02-08']],
  ['5/2/2027 – 8/2/2027; TẾT; Tết', ['2027-02-05', '2027-02-08']],
  ['20/11/2027 - 23/11/2027; Làm việc bù; Làm bù', ['2027-11-20', '2027-11-21']],
  ['06/02/2027; Nghỉ lễ; Mùng Một', ['2027-02-06']],
])('%s without headings', (line, expected) => {
  const { days, faults } = read(line);
  expect(faults).toEqual([]);
  expect(days.map((one) => one.day)).toEqual(expected);
});

test.each([
  ['; Nghỉ lễ; Tết', 'notice-day-missing', ''],
  ['31/02/2027; Nghỉ lễ; Tết', 'notice-day-unread', '31/02/2027'],
  ['05/02/2027 - mai; Nghỉ lễ; Tết', 'notice-day-unread', '05/02/2027 - mai'],
  ['31/12/2026; Nghỉ lễ; Tết', 'notice-other-year', '31/12/2026'],
  ['31/12/2027 - 02/01/2028; Nghỉ lễ; Tết', 'notice-other-year', '02/01/2028'],
  ['08/02/2027 - 05/02/2027; Nghỉ lễ; Tết', 'notice-stretch', '08/02/2027 - 05/02/2027'],
  ['01/02/2027 - 04/03/2027; Nghỉ lễ; Tết', 'notice-stretch', '01/02/2027 - 04/03/2027'],
  ['05/02/2027; ; Tết', 'notice-kind-missing', ''],
  ['05/02/2027; Nghỉ phép; Tết', 'notice-kind-unknown', 'Nghỉ phép'],
  ['05/02/2027; Nghỉ lễ; T', 'notice-name', 'T'],
  ['05/02/2027; Nghỉ lễ; Tết; x', 'notice-citation', 'x'],
  ['06/02/2027; Nghỉ bù; Tết', 'calendar-off-anyway', '06/02/2027'],
  ['05/02/2027; Làm bù; Tết', 'calendar-worked-anyway', '05/02/2027'],
])('%s is refused with its row', (line, code, value) => {
  const { days, faults } = read(`Ngày; Loại; Tên; Căn cứ\n16/04/2027; Nghỉ lễ; Giỗ Tổ\n${line}`);
  expect(days.map((one) => one.day)).toEqual(['2027-04-16']);
  expect(faults).toEqual([{ row: 3, code, value }]);
});

test('a day written twice is told once, and the first one stays', () => {
  const { days, faults } = read('16/04/2027; Nghỉ lễ; Giỗ Tổ\n\n16/04/2027; Nghỉ lễ; Lần hai');
  expect(days.map((one) => one.name)).toEqual(['Giỗ Tổ']);
  expect(faults).toEqual([{ row: 3, value: '16/04/2027', code: 'notice-day-twice' }]);
});

test.each([
  [
    'a\tb\nc\td\n\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a;b,c', [['a', 'b,c']]],
  ['"a ""x"", b",c', [['a "x", b', 'c']]],
  ['"a\nb";c', [['a\nb', 'c']]],
  ['\uFEFFa;b\r\nc', [['a', 'b'], ['c']]],
  ['một mình', [['một mình']]],
  ['', []],
])('cells of %j', (text, rows) => expect(splitTable(text)).toEqual(rows));
