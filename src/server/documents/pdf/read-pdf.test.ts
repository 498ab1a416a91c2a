import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../read-document.ts';
import { outlineOf } from '../testing/outline.ts';
import { pdfjsFolders } from './load-pdfjs.ts';
import { at, filler, full, lines, outline, read } from './made-pages.ts';

describe('the plan of Đồng Vân 2023', () => {
  const document = readDocument(readFileSync('src/test/plans/01-xa-dong-van-2023.pdf'), '01.pdf');

  test('all its tables, the one over a page end as one', async () => {
    const tables = (await document).blocks.filter((block) => block.kind === 'table');
    expect(tables.map((table) => [table.rowCount, table.columnCount])).toEqual([
      [3, 2],
      [2, 2],
      [4, 6],
      [9, 6],
      [3, 6],
      [5, 6],
      [4, 6],
      [6, 6],
      [5, 6],
    ]);
  });

  test('every line is in one block, its page numbers are marked', async () => {
    const { lines: all, blocks } = await document;
    const used = blocks.flatMap((block) =>
      block.kind === 'table' ? block.cells.flatMap((cell) => cell.lines) : block.lines,
    );
    expect([...used].sort((a, b) => a - b)).toEqual(all.map((line) => line.id));
    expect(all.filter((line) => line.furniture).map((line) => [line.text, line.page])).toEqual([
      ['1', 1],
      ['2', 2],
      ['3', 3],
      ['4', 4],
      ['5', 5],
      ['6', 6],
    ]);
  });

  test('paragraphs, cells and titles as they stand', async () => {
    const shown = outlineOf(await document);
    expect(shown).toContain('0,0: ỦY BAN NHÂN DÂN');
    expect(shown).toContain(
      '7. Ít nhất 80,5% hồ sơ công việc tại UBND xã được xử lý trên môi trường mạng (trừ hồ / sơ mật).',
    );
    expect(shown).toContain('(Nhiệm vụ cụ thể tại các Phụ lục kèm theo)');
    expect(shown).toContain('3,5: - Kế hoạch: tháng / 2/2023; / - Phương án: tháng / 8/2023.');
    expect((await document).lines.find((line) => line.text === 'KẾ HOẠCH')?.bold).toBe(true);
  });
});

describe('rows of text', () => {
  test('pieces of one baseline are joined, with a space where there is a gap', async () => {
    const texts = [...filler, at(57, 100, 'Quyết'), at(85, 100, 'định'), at(108, 100, 's'), at(113, 100, 'ố')];
    expect(await outline([{ texts }])).toEqual([filler[0]?.text, 'Quyết định số']);
  });

  test('the order in the file does not matter', async () => {
    const texts = [at(57, 200, 'hai'), at(57, 100, 'một'), ...filler, at(57, 300, 'ba')];
    expect(await outline([{ texts }])).toEqual([filler[0]?.text, 'một', 'hai', 'ba']);
  });

  test('raised letters and letters drawn twice', async () => {
    const texts = [
      ...filler,
      at(57, 100, '100 m'),
      at(83, 97, '2', { size: 7 }),
      at(57, 130, 'ĐẬM'),
      at(57.4, 130, 'ĐẬM'),
    ];
    expect(await outline([{ texts }])).toEqual([filler[0]?.text, '100 m2', 'ĐẬM']);
  });

  test('slanted and upside-down text is a watermark', async () => {
    const slanted =
      'BT /F1 30 Tf 0.7 0.7 -0.7 0.7 100 300 Tm <00410042> Tj ET BT /F1 30 Tf -1 0 0 -1 300 300 Tm <0043> Tj ET';
    expect(await outline([{ texts: filler, raw: slanted }])).toEqual([filler[0]?.text]);
  });

  test('place, size and face of a line', async () => {
    const { lines: all } = await read([{ texts: [...filler, at(57, 100.04, 'đậm', { bold: true, size: 13 })] }]);
    expect(all[1]).toEqual({ id: 1, text: 'đậm', page: 1, bold: true, box: { x: 57, right: 76.5, y: 100, size: 13 } });
    expect(all[0]?.bold).toBeUndefined();
  });

  test('a page that only shows a picture is named, a blank one is not', async () => {
    const pages = [
      { texts: lines(Array(10).fill(full('Ủy ban'))) },
      { raw: 'q 500 0 0 700 40 40 cm Q' },
      {},
      { raw: 'q 50 0 0 50 40 40 cm Q' },
    ];
    const shown = await outline(pages);
    expect(shown.filter((line) => line.startsWith('('))).toEqual(['(Trang 2 chỉ có hình ảnh, chưa đọc được chữ)']);
  });
});

describe('whether there is text', () => {
  const letters = (...counts: readonly number[]) =>
    read(counts.map((count) => ({ texts: [at(57, 60, `${'ạ'.repeat(count)}, 12.`)] })));

  test('thirty letters on a page on average', async () => {
    expect((await letters(30)).format).toBe('pdf');
    await expect(letters(29)).rejects.toMatchObject({ code: 'scanned' });
    expect((await letters(10, 50)).lines).toHaveLength(2);
    await expect(letters(10, 49)).rejects.toMatchObject({ code: 'scanned' });
  });

  test('more letters than signs that mean nothing', async () => {
    const strange = (count: number, sign: string) =>
      read([{ texts: [at(57, 60, `${'ạ'.repeat(40)}${sign.repeat(count)}`)] }]);
    for (const sign of ['\ue001', '\ufffd']) {
      expect((await strange(40, sign)).lines, sign).toHaveLength(1);
      await expect(strange(41, sign), sign).rejects.toMatchObject({ code: 'unreadableFont' });
    }
    await expect(read([{ texts: [at(57, 60, '\ue001')] }])).rejects.toMatchObject({ code: 'unreadableFont' });
  });
});

test('the library finds its tables of letters and its fonts', () => {
  expect(existsSync(`${pdfjsFolders.cMapUrl}78-H.bcmap`)).toBe(true);
  expect(existsSync(`${pdfjsFolders.standardFontDataUrl}FoxitFixed.pfb`)).toBe(true);
});

test('more than a thousand pages are refused', async () => {
  const pages = Array.from({ length: 1_001 }, () => ({}));
  await expect(read(pages)).rejects.toMatchObject({
    code: 'tooLong',
    params: { limit: 1_000, unit: 'trang' },
  });
});
