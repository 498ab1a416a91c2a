import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/plain-date.ts';
import { nextSort } from './sort-head.tsx';
import { loadAll, type RowPage, rowsSource, searchRows } from './table-source.ts';
import { zaloText } from './zalo-text.ts';

interface Task {
  readonly no: number;
  readonly text: string;
  readonly lead: string;
}

const tasks: readonly Task[] = [
  { no: 2, text: 'Rà soát, hệ thống hóa văn bản', lead: 'Tư pháp – Hộ tịch' },
  { no: 10, text: 'Công khai dự toán', lead: 'Tài chính – Kế toán' },
  { no: 1, text: 'Đôn đốc báo cáo', lead: '' },
];
const valuesOf = (task: Task) => ({ ...task });
const numbersOf = (rows: readonly Task[]) => rows.map((row) => row.no);

describe('rows that are already here', () => {
  test.each([
    { q: 'ra soat he thong', found: [2] },
    { q: 'don doc', found: [1] },
    { q: 'tư pháp - hộ tịch', found: [2] },
    { q: '  ', found: [2, 10, 1] },
    { q: 'không có', found: [] },
  ])('search "$q"', ({ q, found }) => {
    expect(numbersOf(searchRows(tasks, valuesOf, { q }))).toEqual(found);
  });

  test.each([
    { sort: 'no', found: [1, 2, 10] },
    { sort: '-no', found: [10, 2, 1] },
    { sort: 'text', found: [10, 1, 2] },
    { sort: 'lead', found: [1, 10, 2] },
  ])('order by $sort', ({ sort, found }) => {
    expect(numbersOf(searchRows(tasks, valuesOf, { sort }))).toEqual(found);
  });

  test('pages put together are the whole list, in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(50), { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), async (list, size) => {
        const rows = list.map((no) => ({ no, text: '', lead: '' }));
        const source = rowsSource(rows, valuesOf);
        const read: Task[] = [];
        for (let page = 1; read.length < rows.length; page++) {
          const answer = await source.load({ sort: 'no', page, size });
          expect(answer.total).toBe(rows.length);
          expect(answer.rows.length).toBeGreaterThan(0);
          read.push(...answer.rows);
        }
        expect(numbersOf(read)).toEqual(list.toSorted((a, b) => a - b));
      }),
    );
  });

  test('another list has another key, the same list keeps it', () => {
    expect(rowsSource(tasks, valuesOf).key).toEqual(rowsSource(tasks, valuesOf).key);
    expect(rowsSource([...tasks], valuesOf).key).not.toEqual(rowsSource(tasks, valuesOf).key);
  });
});

describe('all rows of a source', () => {
  const counted = (total: number) => ({
    key: ['counted'],
    load: async ({ page, size }: { page: number; size: number }): Promise<RowPage<number>> => {
      const from = (page - 1) * size;
      return { rows: Array.from({ length: Math.max(0, Math.min(size, total - from)) }, (_, at) => from + at), total };
    },
  });
  test.each([0, 1, 199, 200, 201, 1_000])('%i rows', async (total) => {
    expect(await loadAll(counted(total), {})).toEqual(Array.from({ length: total }, (_, at) => at));
  });

  test('ends when the server gives fewer rows than it promised', async () => {
    const short = { key: ['short'], load: async (): Promise<RowPage<number>> => ({ rows: [], total: 5 }) };
    expect(await loadAll(short, {})).toEqual([]);
  });
});

test('a click on a head goes up, down, and back to the order of the list', () => {
  expect(nextSort('', 'due')).toBe('due');
  expect(nextSort('due', 'due')).toBe('-due');
  expect(nextSort('-due', 'due')).toBe('');
  expect(nextSort('lead', 'due')).toBe('due');
});

test('a list for a chat names each row and leaves out what is empty', () => {
  const columns = [
    { id: 'no', title: 'STT', text: (task: Task) => String(task.no), isWideOnly: true },
    { id: 'text', title: 'Nhiệm vụ', text: (task: Task) => task.text, isMain: true },
    { id: 'lead', title: 'Chủ trì', text: (task: Task) => task.lead },
  ];
  expect(zaloText('Việc quá hạn', '2022-03-14' as PlainDate, columns, tasks.slice(1))).toBe(
    [
      'VIỆC QUÁ HẠN (ngày 14/03/2022, 2 mục)',
      '1. Công khai dự toán',
      '   - Chủ trì: Tài chính – Kế toán',
      '2. Đôn đốc báo cáo',
    ].join('\n'),
  );
});
