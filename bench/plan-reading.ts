import { readFile } from 'node:fs/promises';
import { compareReading, type TruthReading } from '#modules/plan/domain/reading/compare-reading.ts';
import { readPlan } from '#modules/plan/domain/reading/read-plan.ts';
import { readDocument } from '#server/documents/read-document.ts';

const root = new URL('../', import.meta.url);
const documents = [
  {
    name: 'Hoằng Tiến 2022 (.txt)',
    file: 'starter/hoang-tien/ke-hoach-cchc-2022.txt',
    truth: 'starter/hoang-tien/truth.json',
    reach: 0.98,
  },
  {
    name: 'Đồng Vân 2023 (.pdf)',
    file: 'src/test/plans/01-xa-dong-van-2023.pdf',
    truth: 'src/test/plans/01-xa-dong-van-2023.truth.json',
    reach: 0.97,
  },
  {
    name: 'Long Hải Đông 2026 (.docx)',
    file: 'src/test/plans/03-xa-long-hai-dong-2026.docx',
    truth: 'src/test/plans/03-xa-long-hai-dong-2026.truth.json',
    reach: 0.97,
  },
  {
    name: 'Yên Thủy 2020 (.txt)',
    file: 'src/test/plans/06-xa-yen-thuy-2020.txt',
    truth: 'src/test/plans/06-xa-yen-thuy-2020.truth.json',
    reach: 0.97,
  },
];

const runs = 5;
const showDifferences = process.argv.includes('--differences');
let missed = 0;

for (const { name, file, truth, reach } of documents) {
  const bytes = await readFile(new URL(file, root));
  const expected = JSON.parse(await readFile(new URL(truth, root), 'utf8')) as TruthReading;
  const times: number[] = [];
  let reading = readPlan({ format: 'txt', lines: [], blocks: [] });
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    reading = readPlan(await readDocument(bytes, file));
    times.push(performance.now() - start);
  }
  const [first = 0] = times;
  const median = times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;

  console.log(
    `\n${name}: ${median.toFixed(0)} ms (first time ${first.toFixed(0)} ms), ${reading.unread.length} unread lines`,
  );
  console.log(
    `${'field'.padEnd(26)}${'truth'.padStart(6)}${'read'.padStart(6)}${'precision'.padStart(11)}${'recall'.padStart(8)}`,
  );
  for (const { field, precision, recall, missing, extra, expectedCount, readCount } of compareReading(
    reading,
    expected,
  )) {
    const met = precision >= reach && recall >= reach;
    if (!met) missed += 1;
    const verdict = met ? 'PASS' : 'MISS';
    console.log(
      `${field.padEnd(26)}${String(expectedCount).padStart(6)}${String(readCount).padStart(6)}${precision.toFixed(3).padStart(11)}${recall.toFixed(3).padStart(8)}  ${verdict}`,
    );
    if (!showDifferences) continue;
    for (const item of missing) console.log(`    - ${item}`);
    for (const item of extra) console.log(`    + ${item}`);
  }
  if (median > 1000) {
    missed += 1;
    console.log('time                        MISS (more than 1 s)');
  }
  if (showDifferences) for (const line of reading.unread) console.log(`    ? ${line.line} ${line.text}`);
}

console.log(missed === 0 ? '\nEvery reach is met.' : `\n${missed} fields miss their reach.`);
process.exitCode = missed === 0 ? 0 : 1;
