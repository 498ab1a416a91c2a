/**
 * `npm run bench [NAME …]`: runs the benches of this folder one after the other, prints what was asked beside what was
 * measured, and writes the table with the hardware to docs/benchmarks.md.
 */
import { readdir } from 'node:fs/promises';
import { loadavg } from 'node:os';
import type { BenchRow } from './bench-row.ts';
import { hardware } from './hardware.ts';
import { writeReport } from './report.ts';

interface Bench {
  readonly title: string;
  run(): Promise<readonly BenchRow[]>;
}

const frame = new Set(['all.ts', 'bench-row.ts', 'hardware.ts', 'report.ts']);
const wanted = process.argv.slice(2);
const names = (await readdir(import.meta.dirname))
  .filter((name) => name.endsWith('.ts') && !frame.has(name))
  .map((name) => name.slice(0, -3))
  .filter((name) => wanted.length === 0 || wanted.includes(name))
  .sort();

const machine = hardware();
process.stdout.write(`${machine}\n`);
let missed = 0;
for (const name of names) {
  const bench = (await import(`./${name}.ts`)) as Partial<Bench>;
  if (!bench.run) continue;
  const title = bench.title ?? name;
  process.stdout.write(`\n${title}\n`);
  const before = `tải máy trước khi đo ${loadavg()[0]?.toFixed(1).replace('.', ',')}`;
  const rows = await bench.run();
  for (const row of rows) {
    if (!row.pass) missed++;
    process.stdout.write(`  ${row.pass ? 'đạt  ' : 'CHƯA '} ${row.name}: ${row.measured} (yêu cầu ${row.asked})\n`);
  }
  await writeReport(name, title, `${machine}, ${before}`, rows);
}
process.stdout.write(`\n${missed === 0 ? 'Mọi mức đều đạt.' : `${missed} mức chưa đạt.`}\n`);
