import { describe, expect, test } from 'vitest';
import type { SourceDocument } from '../source-document.ts';
import { documentOf } from './cases/document-of.ts';
import { summaryOf } from './cases/summary-of.ts';
import { readPlan } from './read-plan.ts';

const head = 'KẾ HOẠCH\nCải cách hành chính năm 2024\nPHỤ LỤC 1\nNHIỆM VỤ NĂM 2024\n';
const rowsOf = (table: string, format: SourceDocument['format'] = 'docx') =>
  summaryOf(readPlan(documentOf(head + table, format))).filter((line) => line.startsWith('  '));

/** A table, and the rows read: content ⇒ outputs | lead | coordinators | time. */
test.each([
  [
    'columns in another order',
    '|Thời hạn|Chủ trì|STT|Sản phẩm|Công việc|Phối hợp|\n|Quý I|Phòng A|1|Kế hoạch|Rà soát|Phòng B|',
    ['  1. Rà soát ⇒ Kế hoạch | Phòng A | Phòng B | Quý I'],
  ],
  [
    'a lead merged over rows holds for each',
    '|STT|Công việc|Chủ trì|Thời hạn|\n|1|Rà soát|Phòng A|Quý I|\n|2|Công khai|^|Quý II|',
    ['  1. Rà soát ⇒ - | Phòng A | - | Quý I', '  2. Công khai ⇒ - | Phòng A | - | Quý II'],
  ],
  [
    'numbers repeat and skip',
    '|STT|Công việc|Chủ trì|Thời hạn|\n|1|Rà soát|Phòng A|Quý I|\n|1|Công khai|Phòng B|Quý II|\n|4|Số hóa|Phòng C||',
    [
      '  1. Rà soát ⇒ - | Phòng A | - | Quý I',
      '  1. Công khai ⇒ - | Phòng B | - | Quý II',
      '  4. Số hóa ⇒ - | Phòng C | - | -',
    ],
  ],
  [
    'no number column',
    '|Công việc|Chủ trì|Thời hạn|\n|Rà soát|Phòng A|Quý I|\n|Công khai|Phòng B|Quý II|',
    ['  1. Rà soát ⇒ - | Phòng A | - | Quý I', '  2. Công khai ⇒ - | Phòng B | - | Quý II'],
  ],
  [
    'a row that goes on without number',
    '|STT|Công việc|Chủ trì|Thời hạn|\n|1|Rà soát văn bản,|Phòng A|Quý I|\n||văn bản cũ|Phòng B||\n|||Phòng C|và quý II|',
    ['  1. Rà soát văn bản, văn bản cũ ⇒ - | Phòng A + Phòng B + Phòng C | - | Quý I và quý II'],
  ],
  [
    'headings said again',
    '|STT|Công việc|Chủ trì|Thời hạn|\n|1|Rà soát|Phòng A|Quý I|\n|STT|Công việc|Chủ trì|Thời hạn|\n|2|Công khai|Phòng B|Quý II|',
    ['  1. Rà soát ⇒ - | Phòng A | - | Quý I', '  2. Công khai ⇒ - | Phòng B | - | Quý II'],
  ],
  [
    'group rows merged, lettered, or with their number inside',
    '|STT|Công việc|Chủ trì|Thời hạn|\n|A|Thể chế|<|<|\n|1|Rà soát|Phòng A|Quý I|\n|II. TÀI CHÍNH CÔNG|<|<|<|\n|1|Công khai|Phòng B|Quý II|\n|C|Bộ máy|||\n|1|Sắp xếp|Phòng C||',
    [
      '  A Thể chế / 1. Rà soát ⇒ - | Phòng A | - | Quý I',
      '  II Tài chính công / 1. Công khai ⇒ - | Phòng B | - | Quý II',
      '  C Bộ máy / 1. Sắp xếp ⇒ - | Phòng C | - | -',
    ],
  ],
  [
    'a task that says nothing else is no group',
    '|STT|Công việc|Chủ trì|Thời hạn|\n|1|Rà soát|||\n|2|Công khai|Phòng B|Quý II|',
    ['  1. Rà soát ⇒ - | - | - | -', '  2. Công khai ⇒ - | Phòng B | - | Quý II'],
  ],
  [
    'an output on each row of one task, with its time',
    '|STT|Công việc|Sản phẩm|Thời hạn|\n|1|Rà soát|Kế hoạch|Quý I|\n|^|^|Báo cáo|Quý IV|',
    ['  1. Rà soát ⇒ Kế hoạch + Báo cáo | - | - | Kế hoạch: Quý I; Báo cáo: Quý IV'],
  ],
  [
    'outputs on each row, one time for all',
    '|STT|Công việc|Sản phẩm|Thời hạn|\n|1|Rà soát|Kế hoạch|Quý I|\n|^|^|Báo cáo|^|',
    ['  1. Rà soát ⇒ Kế hoạch + Báo cáo | - | - | Quý I'],
  ],
  [
    'a numbering row',
    '|STT|Công việc|Chủ trì|Thời hạn|\n|(1)|(2)|(3)|(4)|\n|1|Rà soát|Phòng A|Quý I|',
    ['  1. Rà soát ⇒ - | Phòng A | - | Quý I'],
  ],
  [
    'two rows of headings without merged cells',
    '|STT|Công việc|Phân công|<|Thời hạn|\n|||Chủ trì|Phối hợp||\n|1|Rà soát|Phòng A|Phòng B|Quý I|',
    ['  1. Rà soát ⇒ - | Phòng A | Phòng B | Quý I'],
  ],
  [
    'product and time in one column',
    '|STT|Công việc|Chủ trì|Sản phẩm, thời gian|\n|1|Rà soát|Phòng A|Kế hoạch (tháng 01/2024) // Báo cáo: quý IV|\n|2|Công khai|Phòng B|Thường xuyên|\n|3|Số hóa|Phòng C|Kho dữ liệu|',
    [
      '  1. Rà soát ⇒ Kế hoạch + Báo cáo | Phòng A | - | Kế hoạch: tháng 01/2024; Báo cáo: quý IV',
      '  2. Công khai ⇒ - | Phòng B | - | Thường xuyên',
      '  3. Số hóa ⇒ Kho dữ liệu | Phòng C | - | -',
    ],
  ],
  [
    'lead and coordinators in one column',
    '|STT|Công việc|Chủ trì, phối hợp|Thời hạn|\n|1|Rà soát|Chủ trì: Phòng A // Phối hợp: Phòng B, Phòng C|Quý I|',
    ['  1. Rà soát ⇒ - | Phòng A | Phòng B + Phòng C | Quý I'],
  ],
  [
    'a title row above the headings',
    '|DANH MỤC NHIỆM VỤ|<|<|<|\n|STT|Công việc|Chủ trì|Thời hạn|\n|1|Rà soát|Phòng A|Quý I|',
    ['  1. Rà soát ⇒ - | Phòng A | - | Quý I'],
  ],
  [
    'no headings at all',
    '|1|Rà soát văn bản do UBND xã ban hành|Phòng A|Quý I|\n|2|Công khai thủ tục hành chính|Phòng B|Thường xuyên|',
    [
      '  1. Rà soát văn bản do UBND xã ban hành ⇒ - | Phòng A | - | Quý I',
      '  2. Công khai thủ tục hành chính ⇒ - | Phòng B | - | Thường xuyên',
    ],
  ],
  [
    'a further part by who signs',
    '|STT|Công việc|Chủ trì|Lãnh đạo chỉ đạo|Thời hạn|\n|1.1|Rà soát|Phòng A|Phó Chủ tịch|Quý I|',
    ['  1.1. Rà soát ⇒ - | Phòng A | - | Quý I; Lãnh đạo chỉ đạo: Phó Chủ tịch'],
  ],
])('%s', (_, table, rows) => {
  expect(rowsOf(table)).toEqual(rows);
});

