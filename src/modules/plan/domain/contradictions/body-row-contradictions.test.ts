import { describe, expect, test } from 'vitest';
import { findContradictions } from './find-contradictions.ts';
import { anAppendix, anItem, aPlan, aTask, commune, found, items, only } from './made-plans.ts';

describe('body and rows', () => {
  const texts = [
    'Rà soát, hệ thống hóa văn bản quy phạm pháp luật do xã ban hành',
    'Tuyên truyền, phổ biến, giáo dục pháp luật cho cán bộ và người dân',
    'Số hóa kết quả giải quyết thủ tục hành chính còn hiệu lực của xã',
    'Đào tạo, bồi dưỡng kỹ năng số cho cán bộ, công chức toàn xã',
  ];
  const plan = (body: readonly string[], content: readonly string[]) =>
    aPlan({
      tasksNarrative: body.map((text, index) => anItem('', index + 1, text)),
      appendices: [anAppendix(content.map((text, index) => aTask({ no: index + 1, content: text })))],
    });
  const [first = '', second = '', third = '', fourth = ''] = texts;

  test('one to one', () => {
    expect(found(plan(texts, texts.toReversed()))).toEqual([]);
  });

  test('an item without a row and a row without an item', () => {
    expect(found(plan([first, second, third], [first, second, fourth]))).toEqual([
      'taskWithoutRow 2.1.(3)',
      'rowWithoutTask PL01/3',
    ]);
  });

  test('an item in two rows', () => {
    const both = 'Rà soát, hệ thống hóa văn bản và tuyên truyền, phổ biến, giáo dục pháp luật';
    const list = found(
      plan([both, third], ['Rà soát, hệ thống hóa văn bản', 'Tuyên truyền, phổ biến, giáo dục pháp luật', third]),
    );
    expect(list).toEqual(['taskInSeveralRows 2.1.(1) PL01/1 PL01/2']);
  });

  test('other words', () => {
    const list = findContradictions(plan([first, second], [first.replace('xã', 'huyện'), second]), commune);
    expect(list.filter((one) => one.code === 'bodyRowDiffer').map((one) => one.params)).toEqual([
      { inBody: 'xã', inRow: 'huyện' },
    ]);
  });

  test('an abbreviation and a mark are no other words', () => {
    const list = found(
      plan(
        ['Giải quyết thủ tục hành chính tại bộ phận một cửa của xã'],
        ['Giải quyết TTHC tại bộ phận một cửa của xã'],
      ),
    );
    expect(list).toEqual(['bodyRowDiffer 2.1.(1) PL01/1']);
    expect(found(plan([`${first}.`], [first.toUpperCase()]))).toEqual([]);
  });

  test('a body that speaks in general is told once', () => {
    expect(found(plan([first, second, third], [fourth, 'Công khai ngân sách xã theo quy định']))).toEqual([
      'bodyIsGeneral phần nội dung',
    ]);
    expect(only('bodyIsGeneral', plan([first, second, third], [first]))[0]?.params).toEqual({ items: 3, covered: 1 });
  });

  test('the same item twice', () => {
    expect(
      found(items(anItem('a', 1, first), anItem('b', 2, second), anItem('a', 1, `${first} nữa`, { section: '2.2' }))),
    ).toEqual(['repeatedTask 2.1.a 2.2.a']);
  });

  test('a pointer is no task', () => {
    const pointer = anItem('e', 3, 'Nhiệm vụ cụ thể tại các phụ lục', { pointerOnly: true });
    const whole = plan([first, second], [first, second]);
    expect(found({ ...whole, tasksNarrative: [...whole.tasksNarrative, pointer] })).toEqual([]);
  });
});
