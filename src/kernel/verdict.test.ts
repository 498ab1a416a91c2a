import { expect, test } from 'vitest';
import { allowed, refused } from './verdict.ts';

test('a verdict allows, or names its reason and what the words need', () => {
  expect(allowed).toEqual({ ok: true });
  expect(refused('late')).toStrictEqual({ ok: false, code: 'late' });
  expect(refused('late', { days: 3 })).toStrictEqual({ ok: false, code: 'late', params: { days: 3 } });
});
