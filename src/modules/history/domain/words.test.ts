import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesOf } from './changes.ts';
import { writeValue } from './value-text.ts';

describe('what changed, field by field', () => {
  test.each([
    ['made', undefined, { name: 'A' }, [{ field: 'name', before: undefined, after: 'A' }]],
    ['ended', { name: 'A' }, undefined, [{ field: 'name', before: 'A', after: undefined }]],
    ['one of two', { name: 'A', day: 1 }, { name: 'B', day: 1 }, [{ field: 'name', before: 'A', after: 'B' }]],
    ['deep', { a: { b: [1, 2] } }, { a: { b: [1, 3] } }, [{ field: 'a', before: { b: [1, 2] }, after: { b: [1, 3] } }]],
    ['only the machine', { version: 1, fold: 'a' }, { version: 2, fold: 'b' }, []],
    ['no object', 'cũ', 'mới', [{ field: '', before: 'cũ', after: 'mới' }]],
    ['cleared', { note: 'x' }, { note: null }, [{ field: 'note', before: 'x', after: null }]],
    ['list for object', { a: [] }, { a: {} }, [{ field: 'a', before: [], after: {} }]],
  ])('%s', (_, before, after, expected) => expect(changesOf(before, after)).toEqual(expected));

  test('nothing changed between a value and its copy, and each change is a change back', () => {
    fc.assert(
      fc.property(fc.object(), fc.object(), (a, b) => {
        expect(changesOf(a, structuredClone(a))).toEqual([]);
        const fields = (changes: ReturnType<typeof changesOf>) => changes.map((one) => one.field).toSorted();
        expect(fields(changesOf(a, b))).toEqual(fields(changesOf(b, a)));
      }),
    );
  });
});

test.each([
  ['2022-03-15', '15/03/2022'],
  ['2022-03-15T02:05:00.000Z', '15/03/2022 09:05'],
  ['2022-12-31T17:00:00Z', '01/01/2023 00:00'],
  ['2022-13-45', '2022-13-45'],
  [true, 'Có'],
  [false, 'Không'],
  [null, '(để trống)'],
  ['', '(để trống)'],
  [0.5, '0,5'],
  [['a', '2022-03-15'], 'a; 15/03/2022'],
  [[], '(không có)'],
  [{}, '(không có)'],
  [{ from: '2022-01-01', to: undefined }, 'from: 01/01/2022'],
  [undefined, undefined],
])('%o is written %s', (value, text) => expect(writeValue(value)).toBe(text));
