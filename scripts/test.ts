/**
 * `npm test`: everything that must hold before a change goes in, step by step, each step saying what it checks.
 * The last line printed is `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.ts';

interface Step {
  readonly title: string;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Counts the tests of a vitest run; other steps count as one. */
  readonly counted?: boolean;
}

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

const on15 = process.argv.includes('--pg15');
const folder = await mkdtemp(join(tmpdir(), 'lien-mach-results-'));
const bin = (name: string) => join('node_modules', '.bin', name);
/** What differs between database versions: schema, tenancy, stores, log, roles. */
const databaseTests = [
  'src/test/process/database-url.test.ts',
  'src/test/schema.test.ts',
  'src/test/matrix.test.ts',
  'src/server',
  'verify',
];

function steps(): Step[] {
  const vitest = [bin('vitest'), 'run'];
  if (on15)
    return [{ title: 'Mọi kiểm thử trên PostgreSQL 15', command: vitest, env: { PG_VERSION: '15' }, counted: true }];
  return [
    { title: 'Kiểu dữ liệu, máy chủ (TypeScript)', command: [bin('tsc'), '-p', 'tsconfig.json'] },
    { title: 'Kiểu dữ liệu, giao diện (TypeScript)', command: [bin('tsc'), '-p', 'tsconfig.web.json'] },
    { title: 'Định dạng và lỗi thường gặp (Biome)', command: [bin('biome'), 'check', '--error-on-warnings', '.'] },
    { title: 'Mã và gói không dùng (knip)', command: [bin('knip')] },
    { title: 'Kiến trúc, quy tắc, HTTP trên PostgreSQL 18', command: vitest, counted: true },
    {
      title: 'Lược đồ, phân quyền, nhật ký trên PostgreSQL 15',
      command: [...vitest, ...databaseTests, '--exclude', 'src/server/documents/**'],
      env: { PG_VERSION: '15' },
      counted: true,
    },
    {
      title: 'Trình duyệt (Chromium), máy tính và điện thoại, có axe',
      command: [bin('vitest'), 'run', '--config', 'vitest.e2e.config.ts'],
      env: { CHROMIUM: ensureChromium() },
      counted: true,
    },
  ];
}

let passed = 0;
let failed = 0;
const list = steps();
for (const [index, step] of list.entries()) {
  process.stdout.write(`\n[${index + 1}/${list.length}] ${step.title}\n`);
  const began = performance.now();
  const outcome = await runStep(step, join(folder, `${index}.json`));
  passed += outcome.passed;
  failed += outcome.failed;
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  process.stdout.write(
    `    ${outcome.failed === 0 ? 'đạt' : 'KHÔNG ĐẠT'} · ${outcome.passed} đạt, ${outcome.failed} không đạt · ${seconds} giây\n`,
  );
}
await rm(folder, { recursive: true, force: true });
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

async function runStep(step: Step, resultFile: string): Promise<Outcome> {
  const [program = '', ...args] = step.command;
  const reporters = step.counted ? ['--reporter=default', '--reporter=json', `--outputFile.json=${resultFile}`] : [];
  const code = await new Promise<number>((resolve) => {
    const child = spawn(program, [...args, ...reporters], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...step.env, NO_COLOR: '1' },
    });
    child.on('exit', (exitCode) => resolve(exitCode ?? 1));
  });
  if (!step.counted) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const text = await readFile(resultFile, 'utf8').catch(() => '');
  if (!text) return { passed: 0, failed: 1 };
  const result = JSON.parse(text) as { numPassedTests: number; numFailedTests: number };
  const unseen = code !== 0 && result.numFailedTests === 0 ? 1 : 0;
  return { passed: result.numPassedTests, failed: result.numFailedTests + unseen };
}
