import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/plain-date.ts';
import { procedureContent } from '../../contract/content.ts';
import { checkContent } from '../check-content.ts';
import { contentKey } from '../content-key.ts';
import { codeOf } from '../portal/code-of.ts';
import { contentOfPortal } from '../portal/content-of-portal.ts';
import type { PortalEntry } from '../portal/portal-entry.ts';
import type { ProcedureContent } from '../procedure-content.ts';
import { readCondition, writeCondition } from './condition-words.ts';
import { readLine, writeLine } from './line.ts';
import { type CatalogueRow, cellsOf, differencesOf } from './procedure-sheet.ts';
import { readFee, readTermRule } from './read-lists.ts';
import { readRow } from './read-row.ts';

const file = new URL('../../../../../starter/procedures.json', import.meta.url);
const rows = (JSON.parse(readFileSync(file, 'utf8')) as PortalEntry[]).map(
  (entry): CatalogueRow => ({
    code: codeOf(entry.code, entry.name).code,
    effectiveFrom: null,
    abolished: false,
    successorCode: null,
    content: contentOfPortal(entry),
  }),
);

describe('the catalogue that comes with the release', () => {
  test('has 198 procedures with codes of their own', () => {
    expect(new Set(rows.map((row) => row.code)).size).toBe(198);
  });

  test.each(rows.map((row) => [row.code, row] as const))('%s has no fault and keeps to the contract', (_code, row) => {
    expect(checkContent(row.content)).toEqual([]);
    expect(procedureContent.parse(row.content)).toEqual(row.content);
  });

  test.each(rows.map((row) => [row.code, row] as const))('%s comes back from its cells as it went in', (_code, row) => {
    const back = readRow(cellsOf(row));
    expect(back.faults).toEqual([]);
    expect(contentKey(back.row?.content as ProcedureContent)).toBe(contentKey(row.content));
    expect({ ...back.row, content: 0 }).toEqual({ ...row, content: 0 });
  });
});

const words = fc
  .string({
    unit: fc.constantFrom('a', 'ă', '|', '\\', ':', '\n', 'n', ' ', '(', ')', '=', ';', ','),
    minLength: 1,
    maxLength: 12,
  })
  .map((text) => text.trim())
  .filter((text) => text !== '');

test('a line comes back whatever signs its words hold', () => {
  fc.assert(
    fc.property(words, fc.array(words, { maxLength: 4 }), (head, values) => {
      const line = writeLine(
        head,
        values.map((value, index) => [`khóa ${index}`, value] as const),
      );
      expect(line).not.toContain('\n');
      expect(readLine(line)).toEqual({ head, parts: values.map((value, index) => ({ key: `khóa ${index}`, value })) });
    }),
  );
});

const code = fc
  .stringMatching(/^[a-z][a-z0-9-]{0,6}$/)
  .filter((text) => !['va', 'hoac', 'khac', 'thuoc'].includes(text));
const clause = fc.oneof(
  fc.record({ question: code, operator: fc.constantFrom('is' as const, 'is-not' as const), values: fc.tuple(code) }),
  fc.record({
    question: code,
    operator: fc.constantFrom('in' as const, 'not-in' as const),
    values: fc.array(code, { minLength: 1, maxLength: 4 }),
  }),
);

test('a condition comes back as it was written', () => {
  const condition = fc.record({
    match: fc.constantFrom('all' as const, 'any' as const),
    clauses: fc.array(clause, { minLength: 1, maxLength: 3 }),
  });
  fc.assert(
    fc.property(condition, (one) => {
      const match = one.clauses.length === 1 ? 'all' : one.match;
      expect(readCondition(writeCondition(one))).toEqual({ ...one, match });
    }),
  );
});

test.each(['', 'uy-quyen', 'uy-quyen = ', 'uy-quyen > 3', 'a = b và c = d hoặc e = f', 'a thuộc b,', "a = b'; drop"])(
  'a condition that is not understood is none: %s',
  (text) => expect(readCondition(text)).toBeUndefined(),
);

test.each([
  ['3 ngày làm việc', 'working-day', 3_000, null],
  ['0,25 ngày làm việc | kênh: trực tuyến', 'working-day', 250, null],
  ['12 giờ | căn cứ: Điều 5', 'hour', 12_000, null],
  ['giải quyết ngay', 'immediate', 0, null],
  ['1 (không ghi đơn vị)', undefined, undefined, 1_000],
  ['chưa quy định', undefined, undefined, null],
])('reads the term "%s"', (line, unit, milli, bareMilli) => {
  const rule = readTermRule(line);
  expect([rule.term?.unit, rule.term?.milli, rule.bareMilli]).toEqual([unit, milli, bareMilli]);
});

test.each(['3', 'ba ngày', '3 tuần', '3 ngày làm việc | kenh: điện thoại', '3 ngày làm việc | gì đó: 1'])(
  'refuses the term "%s"',
  (line) => expect(() => readTermRule(line)).toThrow(),
);

test('reads a fee with exemptions as an official types it', () => {
  const fee = readFee(
    'Lệ phí | mức: 8.000 đồng | tính theo: bản | miễn giảm: hộ nghèo = 0 | miễn giảm: trẻ em = 4000 = NQ 12/2024',
    0,
  );
  expect(fee).toMatchObject({
    code: 'phi-1',
    amount: 8_000,
    basis: 'copy',
    exemptions: [
      { reason: 'poor', amount: 0, legalBasis: null },
      { reason: 'child', amount: 4_000, legalBasis: 'NQ 12/2024' },
    ],
  });
  expect(readFee('Phí | mức: HĐND tỉnh quy định', 2)).toMatchObject({ code: 'phi-3', amount: null });
});

test('a row names each cell that is not understood', () => {
  const { row, faults } = readRow({
    code: 'không phải mã',
    name: '',
    field: '',
    effectiveFrom: '31/02/2026',
    state: 'tạm',
    terms: '3 ngày làm việc\nmột lúc',
    components: 'Tờ khai | chính: nhiều',
  });
  expect(row).toBeUndefined();
  expect(faults.map((fault) => fault.column).sort()).toEqual(
    ['code', 'components', 'effectiveFrom', 'field', 'name', 'state', 'terms'].sort(),
  );
});

test('a code with the suffix of an agency is kept under its national part', () => {
  const { row } = readRow({ code: '1.003901.H42', name: 'Thủ tục thử', field: 'Thử' });
  expect([row?.code, row?.content.localCode]).toEqual(['1.003901', '1.003901.H42']);
});

test('only the lines that differ are told', () => {
  const [before] = rows;
  if (!before) throw new Error('no rows');
  const after: CatalogueRow = {
    ...before,
    effectiveFrom: '2027-01-01' as PlainDate,
    content: { ...before.content, results: [...before.content.results, { name: 'Bản sao', code: null }] },
  };
  expect(differencesOf(before, after)).toEqual([{ column: 'results', before: '', after: 'Bản sao' }]);
});
