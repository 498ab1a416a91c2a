import { expect, test } from 'vitest';
import type { NavEntry } from '../module.ts';
import { groupsOf } from './nav-entries.ts';

function entry(label: string, group?: string): NavEntry {
  return { label, path: `/${label}`, icon: () => null, order: 1, ...(group !== undefined && { group }) };
}

test('entries without a heading come first, then each heading where it first stands', () => {
  const groups = groupsOf([entry('a', 'Quản trị'), entry('b'), entry('c', 'Báo cáo'), entry('d', 'Quản trị')]);
  expect(groups.map((group) => [group.title, group.entries.map(({ label }) => label).join('')])).toEqual([
    ['', 'b'],
    ['Quản trị', 'ad'],
    ['Báo cáo', 'c'],
  ]);
});

test('no empty heading', () => {
  expect(groupsOf([entry('a', 'Quản trị')]).map(({ title }) => title)).toEqual(['Quản trị']);
});
