import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'due-'));
afterAll(() => rmSync(folder, { recursive: true }));

function due(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/server/cli.ts', 'due', ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  return { code: status, out: stdout, err: stderr };
}

function table(name: string, content: string | Uint8Array): ReturnType<typeof due> {
  const path = join(folder, name);
  writeFileSync(path, content);
  return due('--from', path);
}

describe('one due date', () => {
  test('is printed as JSON with its explanation', () => {
    const { code, out, err } = due('--received', '2026-04-24T09:00', '--term', '3 ngày làm việc', '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const answer = JSON.parse(out);
    expect(Object.keys(answer)).toEqual(['due', 'explanation']);
    expect(answer.due).toBe('2026-05-04T17:00:00+07:00');
    expect(answer.explanation[1]).toEqual({
      code: 'received',
      text: 'Tiếp nhận hồ sơ đầy đủ, hợp lệ lúc 09:00 ngày 24/04/2026.',
      moment: '2026-04-24T09:00:00+07:00',
    });
    expect(answer.explanation).toContainEqual(expect.objectContaining({ code: 'skipped', day: '2026-04-27' }));
  });

  test('is printed for people', () => {
    const { code, out } = due('--received', '2026-12-28T10:00:00+07:00', '--term', '5 ngày làm việc');
    expect(code).toBe(0);
    expect(out).toMatch(/^Hạn trả kết quả: 05\/01\/2027 17:00\n/);
    expect(out).toContain('Năm 2027 chưa có thông báo lịch nghỉ nên ngày hẹn có thể thay đổi.');
    expect(out).not.toMatch(/undefined|\[object/);
  });

  test('that cannot be read is refused in Vietnamese', () => {
    const { code, out, err } = due('--received', '2026-04-31T09:00', '--term', '3 tháng', '--json');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('không đọc được thời điểm tiếp nhận “2026-04-31T09:00”');
    expect(err).toContain('không đọc được thời hạn “3 tháng”');
  });

  test.each([[[]], [['--received', '2026-04-24T09:00']], [['--from', 'a.csv', '--term', '3 ngày']], [['--xml']]])(
    'a wrong call says how: %j',
    (args) => {
      const { code, out, err } = due(...args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('Cách dùng');
    },
  );
});

describe('a table', () => {
  test('is answered row by row: quotes, byte-order mark, CRLF', () => {
    const { code, out, err } = table(
      'tốt.csv',
      '\uFEFFreceived,term\r\n2026-04-24T09:00,3 ngày làm việc\r\n\r\n"2026-04-24T09:00","0,25 ngày làm việc"\r\n 2026-08-19T15:00 , ngay \r\n',
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n')).toEqual([
      'received,term,due',
      '2026-04-24T09:00,3 ngày làm việc,2026-05-04T17:00:00+07:00',
      '2026-04-24T09:00,"0,25 ngày làm việc",2026-04-24T11:00:00+07:00',
      '2026-08-19T15:00,ngay,2026-08-20T17:00:00+07:00',
      '',
    ]);
  });

  test('reads moments and terms in every form', () => {
    const rows: [string, string, string][] = [
      ['2026-08-19T11:30', '1 giờ làm việc', '2026-08-19T14:30:00+07:00'],
      ['19/08/2026 16:30', '7 giờ làm việc', '2026-08-20T15:30:00+07:00'],
      ['2026-08-19T02:00:30Z', '0.25 ngày làm việc', '2026-08-19T11:00:30+07:00'],
      ['2026-04-12T09:00', '15 ngày', '2026-04-28T17:00:00+07:00'],
      ['2026-08-19T20:00', '12 giờ', '2026-08-20T08:00:00+07:00'],
    ];
    const asked = rows.map(([received, term]) => `${received},${term}`);
    const wrong = ['31/04/2026 09:00,ngay', '30/04/2026 24:00,ngay', '30/04/2026 09:60,ngay'];
    const { out, err } = table('dạng.csv', ['received,term', ...asked, ...wrong].join('\n'));
    expect(out.trim().split('\n').slice(1)).toEqual(rows.map((row) => row.join(',')));
    expect(err.match(/không đọc được thời điểm/g)).toHaveLength(3);
  });

  test('may have other columns, another order and semicolons', () => {
    const { code, out } = table('khác.csv', 'Term;ghi chú;Received\n0,5 ngày làm việc;"a;b";2026-04-24T09:00\n');
    expect([code, out]).toEqual([
      0,
      'received,term,due\n2026-04-24T09:00,"0,5 ngày làm việc",2026-04-24T15:00:00+07:00\n',
    ]);
  });

  test('says what is wrong with which row and still answers the others', () => {
    const rows = [
      'received,term',
      '2026-04-24T09:00,0,25 ngày làm việc',
      '2026-04-24T09:00,3 ngày làm việc',
      'hôm qua,3 tháng',
      '"2026-04-24T09:00,ngay',
      '2026-04-24T09:00,1 giờ',
    ];
    const { code, out, err } = table('lẫn.csv', rows.join('\n'));
    expect(code).toBe(1);
    expect(out.trim().split('\n')).toHaveLength(3);
    expect(err.trim().split('\n')).toEqual([
      'Dòng 2: có 3 cột, dòng đầu có 2; ô có dấu phẩy (như 0,25) phải để trong dấu ngoặc kép.',
      expect.stringMatching(
        /^Dòng 4: không đọc được thời điểm tiếp nhận “hôm qua” .*; không đọc được thời hạn “3 tháng” /,
      ),
      'Dòng 5: dấu ngoặc kép không đúng chỗ hoặc không được đóng.',
      'Đã tính 2 dòng; 3 dòng có lỗi nên không có trong kết quả.',
    ]);
  });

  test('may be long', () => {
    const { code, out } = table('dài.csv', `received,term\n${'2026-04-24T09:00,3 ngày làm việc\n'.repeat(5_000)}`);
    expect([code, out.split('\n').length]).toEqual([0, 5_002]);
  });

  test.each([
    ['rỗng.csv', ''],
    ['không cột.csv', '2026-04-24T09:00,3 ngày\n'],
    ['ngoặc.csv', '"received,term\n'],
  ])('%s is refused', (name, content) => {
    const { code, out, err } = table(name, content);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('phải có hai cột received và term');
  });

  test('that is not there, or a folder, is refused', () => {
    mkdirSync(join(folder, 'thư mục'));
    expect(due('--from', join(folder, 'không có.csv'))).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('Không tìm thấy tệp'),
    });
    expect(due('--from', join(folder, 'thư mục'))).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('là thư mục'),
    });
  });
});
