import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'process-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

function check(content: string, ...options: string[]): { code: number | null; out: string; err: string } {
  const path = join(folder, 'quy-trinh.json');
  writeFileSync(path, content);
  return run('process', 'check', path, ...options);
}

function run(...args: string[]): { code: number | null; out: string; err: string } {
  const env = { ...process.env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/server/cli.ts', ...args], {
    encoding: 'utf8',
    env,
  });
  return { code: status, out: stdout, err: stderr };
}

function aProcess(declared: number, hours: number) {
  const time = (value: number | null, unit: string) => ({ value, unit });
  return {
    code: '1.004944',
    name: 'Chấm dứt việc chăm sóc thay thế cho trẻ em',
    declaredTotal: time(declared, 'ngày làm việc'),
    steps: [
      { no: 1, actor: 'Bộ phận Một cửa', duration: time(0.5, 'ngày làm việc') },
      { no: 2, actor: 'Công chức', duration: time(hours, 'giờ làm việc') },
      { no: 3, actor: 'Bộ phận Một cửa', duration: time(null, 'không tính thời gian') },
    ],
  };
}

test('a process without faults ends with 0', () => {
  const { code, out, err } = check(JSON.stringify([aProcess(5, 36)]));
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('1.004944 – Chấm dứt việc chăm sóc thay thế cho trẻ em');
  expect(out).toContain('1 quy trình: 0 lỗi, 0 điểm cần xem.');
});

test('a wrong sum ends with 1 and says declared and computed in both units', () => {
  const { code, out } = check(JSON.stringify([aProcess(5, 34)]));
  expect(code).toBe(1);
  expect(out).toContain(
    'khai 5 ngày làm việc (40 giờ làm việc), cộng các bước được 4,75 ngày làm việc (38 giờ làm việc)',
  );
  expect(out).not.toMatch(/undefined|\[object/);
});

test('prints nothing but JSON for machines', () => {
  const { code, out, err } = check(JSON.stringify([aProcess(5, 34), aProcess(5, 36)]), '--json');
  expect({ code, err }).toEqual({ code: 1, err: '' });
  const [wrong, right] = JSON.parse(out);
  expect(wrong).toMatchObject({
    code: '1.004944',
    findings: [
      {
        kind: 'sum-mismatch',
        severity: 'error',
        declared: { value: 5, unit: 'working-day', days: 5, hours: 40 },
        computed: { value: 4.75, unit: 'working-day', days: 4.75, hours: 38 },
      },
    ],
  });
  expect(right.findings.map((finding: { kind: string }) => finding.kind)).toEqual(['code-repeated']);
});

test('only doubts end with 0', () => {
  const process = aProcess(5, 36);
  const steps = process.steps.map((step) => ({ ...step, no: step.no + 1 }));
  const { code, out } = check(JSON.stringify([{ ...process, steps }]));
  expect(code).toBe(0);
  expect(out).toContain('CẦN XEM: Số thứ tự bắt đầu từ 2');
});

test.each([
  ['no JSON', '[{', 'không phải JSON'],
  ['another form', '{"a":1}', 'cần một danh sách quy trình'],
  ['an entry without steps', '[{"code":"1"}]', 'không có danh sách bước'],
  ['an empty file', '', 'không phải JSON'],
])('%s cannot be read and ends with 2', (_, content, words) => {
  const { code, out, err } = check(content, '--json');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(words);
  expect(err).not.toContain('    at ');
});

test.each([
  [['process', 'check'], 'Cách dùng'],
  [['process', 'check', join(folder, 'không có.json')], 'Không tìm thấy tệp'],
  [['process', 'check', folder], 'là thư mục'],
  [['process', 'check', 'a.json', '--xml'], 'Không có tùy chọn “--xml”'],
])('says how to call it: %j', (args, words) => {
  const { code, out, err } = run(...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(words);
});