test('keeps figures and further columns with their titles, not empty cells', () => {
  const table =
    '|STT|Chỉ tiêu|Nội dung|Chủ trì|Kế hoạch năm||\n|1|Đúng hạn|Rà soát|Phòng A|98%|x|\n|2||Công khai|Phòng B|||\n|3||||||';
  const { appendices, targets } = readPlan(documentOf(head + table));
  expect(appendices.flatMap(({ tasks }) => tasks.map(({ no, otherCells }) => [no, otherCells]))).toEqual([]);
  expect(targets.map(({ measure, valuePercent }) => [measure, valuePercent])).toEqual([['Đúng hạn', 98]]);
});

test('leaves out a row that says nothing', () => {
  expect(rowsOf('|STT|Công việc|Chủ trì|Ghi chú|\n|1|Rà soát|Phòng A||\n|2||||')).toEqual([
    '  1. Rà soát ⇒ - | Phòng A | - | -',
  ]);
});

test('keeps no part whose cell is empty', () => {
  const table = '|STT|Công việc|Chủ trì|Lãnh đạo chỉ đạo|\n|1|Rà soát|Phòng A||';
  expect(readPlan(documentOf(head + table)).appendices[0]?.tasks[0]).not.toHaveProperty('otherRoles');
});

describe('tables of one appendix', () => {
  test('go on after one another, a first row without number in the row before it', () => {
    const table =
      '|STT|Công việc|Chủ trì|Thời hạn|\n|1|Rà soát|Phòng A|Quý I|\n\n||văn bản|Phòng B||\n|2|Công khai|Phòng C|Quý II|';
    expect(rowsOf(table)).toEqual([
      '  1. Rà soát văn bản ⇒ - | Phòng A + Phòng B | - | Quý I',
      '  2. Công khai ⇒ - | Phòng C | - | Quý II',
    ]);
  });

  test('take the heading between them for a group', () => {
    const table =
      'I. THỂ CHẾ\n|STT|Công việc|Chủ trì|Thời hạn|\n|1|Rà soát|Phòng A|Quý I|\nII. BỘ MÁY\n|STT|Công việc|Chủ trì|Thời hạn|\n|1|Sắp xếp|Phòng B|Quý II|';
    expect(rowsOf(table).at(-1)).toBe('  II Bộ máy / 1. Sắp xếp ⇒ - | Phòng B | - | Quý II');
  });

  test('with other columns stand beside one another', () => {
    const table =
      '|STT|Công việc|Chủ trì|Thời hạn|\n|1|Rà soát|Phòng A|Quý I|\n\n|STT|Giải pháp|Trách nhiệm|\n|1|Nhắc việc|Phòng B|';
    const { appendices } = readPlan(documentOf(head + table));
    expect(appendices.map((appendix) => [appendix.number, appendix.columns.length, appendix.taskCount])).toEqual([
      ['1', 4, 1],
      ['1', 3, 1],
    ]);
  });
});

