import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleProcesses } from '../examples.ts';
import {
  actors,
  conditions,
  joints,
  levels,
  type ProcessBody,
  type ProcessLink,
  type ProcessStep,
} from '../process.ts';
import { readActor } from './read-actor.ts';
import { readProcess } from './read-process.ts';
import { readProcessFile } from './read-process-file.ts';
import { type Merge, readProcessSheet } from './read-process-sheet.ts';
import { roleWords } from './table-words.ts';
import { tableHeadings, writeFile, writeTable } from './write-table.ts';

const read = (rows: readonly (readonly string[])[], merges: readonly Merge[] = []) =>
  readProcessSheet(rows, merges).map(({ written, cellFindings }) => {
    const { body, findings } = readProcess(written);
    return {
      code: written.code,
      name: written.name,
      declared: body.declared?.milli,
      norms: body.steps.map((step) => (step.counted ? step.norm?.milli : 'không tính')),
      findings: [...cellFindings, ...findings].map(({ kind, cell, stepNo }) =>
        [kind, stepNo, cell].filter((one) => one !== undefined).join(' '),
      ),
    };
  });

const headings = ['STT', 'Nội dung công việc', 'Trách nhiệm', 'Thời gian (ngày làm việc)', 'Sản phẩm'];

describe('a table as provinces make it', () => {
  const rows = [
    ['QUY TRÌNH NỘI BỘ', '', '', '', ''],
    ['1. Quy trình: Cấp giấy phép thử nghiệm (1.000001)', '', '', '', ''],
    headings,
    ['(1)', '(2)', '(3)', '(4)', '(5)'],
    ['1', 'Tiếp nhận', 'Bộ phận Một cửa', '0,25', 'Giấy tiếp nhận'],
    ['2', 'Thẩm định', 'Công chức', '½', ''],
    ['3', 'Ký duyệt', 'Chủ tịch UBND xã', '2 giờ', ''],
    ['5', 'Trả kết quả', 'Bộ phận Một cửa', 'Không tính thời gian', ''],
    ['Tổng cộng', 'Tổng cộng', 'Tổng cộng', '01 ngày làm việc', ''],
    ['', '', '', '', ''],
    ['2. Quy trình: Xác nhận thử nghiệm', '', '', '', ''],
    ['Mã thủ tục: 1.000002', '', '', '', ''],
    ['Thời hạn giải quyết: 03 ngày làm việc', '', '', '', ''],
    headings,
    ['1', 'Tiếp nhận', 'Một cửa', '1', ''],
    ['2', 'Thẩm định', 'Ông Tư', '1 tuần', ''],
    ['2', 'Trả kết quả', 'Một cửa', '', ''],
  ];

  test('is read with code, name, total and findings by cell', () => {
    expect(read(rows)).toEqual([
      {
        code: '1.000001',
        name: 'Cấp giấy phép thử nghiệm',
        declared: 1_000,
        norms: [250, 500, 2_000, 'không tính'],
        findings: ['number-slipped 5 A8'],
      },
      {
        code: '1.000002',
        name: 'Xác nhận thử nghiệm',
        declared: 3_000,
        norms: [1_000, undefined, 'không tính'],
        findings: ['number-repeated 2 A16', 'duration-missing 2 D17', 'actor-unknown 2 C16', 'duration-unread 2 D16'],
      },
    ]);
  });

  test('a total that is not the sum is told with both', () => {
    const wrong = rows.map((row) => row.map((cell) => (cell === '01 ngày làm việc' ? '02 ngày' : cell)));
    expect(read(wrong)[0]).toMatchObject({ declared: 2_000, findings: ['number-slipped 5 A8', 'units-mixed'] });
    const exact = rows.map((row) => row.map((cell) => (cell === '01 ngày làm việc' ? '02 ngày làm việc' : cell)));
    expect(read(exact)[0]).toMatchObject({ findings: ['number-slipped 5 A8', 'sum-mismatch'] });
  });

  test('a merged time of several steps is counted once, and told', () => {
    const merged = [
      headings,
      ['1', 'a', 'Một cửa', '2', ''],
      ['2', 'b', 'Công chức', '2', ''],
      ['3', 'c', 'Một cửa', '1', ''],
      ['Tổng', '', '', '3', ''],
    ];
    expect(read(merged, [{ top: 1, bottom: 2, left: 3, right: 3 }])).toMatchObject([
      { declared: 3_000, norms: [2_000, 'không tính', 1_000], findings: ['cell-merged D2'] },
    ]);
  });

  test('nothing is read where there is no table', () => {
    expect(readProcessSheet([['Kính gửi'], ['a', 'b']], [])).toEqual([]);
    expect(readProcessSheet([], [])).toEqual([]);
  });

  test('no cells make it fail', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom(...headings, 'Mã thủ tục', 'Tổng cộng', '1', '0,5 ngày', 'Bước tiếp theo', ''),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 12 }), (cells) => {
        for (const { written } of readProcessSheet(cells, [])) readProcess(written);
      }),
    );
  });
});

