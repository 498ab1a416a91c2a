import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { readDocument } from '#server/documents/read-document.ts';
import { compareReading, type TruthReading } from './compare-reading.ts';
import { readPlan } from './read-plan.ts';

const root = new URL('../../../../../', import.meta.url);
const plans = [
  [
    'xã Hoằng Tiến 2022, văn bản trích từ PDF',
    'starter/hoang-tien/ke-hoach-cchc-2022.txt',
    'starter/hoang-tien/truth.json',
  ],
  ['xã Đồng Vân 2023, PDF', 'src/test/plans/01-xa-dong-van-2023.pdf', 'src/test/plans/01-xa-dong-van-2023.truth.json'],
  [
    'xã Long Hải Đông 2026, Word',
    'src/test/plans/03-xa-long-hai-dong-2026.docx',
    'src/test/plans/03-xa-long-hai-dong-2026.truth.json',
  ],
  [
    'xã Yên Thủy 2020, không có bảng',
    'src/test/plans/06-xa-yen-thuy-2020.txt',
    'src/test/plans/06-xa-yen-thuy-2020.truth.json',
  ],
] as const;

async function load(file: string, truth: string) {
  const document = await readDocument(await readFile(new URL(file, root)), file);
  const expected = JSON.parse(await readFile(new URL(truth, root), 'utf8')) as TruthReading;
  return { document, reading: readPlan(document), expected };
}

describe.each(plans)('%s', (_, file, truth) => {
  test('reads every field as a person read it', async () => {
    const { reading, expected } = await load(file, truth);
    const wrong = compareReading(reading, expected).filter(({ missing, extra }) => missing.length + extra.length > 0);
    expect(wrong).toEqual([]);
  });

  test('accounts for every line, and names lines that exist', async () => {
    const { document, reading } = await load(file, truth);
    const used = new Set(Object.values(reading.places).flat());
    const unread = new Set(reading.unread.map(({ line }) => line));
    const lost = document.lines.filter(
      ({ id, text }) => text.trim() !== '' && !used.has(id) && !unread.has(id) && reading.furniture[id] === undefined,
    );
    expect(lost).toEqual([]);
    expect([...used].filter((id) => document.lines[id] === undefined)).toEqual([]);
    expect(reading.unread.map(({ text }) => text).filter((text) => !/giả định|^2\. Yêu cầu/u.test(text))).toEqual([]);
  });
});

test('reads the 34 tasks and 12 targets of xã Hoằng Tiến with the places they stand at', async () => {
  const { document, reading } = await load(plans[0][1], plans[0][2]);
  expect(reading.appendices.map((appendix) => appendix.taskCount)).toEqual([3, 7, 4, 4, 5, 7, 4]);
  expect(reading.targets).toHaveLength(12);
  const linesOf = (pointer: string) => (reading.places[pointer] ?? []).map((id) => document.lines[id]?.lineNo);
  expect(linesOf('/appendices/1/tasks/2/deadlineText')).toEqual([774, 776, 778, 780, 782, 792, 794]);
});

test('joins a target that rows and items repeat, and keeps a repeat beside a new figure', async () => {
  const { reading } = await load(plans[0][1], plans[0][2]);
  const repeats = reading.targets.map(({ id, alsoIn, duplicateOf }) => [
    id,
    alsoIn?.join(' ') ?? '',
    duplicateOf ?? '',
  ]);
  expect(repeats.filter(([, alsoIn, duplicateOf]) => alsoIn !== '' || duplicateOf !== '')).toEqual([
    ['T08', 'PL02/2', ''],
    ['T09', 'PL02/2', 'T02'],
    ['T10', 'PL02/2', ''],
    ['T11', 'PL02/4', ''],
    ['T12', 'PL06/7', ''],
  ]);
});