test('gives each field of a row its lines', () => {
  const document = documentOf(
    `${head}|STT|Công việc|Sản phẩm|Ghi chú|\n|A|Thể chế|<|<|\n|1|Rà soát // văn bản|- Kế hoạch // - Báo cáo|Mới|`,
  );
  const { places, appendices, unread } = readPlan(document);
  const textsAt = (pointer: string) => places[pointer]?.map((id) => document.lines[id]?.text);
  expect(textsAt('/appendices/0/title')).toEqual(['NHIỆM VỤ NĂM 2024']);
  expect(textsAt('/appendices/0/groups/0/no')).toEqual(['A']);
  expect(textsAt('/appendices/0/groups/0/field')).toEqual(['Thể chế']);
  expect(textsAt('/appendices/0/tasks/0/no')).toEqual(['1']);
  expect(textsAt('/appendices/0/tasks/0/content')).toEqual(['Rà soát', 'văn bản']);
  expect(textsAt('/appendices/0/tasks/0/outputs/1')).toEqual(['- Báo cáo']);
  expect(textsAt('/appendices/0/tasks/0/otherCells/0')).toEqual(['Mới']);
  expect(appendices[0]?.tasks[0]?.otherCells).toEqual({ 'Ghi chú': 'Mới' });
  expect(appendices[0]?.groups).toEqual([{ no: 'A', field: 'Thể chế', taskNos: [1] }]);
  expect(unread).toEqual([]);
});

