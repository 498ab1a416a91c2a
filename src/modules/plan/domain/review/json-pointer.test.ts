import { describe, expect, test } from 'vitest';
import { indexOf, pointerOf, stepsOf, valueAt, withChange } from './json-pointer.ts';

test.each([
  ['', []],
  ['/a/0', ['a', '0']],
  ['/a~1b/c~0d/~01', ['a/b', 'c~d', '~1']],
])('the steps of "%s", and back', (pointer, steps) => {
  expect(stepsOf(pointer)).toEqual(steps);
  expect(pointerOf(steps)).toBe(pointer);
});

test.each([
  ['0', 0],
  ['12', 12],
  ['01', undefined],
  ['-', undefined],
  ['1a', undefined],
  ['a1', undefined],
  ['1234567890', undefined],
  ['', undefined],
])('the index in "%s"', (step, index) => expect(indexOf(step)).toBe(index));

const root = { list: ['a', { b: 'c' }], text: 'abc', none: null };

test.each([
  ['', root],
  ['/list/0', 'a'],
  ['/list/1/b', 'c'],
  ['/list/length', undefined],
  ['/list/x', undefined],
  ['/list/9/b', undefined],
  ['/text/length', undefined],
  ['/text/0', undefined],
  ['/none/x', undefined],
  ['/toString', undefined],
  ['/none', null],
])('the value at "%s"', (pointer, value) => expect(valueAt(root, pointer)).toEqual(value));

describe('a change in a copy', () => {
  const put = (pointer: string) =>
    withChange(root, stepsOf(pointer), (holder, last) => ({ ...(holder as object), [last]: 'new' }));

  test('deep in lists and objects, the rest as it was', () => {
    expect(put('/list/1/b')).toEqual({ ...root, list: ['a', { b: 'new' }] });
    expect(put('/text')).toEqual({ ...root, text: 'new' });
    expect(root.list[1]).toEqual({ b: 'c' });
  });

  test.each(['', '/text/x', '/none/x', '/gone/x', '/list/7/b'])('none at "%s"', (pointer) =>
    expect(put(pointer)).toBeUndefined(),
  );

  test('none when it is refused', () =>
    expect(withChange(root, stepsOf('/list/1/b'), () => undefined)).toBeUndefined());
});
