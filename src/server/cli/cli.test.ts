import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

const seed = 'starter/hoang-tien/ke-hoach-cchc-2022.txt';

function cli(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/server/cli.ts', ...args], { encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('plan read', () => {
  test('prints nothing but JSON, in the form of the truth files', () => {
    const { code, out, err } = cli('plan', 'read', seed, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const plan = JSON.parse(out);
    const truth = JSON.parse(readFileSync('starter/hoang-tien/truth.json', 'utf8'));
    for (const field of ['title', 'year', 'issuer', 'issuerLevel', 'decision'])
      expect(plan[field]).toEqual(truth[field]);
    expect(plan.appendices).toHaveLength(7);
    expect(plan.appendices[4].tasks[3].deadlines).toEqual([{ kind: 'unspecified', appliesTo: '' }]);
    expect(plan.unread).toEqual([]);
    expect(plan.contradictions[0]).toMatchObject({
      code: 'blankDecision',
      weight: 'decide',
      title: 'Chưa có số, ngày văn bản',
    });
    expect(Object.keys(plan)).not.toContain('places');
  });

  test('prints for people without --json', () => {
    const { code, out } = cli('plan', 'read', 'src/test/plans/06-xa-yen-thuy-2020.txt');
    expect(code).toBe(0);
    for (const words of [
      'Cơ quan ban hành: Ủy ban nhân dân xã Yên Thủy (cấp xã)',
      'Năm: 2020    Văn bản: 15/KH-UBND, ngày 20/01/2020',
      'Chỉ tiêu (4)',
      'T02  ≥ 97 %',
      '    a) Rà soát, tự kiểm tra 100% văn bản',
      '       Thời hạn: Tháng 06/2020; Tháng 11/2020',
      'Cần quyết định (3)',
      '→ Bổ sung thời gian hoàn thành.',
      'Dòng chưa nhận diện',
    ]) {
      expect(out).toContain(words);
    }
    expect(out).not.toMatch(/undefined|\[object/);
  });

  test('tables of appendices, groups and other parts for people', () => {
    const { out } = cli('plan', 'read', 'src/test/plans/03-xa-long-hai-dong-2026.docx');
    expect(out).toContain('  A.1. Ban hành Kế hoạch cải cách hành chính năm 2026');
    expect(out).toContain('(25 nhiệm vụ)');
  });

  test.each([
    ['a missing file', () => join(folder, 'không có.docx'), 'Không tìm thấy tệp'],
    ['a folder', () => folder, 'là thư mục'],
    ['an empty file', () => fileOf('rỗng.docx', ''), 'Tệp “rỗng.docx” không có nội dung'],
    ['a file that is no plan', () => fileOf('thư.txt', 'Kính gửi ông bà'), 'Không tìm thấy nội dung kế hoạch'],
  ])('refuses %s in Vietnamese', (_, path, words) => {
    const { code, out, err } = cli('plan', 'read', path(), '--json');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(words);
    expect(err).not.toContain('    at ');
  });

  test.each([
    [['plan', 'read'], 'Cách dùng'],
    [['plan', 'read', seed, seed], 'Cách dùng'],
    [['plan', 'read', seed, '--xml'], 'Không có tùy chọn “--xml”'],
    [['plan'], 'LỆNH'],
    [[], 'plan read'],
  ])('says how to call it: %j', (args, words) => {
    const { code, out, err } = cli(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });
});