test.each([
  ['Các nhiệm vụ trọng tâm về Cải cách thể chế năm 2022', 'Cải cách thể chế'],
  ['NHIỆM VỤ CẢI CÁCH THỦ TỤC HÀNH CHÍNH NĂM 2023', 'Cải cách thủ tục hành chính'],
  ['Công tác chỉ đạo, điều hành', 'Công tác chỉ đạo, điều hành'],
  ['NHIỆM VỤ NĂM 2024', 'Nhiệm vụ năm 2024'],
])('the field of %s is %s', (title, field) => {
  const document = documentOf(
    `KẾ HOẠCH\nCải cách năm 2024\nPHỤ LỤC I\n${title}\n|STT|Công việc|Chủ trì|\n|1|Rà soát|Phòng A|`,
  );
  expect(readPlan(document).appendices[0]?.field).toBe(field);
});

test('finds a table of the text without an appendix, under its heading', () => {
  const document = documentOf(
    'KẾ HOẠCH\nCải cách năm 2024\nI. NHIỆM VỤ\n|STT|Công việc|Chủ trì|\n|1|Rà soát|Phòng A|\nII. KINH PHÍ\nNgân sách xã.',
  );
  const { appendices, funding, unread } = readPlan(document);
  expect(appendices[0]).toMatchObject({ number: '', title: 'Nhiệm vụ', taskCount: 1 });
  expect([funding, unread]).toEqual(['Ngân sách xã.', []]);
});

describe('tables whose columns tabs, bars or spaces keep apart', () => {
  test.each([
    ['tabs', 'STT\tCông việc\tChủ trì\tThời hạn\n1\tRà soát\tPhòng A\tQuý I\n2\tCông khai\tPhòng B\tQuý II'],
    [
      'bars',
      ' STT | Công việc | Chủ trì | Thời hạn \n-----|-----|-----|----\n 1 | Rà soát | Phòng A | Quý I \n 2 | Công khai | Phòng B | Quý II ',
    ],
    [
      'spaces',
      'STT  Công việc   Chủ trì   Thời hạn\n1    Rà soát     Phòng A   Quý I\n2    Công khai   Phòng B   Quý II',
    ],
    [
      'lines of a cell below one another',
      'STT  Công việc   Chủ trì   Thời hạn\n1    Rà          Phòng     Quý I\n     soát        A\n2    Công khai   Phòng B   Quý II',
    ],
    [
      'numbers in the middle of rows between blank lines',
      'STT  Công việc   Chủ trì   Thời hạn\n\n     Rà          Phòng\n1                          Quý I\n     soát        A\n\n2    Công khai   Phòng B   Quý II',
    ],
  ])('%s', (_, table) => {
    const text = `KẾ HOẠCH\nCải cách năm 2024\nI. NHIỆM VỤ\n${table}\nII. KINH PHÍ\nNgân sách xã.`;
    const reading = readPlan(documentOf(text, 'txt'));
    expect(summaryOf(reading).filter((line) => line.startsWith('  '))).toEqual([
      '  1. Rà soát ⇒ - | Phòng A | - | Quý I',
      '  2. Công khai ⇒ - | Phòng B | - | Quý II',
    ]);
    expect([reading.funding, reading.unread]).toEqual(['Ngân sách xã.', []]);
  });
});
