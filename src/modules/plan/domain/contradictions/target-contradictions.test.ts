import { describe, expect, test } from 'vitest';
import type { ReadTarget } from '../reading/plan-reading.ts';
import { anAppendix, anItem, aPlan, aTarget, aTask, only, shown } from './made-plans.ts';

describe('targets', () => {
  const target = (text: string, value: number, more: Partial<ReadTarget> = {}) =>
    aTarget(`T0${value}`, text, value, more);
  const plan = (...targets: ReadTarget[]) => aPlan({ targets });
  test.each([
    ['Mức độ hài lòng của người dân đạt 95%', 'Tỷ lệ người dân hài lòng 97%', true],
    ['95% hồ sơ giải quyết đúng hạn', '98% hồ sơ giải quyết trước hạn và đúng hạn', true],
    ['80% hồ sơ công việc xử lý trên môi trường mạng', '90% hồ sơ công việc xử lý dạng điện tử', true],
    ['Giải ngân vốn đầu tư công 95%', 'Giải ngân 100% kế hoạch', true],
    ['100% cán bộ được bồi dưỡng kỹ năng số trong năm', '90% cán bộ được bồi dưỡng kỹ năng số trong năm', true],
    ['50% thanh toán phí trực tuyến', 'Tỷ lệ giao dịch thanh toán trực tuyến 60%', true],
    ['50% hóa đơn thanh toán tại chỗ', '60% giao dịch thanh toán bằng tiền', false],
    ['50% lệ phí nộp trực tuyến', 'Thu 60% phí chợ qua kênh trực tuyến', false],
    ['50% thanh toán trực tuyến tiền điện', 'Bán hàng có thanh toán trực tuyến 60%', false],
    ['Phát hành điện tử 80% văn bản', '90% văn bản được ký số', true],
    ['80% sổ sách ký số', '90% giấy tờ được ký số', false],
    ['95% đơn thư trả đúng hạn', 'Báo cáo đúng hạn 98%', false],
    ['Xử lý 80% đơn dạng điện tử', 'Sổ điện tử chiếm 90%', false],
    ['100% cán bộ đạt chuẩn', '90% hồ sơ trực tuyến', false],
    ['Mức độ hài lòng của người dân đạt 95%', 'Mức độ hài lòng của doanh nghiệp đạt 95%', false],
  ])('%s / %s', (first, second, conflict) => {
    const value = (text: string) => Number(/\d+/.exec(text)?.[0]);
    const list = only(
      'conflictingTargets',
      plan(aTarget('T01', first, value(first)), aTarget('T02', second, value(second))),
    );
    expect(list.length > 0).toBe(conflict);
  });

  test('a figure in a task that is no target', () => {
    const hundred = {
      ...plan(target('90% văn bản được ký số', 90)),
      appendices: [anAppendix([aTask({ content: 'Phát hành 100% văn bản có ký số; tuyên truyền' })])],
    };
    expect(only('conflictingTargets', hundred)).toMatchObject([
      { params: { first: 90, second: 100 }, proposal: 'keep' },
    ]);
    const same = { ...hundred, appendices: [anAppendix([aTask({ content: 'Phát hành 90% văn bản có ký số' })])] };
    expect(only('conflictingTargets', same)).toEqual([]);
    const reduced = plan(
      target('Cắt giảm 30% thời gian chờ hài lòng', 30, { kind: 'reduction' }),
      target('95% hài lòng', 95),
    );
    expect(only('conflictingTargets', reduced)).toEqual([]);
  });

  test('repeats are joined, with the places of the copies', () => {
    const first = aTarget('T01', '100% hồ sơ', 100, { alsoIn: ['PL01/1'] });
    const copy = aTarget('T02', '100% hồ sơ', 100, { duplicateOf: 'T01', alsoIn: ['PL01/1', 'II.2.1.a'] });
    const whole = {
      ...plan(first, copy),
      tasksNarrative: [anItem('a', 1, 'Giải quyết hồ sơ')],
      appendices: [anAppendix([aTask({ content: 'Tiếp nhận' })])],
    };
    expect(shown(only('repeatedTarget', whole))).toEqual(['repeatedTarget T01 T02 PL01/1 2.1.a']);
    expect(only('repeatedTarget', whole)[0]?.params).toEqual({ text: '100% hồ sơ', times: 4 });
    expect(only('repeatedTarget', plan(first))).toEqual([]);
  });

  test.each([
    ['100% hồ sơ được giải quyết trực tuyến và được số hóa kết quả', true],
    ['Giảm 30% thời gian và 20% chi phí', true],
    ['95% cơ sở dữ liệu được hoàn thành và kết nối', false],
    ['Mức độ hài lòng đạt 95%', false],
  ])('two in one: %s', (text, double) => {
    expect(only('twoMeasures', plan(target(text, 100))).length > 0).toBe(double);
  });

  test.each([
    ['100% đơn vị cấp xã duy trì hệ thống', true],
    ['100% UBND các xã đạt chuẩn', true],
    ['100% xã, phường công khai', true],
    ['100% cán bộ cấp xã đạt chuẩn', false],
  ])('of many units: %s', (text, many) => {
    const scoped = plan(target(text, 100));
    expect(only('targetScope', scoped).length > 0).toBe(many);
    expect(only('targetScope', scoped, { level: 'district', twoTier: false })).toEqual([]);
    for (const level of ['ward', 'township'] as const)
      expect(only('targetScope', scoped, { level, twoTier: false }).length > 0).toBe(many);
  });
});
