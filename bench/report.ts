import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { BenchRow } from './bench-row.ts';

const path = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url));
const head = '# Số đo\n\nMỗi bảng do `npm run bench TÊN` viết ra; cột cuối là số đo trên máy ghi ở đầu bảng.\n';

/** Replaces the section of one bench in docs/benchmarks.md and leaves the others. */
export async function writeReport(
  name: string,
  title: string,
  machine: string,
  rows: readonly BenchRow[],
): Promise<void> {
  const before = await readFile(path, 'utf8').catch(() => head);
  const sections = new Map(
    before
      .split(/^(?=<!-- bench:)/m)
      .slice(1)
      .map((section) => [/^<!-- bench:([\w-]+)/.exec(section)?.[1] ?? '', section.trimEnd()]),
  );
  const day = new Date().toISOString().slice(0, 10);
  const lines = rows.map(
    (row) => `| ${row.name} | ${row.asked} | ${row.measured} | ${row.pass ? 'đạt' : 'chưa đạt'} |`,
  );
  sections.set(
    name,
    [
      `<!-- bench:${name} -->`,
      `## ${title}`,
      '',
      `\`npm run bench ${name}\`, ${day}, ${machine}`,
      '',
      '| Số đo | Yêu cầu | Đo được | |',
      '|---|---|---|---|',
      ...lines,
    ].join('\n'),
  );
  const sorted = [...sections].sort(([a], [b]) => a.localeCompare(b)).map(([, section]) => section);
  await writeFile(path, `${head}\n${sorted.join('\n\n')}\n`);
}
