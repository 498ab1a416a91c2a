import { describe, expect, test } from 'vitest';
import { at, filler, full, lines, outline } from './made-pages.ts';

describe('tables without lines', () => {
  const xs = [50, 85, 260, 380, 500];
  const row = (y: number, ...texts: string[]) =>
    texts.flatMap((text, column) => (text === '' ? [] : [at(xs[column] ?? 0, y, text)]));
  const head = row(100, 'TT', 'Nội dung nhiệm vụ', 'Chủ trì', 'Sản phẩm', 'Thời hạn');

  test('under known titles, rows by their numbers', async () => {
    const texts = [
      ...filler,
      ...head,
      ...row(120, '1', 'Rà soát văn bản quy phạm pháp', 'Tư pháp', 'Báo cáo', 'Quý I'),
      ...row(132, '', 'luật', 'Hộ tịch'),
      ...row(152, '2', 'Tuyên truyền', 'Văn hóa', 'Kế hoạch', 'Quý II'),
      at(57, 200, 'Nơi nhận: như trên'),
    ];
    expect(await outline([{ texts }])).toEqual([
      filler[0]?.text,
      '[3x5]',
      '0,0: TT',
      '0,1: Nội dung nhiệm vụ',
      '0,2: Chủ trì',
      '0,3: Sản phẩm',
      '0,4: Thời hạn',
      '1,0: 1',
      '1,1: Rà soát văn bản quy phạm pháp / luật',
      '1,2: Tư pháp / Hộ tịch',
      '1,3: Báo cáo',
      '1,4: Quý I',
      '2,0: 2',
      '2,1: Tuyên truyền',
      '2,2: Văn hóa',
      '2,3: Kế hoạch',
      '2,4: Quý II',
      'Nơi nhận: như trên',
    ]);
  });

  test('numbers in the middle of their row', async () => {
    const texts = [
      ...filler,
      ...head,
      ...row(130, '', 'Rà soát văn bản quy phạm', 'Tư pháp'),
      ...row(136, '1'),
      ...row(142, '', 'pháp luật', 'Hộ tịch', 'Báo cáo', 'Quý I'),
      ...row(170, '', 'Tuyên truyền, phổ biến', 'Văn hóa'),
      ...row(176, '2'),
      ...row(182, '', 'giáo dục', 'Xã hội', 'Kế hoạch', 'Quý II'),
    ];
    const shown = await outline([{ texts }]);
    expect(shown).toContain('1,1: Rà soát văn bản quy phạm / pháp luật');
    expect(shown).toContain('2,1: Tuyên truyền, phổ biến / giáo dục');
  });

  test('rows without numbers are told by the gaps', async () => {
    const texts = [
      ...filler,
      ...head,
      ...row(125, '', 'Rà soát', 'Tư pháp', 'Báo cáo', 'Quý I'),
      ...row(150, '', 'Tuyên truyền', 'Văn hóa', 'Kế hoạch', 'Quý II'),
    ];
    expect((await outline([{ texts }])).filter((line) => line.startsWith('['))).toEqual(['[3x5]']);
  });

  test('it goes on over the page end, and ends at the next appendix', async () => {
    const first = {
      texts: [...filler, ...head, ...row(120, '1', 'Rà soát', 'Tư pháp', 'Báo cáo', 'Quý I'), at(295, 820, '1')],
    };
    const second = {
      texts: [
        ...row(60, '2', 'Tuyên truyền pháp luật', 'Văn hóa', 'Kế hoạch', 'Quý II'),
        at(240, 100, 'PHỤ LỤC 2'),
        at(295, 820, '2'),
      ],
    };
    const shown = await outline([first, second]);
    expect(shown.filter((line) => line.startsWith('['))).toEqual(['[3x5]']);
    expect(shown).toContain('PHỤ LỤC 2');
  });

  test('a title of two lines', async () => {
    const texts = [
      ...filler,
      ...row(100, '', '', 'Cơ quan', 'Sản phẩm/', 'Thời gian'),
      ...row(112, 'TT', 'Nội dung nhiệm vụ', 'chủ trì', 'Kết quả', 'hoàn thành'),
      ...row(130, '1', 'Rà soát', 'Tư pháp', 'Báo cáo', 'Quý I'),
    ];
    expect(await outline([{ texts }])).toContain('0,4: Thời gian / hoàn thành');
  });

  test('titles in running text make no table', async () => {
    const texts = [
      ...filler,
      ...lines([full('Cơ quan chủ trì, cơ quan phối hợp, thời gian hoàn thành, sản phẩm của nhiệm vụ')], 100),
    ];
    expect((await outline([{ texts }])).some((line) => line.startsWith('['))).toBe(false);
  });
});