test('the words of every role are read as that role', () => {
  expect(actors.map((actor) => readActor(roleWords[actor]))).toEqual(actors);
});

/** Links in the order tables have them: ways on by step, then ways back. */
const inOrder = (links: readonly ProcessLink[]) => [
  ...links.filter((link) => link.kind === 'next'),
  ...links.filter((link) => link.kind === 'return'),
];

describe('what is written is read back the same', () => {
  const word = fc.stringMatching(/^[A-Za-zÀ-ỹ]{2,8}( [A-Za-zÀ-ỹ]{2,8}){0,3}$/);
  const norm = fc.record({
    unit: fc.constantFrom('working-day' as const, 'working-hour' as const, 'day' as const, 'hour' as const),
    milli: fc.integer({ min: 1, max: 400_000 }),
  });
  const anyStep = fc.record({
    name: word,
    level: fc.constantFrom(...levels),
    actor: fc.constantFrom(...actors),
    actorWords: fc.constantFrom('Phòng Kinh tế', 'Chủ tịch UBND xã', 'Ông Tư', 'Văn thư'),
    norm: fc.option(norm),
    product: fc.oneof(fc.constant(''), word),
    recallable: fc.boolean(),
    joint: fc.constantFrom(...joints),
    ways: fc.array(
      fc.record({ to: fc.nat(7), condition: fc.option(fc.constantFrom(...conditions)), holds: fc.boolean() }),
      { minLength: 1, maxLength: 3 },
    ),
    returns: fc.uniqueArray(fc.nat(7), { maxLength: 2 }),
  });
  const anyProcess = fc
    .tuple(fc.array(anyStep, { minLength: 1, maxLength: 8 }), fc.option(norm), word)
    .map(([given, declared, name]) => {
      const target = (to: number) => (to % given.length) + 1;
      const steps = given.map(
        ({ ways: _, returns: __, ...step }, index): ProcessStep => ({
          ...step,
          no: index + 1,
          positionId: null,
          counted: step.norm !== null,
          final: index === given.length - 1,
        }),
      );
      const links = given.flatMap(({ ways, returns }, index): ProcessLink[] => [
        ...ways
          .filter(() => index < given.length - 1)
          .map(({ to, condition, holds }) => ({
            kind: 'next' as const,
            from: index + 1,
            to: target(to),
            condition,
            holds: condition === null ? null : holds,
          })),
        ...[...new Set(returns.map(target))].map((to) => ({
          kind: 'return' as const,
          from: index + 1,
          to,
          condition: null,
          holds: null,
        })),
      ]);
      return { procedureCode: '1.000001', caseCode: 'th-1', name, steps, links: inOrder(links), declared };
    });
  const bodyOf = ({ steps, links, declared }: ProcessBody) => ({ steps, links, declared });

  test('by a table', () => {
    fc.assert(
      fc.property(anyProcess, (one) => {
        const other = { ...one, procedureCode: '1.000002' };
        const rows = [['Quy trình nội bộ'], tableHeadings.map(([heading]) => heading), ...writeTable([one, other])];
        const found = readProcessSheet(rows, []);
        expect(found.map(({ written }) => [written.code, written.caseCode, written.name])).toEqual([
          ['1.000001', 'th-1', one.name],
          ['1.000002', 'th-1', one.name],
        ]);
        for (const { written } of found) expect(bodyOf(readProcess(written).body)).toEqual(bodyOf(one));
      }),
    );
  });

  test('by a file', () => {
    fc.assert(
      fc.property(anyProcess, (one) => {
        const found = readProcessFile(JSON.parse(JSON.stringify(writeFile([one]))));
        expect(found.ok).toBe(true);
        if (found.ok)
          for (const written of found.processes) expect(bodyOf(readProcess(written).body)).toEqual(bodyOf(one));
      }),
    );
  });

  test('for the examples, without a finding', () => {
    for (const { body, procedureCode, name } of exampleProcesses) {
      const rows = [
        tableHeadings.map(([heading]) => heading),
        ...writeTable([{ ...body, procedureCode, caseCode: '', name }]),
      ];
      const found = readProcessSheet(rows, []).map(({ written }) => readProcess(written));
      expect(found).toEqual([{ body, findings: [] }]);
    }
  });
});
