import { expect, test } from 'vitest';
import type { Id } from '#kernel/brands.ts';
import { decidingLeaders } from './deciding-leaders.ts';

const post = (title: string, given: { leader?: boolean; departmentId?: string } = {}) => ({
  id: title as Id,
  title,
  leader: given.leader ?? false,
  departmentId: (given.departmentId ?? null) as Id | null,
});

const chair = post('Chủ tịch UBND xã', { leader: true });
const deputy = post('Phó Chủ tịch UBND xã');
const officer = post('Công chức Tư pháp – hộ tịch');
const head = post('Trưởng phòng Kinh tế', { leader: true, departmentId: 'kinh-te' });
const deputyHead = post('Phó Trưởng phòng Kinh tế', { departmentId: 'kinh-te' });

test.each([
  ['the chair first, then deputies, however they stand', [officer, deputy, head, chair], [chair, deputy]],
  [
    'deputies in their order',
    [chair, post('Phó Chủ tịch thứ hai'), deputy],
    [chair, post('Phó Chủ tịch thứ hai'), deputy],
  ],
  ['deputies alone where there is no chair', [deputy, head], [deputy]],
  ['no deputy of a division', [chair, deputyHead], [chair]],
  ['heads of divisions where nobody leads the whole', [officer, head, deputyHead], [head]],
  ['nobody among officers', [officer], []],
  ['a word that only begins like deputy is none', [chair, post('Phông bạt thử')], [chair]],
])('%s', (_, posts, expected) => {
  expect(decidingLeaders(posts)).toEqual(expected.map((one) => one.id));
});
