import { describe, expect, test } from 'vitest';
import type { IssuerContext } from './contradiction.ts';
import { findContradictions } from './find-contradictions.ts';
import { anItem, aPlan, aTarget, aTask, commune, items, only, rows, shown } from './made-plans.ts';

describe('words of another level', () => {
  const words = (text: string, issuer = commune) =>
    findContradictions(items(anItem('a', 1, text)), issuer).map((one) => `${one.code}: ${one.params.words}`);
  test.each([
    ['Rà soát hồ sơ công việc cấp huyện, xã', ['higherLevelWords: cấp huyện']],
    ['Đào tạo cán bộ trên địa bàn huyện Hoằng Hóa năm 2022', ['higherLevelWords: trên địa bàn huyện Hoằng Hóa']],
    ['Chống lãng phí huyện Hoằng Hóa năm 2022', ['higherLevelWords: huyện Hoằng Hóa']],
    ['Văn bản do các cơ quan từ huyện đến xã ban hành', ['higherLevelWords: từ huyện đến xã']],
    ['Ứng dụng tại sở, ngành, địa phương', ['higherLevelWords: sở, ngành, địa phương']],
    ['Các cơ quan, đơn vị, địa phương xây dựng kế hoạch', ['higherLevelWords: Các cơ quan, đơn vị, địa phương']],
    ['Giao UBND các xã, thị trấn', ['higherLevelWords: UBND các xã, thị trấn']],
    ['Xếp loại các xã, thị trấn', ['higherLevelWords: các xã, thị trấn']],
    ['Báo cáo tổng hợp toàn huyện', ['higherLevelWork: toàn huyện']],
    ['Trình Nghị quyết của HĐND huyện', ['higherLevelWork: Nghị quyết của HĐND huyện']],
    ['Sắp xếp các đơn vị hành chính cấp xã', ['higherLevelWork: Sắp xếp các đơn vị hành chính cấp xã']],
    ['Theo Kế hoạch của UBND huyện Hoằng Hóa', []],
    ['Báo cáo Chủ tịch UBND huyện', []],
    ['Xếp trong nhóm 05 xã dẫn đầu toàn huyện', []],
    ['Hệ thống thông tin báo cáo của huyện', []],
    ['Phòng Nội vụ huyện Tam Giang', []],
    ['Chống lãng phí Huyện Hoằng Hóa', ['higherLevelWords: Huyện Hoằng Hóa']],
    ['Nhân viên huyện thoại', []],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('since 01/07/2025 every district is a leftover', () => {
    const twoTier: IssuerContext = { level: 'commune', twoTier: true };
    expect(words('Báo cáo UBND huyện theo quy định', twoTier)).toEqual(['abolishedLevel: UBND huyện']);
    expect(words('Các phòng, ban, UBND các xã phối hợp', twoTier)).toEqual([]);
  });

  test('a district may speak of districts', () => {
    expect(words('Đào tạo cán bộ trên địa bàn huyện', { level: 'district', twoTier: false })).toEqual([]);
    for (const level of ['ward', 'township'] as const)
      expect(words('Đào tạo cán bộ trên địa bàn huyện', { level, twoTier: false })).toHaveLength(1);
  });

  test('a task and its outputs are one finding', () => {
    const plan = rows(aTask({ content: 'Đào tạo trên địa bàn huyện', outputs: ['Danh sách cấp huyện'] }));
    expect(only('higherLevelWords', plan)).toMatchObject([{ params: { words: 'trên địa bàn huyện”, “cấp huyện' } }]);
    expect(only('higherLevelWords', plan)[0]?.places.map((place) => place.path)).toEqual([
      '/appendices/0/tasks/0/content',
      '/appendices/0/tasks/0/outputs/0',
    ]);
  });

  test('a repeated target is not looked at twice; duties are, for words only', () => {
    const plan = aPlan({
      targets: [
        aTarget('T01', '100% hồ sơ cấp huyện', 100),
        aTarget('T02', '100% hồ sơ cấp huyện', 100, { duplicateOf: 'T01' }),
      ],
      responsibilities: [
        { role: 'Công chức Tư pháp', duties: ['Sắp xếp đơn vị hành chính cấp xã trên địa bàn huyện'] },
      ],
    });
    expect(shown(only('higherLevelWords', plan))).toEqual(['higherLevelWords T01', 'higherLevelWords trách nhiệm 1.1']);
    expect(only('higherLevelWork', plan)).toEqual([]);
  });
});
