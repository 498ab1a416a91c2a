import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentOf } from '../cases/document-of.ts';
import { summaryOf } from '../cases/summary-of.ts';
import { type Tearing, type TornColumn, tear } from '../cases/tear.ts';
import type { TruthReading } from '../compare-reading.ts';
import type { ReadTask } from '../plan-reading.ts';
import { readPlan } from '../read-plan.ts';
import type { ReadingLine } from '../reading-line.ts';
import { findTornHeading } from './torn-heading.ts';

function linesOf(...texts: string[]): ReadingLine[] {
  return texts.map((text, id) => ({
    id,
    text,
    raw: text,
    page: undefined,
    gap: 0,
    box: undefined,
    marker: undefined,
    level: 0,
  }));
}

/** Headings that extraction broke, their columns, and how many lines they take. */
test.each([
  [
    [
      'TT Nội dung thực hiện Sản phẩm/Kết quả Cơ quan chủ trì',
      'Cơ quan phối',
      'hợp',
      'Thời gian',
      'hoàn thành',
      '1.',
      'Củng cố',
    ],
    'TT | Nội dung thực hiện | Sản phẩm/Kết quả | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành',
    5,
  ],
  [
    ['TT Nhiệm vụ cụ thể Sản phẩm Cơ quan thực hiện Thời gian thực hiện', '1'],
    'TT | Nhiệm vụ cụ thể | Sản phẩm | Cơ quan thực hiện | Thời gian thực hiện',
    1,
  ],
  [
    ['STT', 'Nội dung', 'công việc', 'Phân công thực hiện', 'Thời gian', 'hoàn thành', 'Chủ trì', 'Phối hợp', '1'],
    'STT | Nội dung công việc | Chủ trì | Phối hợp | Thời gian hoàn thành',
    8,
  ],
  [
    ['Số TT', 'Tên công việc Đơn vị chủ trì Tiến độ Kết quả cần đạt Ghi chú'],
    'Số TT | Tên công việc | Đơn vị chủ trì | Tiến độ | Kết quả cần đạt | Ghi chú',
    2,
  ],
  [['Nội dung Người thực hiện Thời hạn'], 'Nội dung | Người thực hiện | Thời hạn', 1],
])('%j', (lines, columns, lineCount) => {
  const heading = findTornHeading(linesOf(...lines), 0);
  expect(heading?.columns.map(({ title }) => title).join(' | ')).toBe(columns);
  expect(heading?.lineCount).toBe(lineCount);
});

test.each([
  ['Nội dung thực hiện'],
  ['Nội dung chủ trì và phối hợp'],
  ['Nhiệm vụ của Cơ quan chủ trì Thời gian'],
  ['TT nội dung cơ quan chủ trì'],
  ['Kế hoạch Cơ quan chủ trì Thời hạn'],
  [''],
])('%j are no headings', (line) => {
  expect(findTornHeading(linesOf(line), 0)).toBeUndefined();
});

const start = [
  'KẾ HOẠCH',
  'Cải cách hành chính năm 2022',
  'Phụ lục số 02: Nhiệm vụ',
  'TT Nội dung Sản phẩm Cơ quan chủ trì Cơ quan phối hợp Thời gian hoàn thành',
];
const rowsOf = (...lines: string[]) =>
  summaryOf(readPlan(documentOf([...start, ...lines].join('\n'), 'txt'))).filter((line) => line.startsWith('  '));

