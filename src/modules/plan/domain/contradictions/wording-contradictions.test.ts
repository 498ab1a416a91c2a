import { describe, expect, test } from 'vitest';
import { anAppendix, anItem, aPlan, aTask, found, items, only, rows } from './made-plans.ts';

describe('outputs, wording and form', () => {
  test.each([
    [[], ['missingOutput PL01/1']],
    [['Xây dựng kế hoạch'], ['outputIsTask PL01/1']],
    [['Tuyên truyền pháp luật'], ['outputIsTask PL01/1']],
    [['Quyết định của cơ quan có thẩm quyền'], ['unnamedOutput PL01/1']],
    [['Văn bản của cấp có thẩm quyền'], ['unnamedOutput PL01/1']],
    [['Quyết định của UBND xã'], []],
    [['Hội nghị tuyên truyền'], []],
  ])('%j', (outputs, expected) => {
    expect(found(rows(aTask({ outputs, due: 'Quý I/2022' }), aTask({ no: 2, content: 'Số hóa' })))).toEqual(expected);
  });

  test('a table without a column of outputs is not asked for them', () => {
    expect(found(rows(aTask({ outputs: [] })))).toEqual([]);
    const item = anItem('a', 1, 'Rà soát', {
      lead: ['Công an xã'],
      deadlineText: 'Quý I/2022',
      deadlines: aTask().deadlines,
    });
    expect(found(items(item))).toEqual(['missingOutput 2.1.a']);
  });

  test.each([
    ['Sắp xếp, tinh gọn bộ máy tổ chức, tinh gọn bộ máy theo quy định', 'tinh gọn bộ máy'],
    ['Nhiệm vụ của Ủy ban nhân dân UBND cấp xã', 'Ủy ban nhân dân'],
    ['Cổng dịch vụ công tỉnh và Cổng dịch vụ công quốc gia', undefined],
    ['Quyết định 16/2020/QĐ-UBND của UBND tỉnh', undefined],
    ['Dự toán ngân sách năm 2020, quyết toán ngân sách năm 2019', undefined],
    ['mức độ 3, mức độ 4', undefined],
  ])('said twice: %s', (text, expected) => {
    expect(only('doubledWords', items(anItem('a', 1, text)))[0]?.params.words).toBe(expected);
  });

  test('titles of appendices', () => {
    const titled = (...titles: string[]) =>
      only(
        'appendixTitle',
        aPlan({
          appendices: titles.map((title, index) => anAppendix([aTask()], { number: String(index + 1), title })),
        }),
      );
    expect(titled('A năm 2022', 'B năm 2022', 'C')).toMatchObject([{ params: { title: 'C', missingYear: 2022 } }]);
    expect(titled('A', 'B', 'C năm 2022')).toEqual([]);
    const other = aPlan({
      tasksNarrative: [anItem('', 1, 'Rà soát văn bản', { sectionTitle: 'Thể chế' })],
      appendices: [anAppendix([aTask()])],
    });
    expect(only('appendixTitle', other)).toMatchObject([{ params: { section: 'Thể chế', missingYear: '' } }]);
  });

  test.each([
    [{ number: null, date: null }, 1],
    [{ number: '01/QĐ-UBND', date: null }, 1],
    [{ number: null, date: '2022-01-05' }, 1],
    [{ number: '01/QĐ-UBND', date: '2022-01-05' }, 0],
  ])('%j', (decision, count) => {
    expect(only('blankDecision', aPlan({ decision }))).toHaveLength(count);
  });
});
