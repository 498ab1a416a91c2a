import { describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/plain-date.ts';
import { contentOfPortal } from '../portal/content-of-portal.ts';
import { compareCatalogue, type KnownVersion } from './compare-catalogue.ts';
import { type CatalogueRow, type SheetColumn, sheetColumns } from './procedure-sheet.ts';

const today = '2022-03-15' as PlainDate;
const content = contentOfPortal({
  code: '1.000001',
  name: 'Thủ tục thử',
  field: 'Thử',
  level: 'Cấp xã',
  timeLimit: { value: 3, unit: 'workingDay' },
  fees: [],
  components: [],
  result: null,
  onlineLevel: 'offline',
  lienThong: false,
  source: 'Thử',
  verified: true,
});
const known = (code: string, more: Partial<KnownVersion> = {}): KnownVersion => ({
  code,
  effectiveFrom: '1900-01-01' as PlainDate,
  abolished: false,
  successorCode: null,
  content,
  ...more,
});
const row = (code: string, more: Partial<CatalogueRow> = {}) => ({
  row: 1,
  code,
  effectiveFrom: null,
  abolished: false,
  successorCode: null,
  content,
  ...more,
});
const all = new Set<SheetColumn>(sheetColumns.map(({ id }) => id));
const compare = (rows: ReturnType<typeof row>[], held: KnownVersion[], columns = all) =>
  compareCatalogue({ rows, columns }, (code) => held.find((one) => one.code === code), held, today);
const told = (compared: ReturnType<typeof compare>) => [
  compared.same,
  ...compared.changes.map((one) => `${one.what} ${one.version.code} ${one.version.effectiveFrom}`),
];
const other = { ...content, name: 'Tên khác' };

describe('a file beside the catalogue', () => {
  test.each<[string, ReturnType<typeof row>[], KnownVersion[], unknown[]]>([
    ['the same', [row('1')], [known('1')], [1]],
    ['new, from today', [row('2')], [], [0, 'added 2 2022-03-15']],
    ['new, from its day', [row('2', { effectiveFrom: '2021-01-01' as PlainDate })], [], [0, 'added 2 2021-01-01']],
    ['changed', [row('1', { content: other })], [known('1')], [0, 'changed 1 2022-03-15']],
    ['abolished', [row('1', { abolished: true })], [known('1')], [0, 'abolished 1 2022-03-15']],
    [
      'abolished already, whatever its name',
      [row('1', { abolished: true, content: other })],
      [known('1', { abolished: true })],
      [1],
    ],
    ['abolished and never here', [row('3', { abolished: true })], [], [1]],
    ['here again', [row('1')], [known('1', { abolished: true })], [0, 'added 1 2022-03-15']],
    ['not in the file', [], [known('1'), known('2', { abolished: true })], [0, 'missing 1 2022-03-15']],
  ])('%s', (_words, rows, held, expected) => expect(told(compare(rows, held))).toEqual(expected));

  test('columns the file has not stay as they are held', () => {
    const few = new Set<SheetColumn>(['code', 'name', 'field']);
    const bare = { ...content, terms: [], source: 'khác' };
    expect(told(compare([row('1', { content: bare })], [known('1')], few))).toEqual([1]);
    expect(told(compare([row('1', { content: bare })], [known('1')]))).toEqual([0, 'changed 1 2022-03-15']);
  });

  test('read again after it was taken in, it changes nothing', () => {
    const rows = [row('1', { content: other }), row('2'), row('3', { abolished: true })];
    const held = [known('1'), known('3')];
    const first = compare(rows, held);
    const after = [
      ...held.filter((one) => !first.changes.some((change) => change.version.code === one.code)),
      ...first.changes.map((one) => one.version),
    ];
    expect(compare(rows, after).changes).toEqual([]);
  });
});