describe('rows', () => {
  test.each([
    [
      'a year or a number of a month on its own line opens no row',
      [
        '1.',
        'Rà soát văn bản.',
        'Báo cáo',
        'UBND xã',
        'Các thôn',
        'Trong năm',
        '2022',
        '2.',
        'Công khai.',
        'Danh mục',
        'UBND xã',
        'Các thôn',
        'Quý IV/',
        '2022',
      ],
      [
        '  1. Rà soát văn bản ⇒ Báo cáo | UBND xã | Các thôn | Trong năm 2022',
        '  2. Công khai ⇒ Danh mục | UBND xã | Các thôn | Quý IV/2022',
      ],
    ],
    [
      'a number opens a row over its content',
      [
        '1 Rà soát văn bản.',
        'Báo cáo',
        'UBND xã',
        'Các thôn',
        'Quý I',
        '2 Công khai.',
        'Danh mục',
        'UBND xã',
        'Các thôn',
        'Quý II',
      ],
      [
        '  1. Rà soát văn bản ⇒ Báo cáo | UBND xã | Các thôn | Quý I',
        '  2. Công khai ⇒ Danh mục | UBND xã | Các thôn | Quý II',
      ],
    ],
    [
      'a row whose time is missing',
      [
        '1.',
        'Rà soát văn bản.',
        'Báo cáo',
        'UBND xã',
        'Các thôn',
        '2.',
        'Công khai.',
        'Danh mục',
        'UBND xã',
        'Các thôn',
        'Quý II',
      ],
      [
        '  1. Rà soát văn bản ⇒ Báo cáo | UBND xã | Các thôn | -',
        '  2. Công khai ⇒ Danh mục | UBND xã | Các thôn | Quý II',
      ],
    ],
    [
      'a number that skips and one that repeats',
      [
        '1.',
        'Rà soát văn bản.',
        'Báo cáo',
        'UBND xã',
        'Các thôn',
        'Quý I',
        '3.',
        'Công khai.',
        'Danh mục',
        'UBND xã',
        'Các thôn',
        'Quý II',
        '3.',
        'Số hóa.',
        'Dữ liệu',
        'UBND xã',
        'Các thôn',
        'Quý III',
      ],
      [
        '  1. Rà soát văn bản ⇒ Báo cáo | UBND xã | Các thôn | Quý I',
        '  3. Công khai ⇒ Danh mục | UBND xã | Các thôn | Quý II',
        '  3. Số hóa ⇒ Dữ liệu | UBND xã | Các thôn | Quý III',
      ],
    ],
    [
      'groups',
      [
        'A. Cải cách thể chế',
        '1',
        'Rà soát văn bản.',
        'Báo cáo',
        'UBND xã',
        'Các thôn',
        'Quý I',
        'B',
        'Cải cách thủ tục',
        'hành chính',
        '1',
        'Công khai.',
        'Danh mục',
        'UBND xã',
        'Các thôn',
        'Quý II',
      ],
      [
        '  A Cải cách thể chế / 1. Rà soát văn bản ⇒ Báo cáo | UBND xã | Các thôn | Quý I',
        '  B Cải cách thủ tục hành chính / 1. Công khai ⇒ Danh mục | UBND xã | Các thôn | Quý II',
      ],
    ],
    [
      'a month between cells is awaited by the word before it',
      [
        '1',
        'Rà soát văn bản.',
        'Báo cáo',
        'UBND xã',
        'Các thôn',
        'Tháng',
        '2',
        'Năm 2022',
        '2',
        'Công khai.',
        'Danh mục',
        'UBND xã',
        'Các thôn',
        'Hằng tháng',
        '3',
        'Số hóa.',
        'Dữ liệu',
        'UBND xã',
        'Các thôn',
        'Quý III',
      ],
      [
        '  1. Rà soát văn bản ⇒ Báo cáo | UBND xã | Các thôn | Tháng 2 Năm 2022',
        '  2. Công khai ⇒ Danh mục | UBND xã | Các thôn | Hằng tháng',
        '  3. Số hóa ⇒ Dữ liệu | UBND xã | Các thôn | Quý III',
      ],
    ],
  ])('%s', (_, lines, rows) => {
    expect(rowsOf(...lines)).toEqual(rows);
  });
});

