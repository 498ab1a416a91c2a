import { readFile } from 'node:fs/promises';
import {
  compareReading,
  type FieldComparison,
  type TruthReading,
} from '#modules/plan/domain/reading/compare-reading.ts';
import type { PlanReading } from '#modules/plan/domain/reading/plan-reading.ts';
import { readPlan } from '#modules/plan/domain/reading/read-plan.ts';
import { readDocument } from '#server/documents/read-document.ts';
import { type BenchRow, median } from './bench-row.ts';

/**
 * Precision and recall of the reading per field against truth files, and the time a reading takes.
 * `node bench/plan-reading.ts` prints every field, with `--differences` also what differs.
 */
export const title = 'Đọc kế hoạch: độ chính xác từng trường so với bản đọc tay';

interface Plan {
  readonly name: string;
  readonly file: string;
  readonly truth: string;
  /** Least precision and recall of each field. */
  readonly reach: number;
}

interface Measured {
  readonly plan: Plan;
  readonly reading: PlanReading;
  readonly expected: TruthReading;
  readonly fields: readonly FieldComparison[];
  readonly milliseconds: number;
  readonly firstTime: number;
}

const root = new URL('../', import.meta.url);
const tests = 'src/test/plans/';
const plans: readonly Plan[] = [
  {
    name: 'Xã Hoằng Tiến 2022 (.txt)',
    file: 'starter/hoang-tien/ke-hoach-cchc-2022.txt',
    truth: 'starter/hoang-tien/truth.json',
    reach: 0.98,
  },
  {
    name: 'Xã Đồng Vân 2023 (.pdf)',
    file: `${tests}01-xa-dong-van-2023.pdf`,
    truth: `${tests}01-xa-dong-van-2023.truth.json`,
    reach: 0.97,
  },
  {
    name: 'Xã Long Hải Đông 2026 (.docx)',
    file: `${tests}03-xa-long-hai-dong-2026.docx`,
    truth: `${tests}03-xa-long-hai-dong-2026.truth.json`,
    reach: 0.97,
  },
  {
    name: 'Xã Yên Thủy 2020 (.txt)',
    file: `${tests}06-xa-yen-thuy-2020.txt`,
    truth: `${tests}06-xa-yen-thuy-2020.truth.json`,
    reach: 0.97,
  },
];
const runs = 5;
const longest = 1_000;

async function measure(plan: Plan): Promise<Measured> {
  const bytes = await readFile(new URL(plan.file, root));
  const expected = JSON.parse(await readFile(new URL(plan.truth, root), 'utf8')) as TruthReading;
  const times: number[] = [];
  let reading: PlanReading | undefined;
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    reading = readPlan(await readDocument(bytes, plan.file));
    times.push(performance.now() - start);
  }
  if (!reading) throw new Error('no run');
  const fields = compareReading(reading, expected);
  return { plan, reading, expected, fields, milliseconds: median(times), firstTime: times[0] ?? 0 };
}

function met(field: FieldComparison, reach: number): boolean {
  return field.precision >= reach && field.recall >= reach;
}

function share(value: number): string {
  return value.toLocaleString('vi-VN', { minimumFractionDigits: 3, maximumFractionDigits: 3 });
}

function rowsOf({ plan, reading, expected, fields, milliseconds }: Measured): BenchRow[] {
  const least = Math.min(...fields.flatMap(({ precision, recall }) => [precision, recall]));
  const missed = fields.filter((field) => !met(field, plan.reach)).map(({ field }) => field);
  const count = (of: Pick<PlanReading, 'appendices'>) =>
    of.appendices.reduce((sum, { taskCount }) => sum + taskCount, 0);
  return [
    {
      name: `${plan.name}: precision và recall thấp nhất của ${fields.length} trường`,
      asked: `≥ ${share(plan.reach)}`,
      measured: `${share(least)}${missed.length > 0 ? ` (${missed.join(', ')})` : ''}`,
      pass: missed.length === 0,
    },
    {
      name: `${plan.name}: nhiệm vụ phụ lục, chỉ tiêu`,
      asked: `${count(expected)}, ${expected.targets.length}`,
      measured: `${count(reading)}, ${reading.targets.length}`,
      pass: count(reading) === count(expected) && reading.targets.length === expected.targets.length,
    },
    {
      name: `${plan.name}: thời gian đọc, trung vị ${runs} lần`,
      asked: `≤ ${longest.toLocaleString('vi-VN')} ms`,
      measured: `${Math.round(milliseconds).toLocaleString('vi-VN')} ms`,
      pass: milliseconds <= longest,
    },
  ];
}

function printFields({ plan, reading, fields, milliseconds, firstTime }: Measured, differences: boolean): void {
  console.log(
    `\n${plan.name}: ${milliseconds.toFixed(0)} ms (first ${firstTime.toFixed(0)} ms), ${reading.unread.length} unread lines`,
  );
  console.log(
    `${'field'.padEnd(26)}${'truth'.padStart(6)}${'read'.padStart(6)}${'precision'.padStart(11)}${'recall'.padStart(8)}`,
  );
  for (const field of fields) {
    const counts = `${String(field.expectedCount).padStart(6)}${String(field.readCount).padStart(6)}`;
    const shares = `${field.precision.toFixed(3).padStart(11)}${field.recall.toFixed(3).padStart(8)}`;
    console.log(`${field.field.padEnd(26)}${counts}${shares}  ${met(field, plan.reach) ? 'PASS' : 'MISS'}`);
    if (!differences) continue;
    for (const item of field.missing) console.log(`    - ${item}`);
    for (const item of field.extra) console.log(`    + ${item}`);
  }
  if (differences) for (const { line, text } of reading.unread) console.log(`    ? ${line} ${text}`);
}

/** Reads the four plans that have a truth file. */
export async function run(): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const plan of plans) rows.push(...rowsOf(await measure(plan)));
  return rows;
}

if (import.meta.main) {
  const measured: Measured[] = [];
  for (const plan of plans) measured.push(await measure(plan));
  for (const one of measured) printFields(one, process.argv.includes('--differences'));
  const missed = measured.flatMap(rowsOf).filter(({ pass }) => !pass);
  for (const row of missed) console.log(`MISS ${row.name}: ${row.measured} (asked ${row.asked})`);
  console.log(missed.length === 0 ? '\nEvery reach is met.' : `\n${missed.length} reaches are missed.`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}