describe('cells', () => {
  test.each([
    [
      'a list ends at its full stop',
      [
        '1.',
        'Rà soát.',
        '- Kế hoạch;',
        '- Báo cáo.',
        '- Phòng A;',
        '- UBND xã.',
        '- Các thôn;',
        '- Công an xã.',
        'Quý I',
      ],
      '  1. Rà soát ⇒ Kế hoạch + Báo cáo | Phòng A + UBND xã | Các thôn + Công an xã | Quý I',
    ],
    [
      'a doubled bullet inside the leads',
      [
        '1.',
        'Rà soát.',
        'Báo cáo.',
        '- Bộ phận tiếp nhận',
        'và trả kết quả UBND',
        'xã;',
        '- - Công chức chuyên',
        'môn UBND xã',
        '- UBND xã.',
        'Cơ quan liên',
        'quan.',
        'Quý I',
      ],
      '  1. Rà soát ⇒ Báo cáo | Bộ phận tiếp nhận và trả kết quả UBND xã + Công chức chuyên môn UBND xã + UBND xã | Cơ quan liên quan | Quý I',
    ],
    [
      'a name torn at its hyphen',
      ['1.', 'Rà soát.', 'Báo cáo', 'Công chức Tài chính', '- Kế toán', 'Các công', 'chức có liên', 'quan.', 'Quý I'],
      '  1. Rà soát ⇒ Báo cáo | Công chức Tài chính - Kế toán | Các công chức có liên quan | Quý I',
    ],
    [
      'words of a justified line',
      ['1.', 'Rà soát.', 'Báo cáo', 'thực hiện.', 'kết', 'quả', '- UBND xã.', '- Các thôn.', 'Quý I'],
      '  1. Rà soát ⇒ Báo cáo kết quả thực hiện | UBND xã | Các thôn | Quý I',
    ],
    [
      'labels of times, broken anywhere',
      [
        '1.',
        'Rà soát.',
        '- Kế hoạch;',
        '- Báo cáo kết quả',
        'thực hiện.',
        'UBND xã.',
        'Các thôn',
        '- Kế hoạch:',
        'tháng',
        '01/2022;',
        '- Báo cáo',
        'kết quả thực',
        'hiện: hằng',
        'quý.',
      ],
      '  1. Rà soát ⇒ Kế hoạch + Báo cáo kết quả thực hiện | UBND xã | Các thôn | Kế hoạch: tháng 01/2022; Báo cáo kết quả thực hiện: hằng quý',
    ],
    [
      'the ends of two cells on one line after a page break',
      [
        '1.',
        'Cùng cơ quan liên quan trong năm các',
        '- Văn bản;',
        'UBND xã',
        '- Các cơ quan liên',
        'Thường',
        'xuyên trong',
        '6',
        start[3] ?? '',
        'lĩnh vực.',
        '- Báo cáo.',
        'quan năm',
      ],
      '  1. Cùng cơ quan liên quan trong năm các lĩnh vực ⇒ Văn bản + Báo cáo | UBND xã | Các cơ quan liên quan | Thường xuyên trong năm',
    ],
  ])('%s', (_, lines, row) => {
    expect(rowsOf(...lines)).toEqual([row]);
  });
});

const roots = [
  'starter/hoang-tien/truth.json',
  'src/test/plans/01-xa-dong-van-2023.truth.json',
  'src/test/plans/03-xa-long-hai-dong-2026.truth.json',
];
const tables = roots.flatMap((file) => {
  const truth = JSON.parse(readFileSync(new URL(`../../../../../../${file}`, import.meta.url), 'utf8')) as TruthReading;
  return truth.appendices
    .map(({ tasks }) => tasks.filter((task) => !task.otherRoles && task.outputs.length > 0))
    .filter((tasks) => tasks.length > 1);
});

const orders: readonly (readonly TornColumn[])[] = [
  ['content', 'outputs', 'lead', 'coordinators', 'deadline'],
  ['content', 'lead', 'coordinators', 'outputs', 'deadline'],
  ['content', 'lead', 'coordinators', 'deadline', 'outputs'],
  ['content', 'deadline', 'lead', 'coordinators', 'outputs'],
];
const headings = {
  content: 'Nội dung công việc',
  outputs: 'Sản phẩm',
  lead: 'Đơn vị chủ trì',
  coordinators: 'Đơn vị phối hợp',
  deadline: 'Thời hạn',
};

const tearings: fc.Arbitrary<Tearing> = fc.record({
  order: fc.constantFrom(...orders),
  widths: fc.record({
    content: fc.integer({ min: 28, max: 44 }),
    outputs: fc.integer({ min: 18, max: 26 }),
    lead: fc.integer({ min: 16, max: 24 }),
    coordinators: fc.integer({ min: 16, max: 24 }),
    deadline: fc.integer({ min: 14, max: 24 }),
  }),
  headings: fc.constant(headings),
  blanks: fc.constantFrom('none', 'all', 'cells'),
  dotted: fc.boolean(),
});

const folded = (texts: readonly string[]) =>
  texts
    .map((text) =>
      text
        .toLowerCase()
        .replaceAll('–', '-')
        .replace(/[.;]+$/u, ''),
    )
    .join(' | ');
const fieldsOf = (task: ReadTask | undefined) =>
  task ? [[task.content], task.outputs, task.lead, task.coordinators, [task.deadlineText]].map(folded) : [];

test('puts tables of known plans together again, however their columns were ordered and torn', () => {
  let right = 0;
  let all = 0;
  fc.assert(
    fc.property(fc.constantFrom(...tables), tearings, (tasks, tearing) => {
      const read = readPlan(tear(tasks, tearing)).appendices[0]?.tasks ?? [];
      expect(read).toHaveLength(tasks.length);
      tasks.forEach((task, index) => {
        const got = fieldsOf(read[index]);
        right += fieldsOf(task).filter((field, position) => field === got[position]).length;
        all += 5;
      });
    }),
    { numRuns: 60, seed: 2022 },
  );
  expect(right / all).toBeGreaterThan(0.985);
});
