import { describe, expect, test } from 'vitest';
import { type BodyLine, type Measure, measure, paragraphsOf } from './paragraphs.ts';

/** A line of the first page that reaches the right margin at 537. */
const line = (text: string, y: number, more: Partial<BodyLine> = {}): BodyLine => ({
  text,
  x: 57,
  right: 537,
  y,
  size: 12,
  bold: false,
  page: 1,
  ...more,
});
const page: Measure = { right: new Map([[1, 537]]), left: new Map([[1, 57]]), leading: 0 };
const ends = (before: Partial<BodyLine>, after: Partial<BodyLine>, measured: Partial<Measure> = {}) =>
  paragraphsOf([line('một', 100, before), line('hai', 115, after)], { ...page, ...measured }).length === 2;

describe('a paragraph ends between two lines', () => {
  test.each<[string, Partial<BodyLine>, Partial<BodyLine>, Partial<Measure>, boolean]>([
    ['not when the first is full', {}, {}, {}, false],
    ['when only one is bold', {}, { bold: true }, {}, true],
    ['not when both are', { bold: true }, { bold: true }, {}, false],
    ['not when the sizes differ by a point', {}, { size: 13 }, {}, false],
    ['when they differ by more', {}, { size: 13.1 }, {}, true],
    ['when they differ by more the other way', {}, { size: 10.9 }, {}, true],
    ['when the second is on the same height', {}, { y: 100 }, {}, true],
    ['when the second is above', {}, { y: 50 }, {}, true],
    ['not on a new page', {}, { y: 50, page: 2 }, {}, false],
    ['not up to a gap of 2.2 sizes', { size: 10 }, { size: 10, y: 122 }, {}, false],
    ['at a wider one', { size: 10 }, { size: 10, y: 122.5 }, {}, true],
    ['not at the usual distance', {}, { y: 117 }, { leading: 15 }, false],
    ['at more than that', {}, { y: 117.5 }, { leading: 15 }, true],
    ['not up to 1.15 times that', {}, { y: 123 }, { leading: 20 }, false],
    ['not at more than that on a new page', {}, { y: 140, page: 2 }, { leading: 15 }, false],
    ['when the next word had room', { right: 508 }, { text: 'xx yy', x: 57, right: 117 }, {}, true],
    ['not when it had none', { right: 509 }, { text: 'xx yy', x: 57, right: 117 }, {}, false],
    ['not when no margin is known', { right: 100 }, {}, { right: new Map() }, false],
    ['not at half a size of indent', {}, { x: 63 }, {}, false],
    ['not at half a size, an item neither', {}, { x: 63, text: '- hai' }, {}, false],
    ['at more, when the first is not indented', {}, { x: 63.5 }, {}, true],
    ['not when both are indented', { x: 80 }, { x: 80 }, {}, false],
    ['not when the second is further in by half a size', { x: 80 }, { x: 86 }, {}, false],
    ['when it is further in', { x: 80 }, { x: 87 }, {}, true],
    ['not when no left margin is known', {}, { x: 90 }, { left: new Map() }, false],
  ])('%s', (_, before, after, measured, end) => expect(ends(before, after, measured)).toBe(end));

  test.each([
    ['một.', 'Hai', true],
    ['một;', 'Hai', true],
    ['một:', '“Hai', true],
    ['một!', '(Hai', true],
    ['một?', '"Hai', true],
    ['một…', 'Đề án', true],
    ['một', 'Hai', false],
    ['một.', 'hai', false],
    ['một. và', 'Hai', false],
    ['một.', 'xã Hai', false],
  ])('indented both: "%s" before "%s"', (before, after, end) =>
    expect(ends({ x: 80, text: before }, { x: 80, text: after })).toBe(end),
  );

  test.each([
    ['- hai', true],
    ['+ hai', true],
    ['• hai', true],
    ['-hai', false],
    ['a) hai', true],
    ['đ. hai', true],
    ['ab) hai', true],
    ['abc) hai', false],
    ['a)hai', false],
    ['1. hai', true],
    ['12.1.3) hai', true],
    ['123. hai', false],
    ['1.10. hai', true],
    ['VIII. hai', true],
    ['1.hai', false],
    ['IV. hai', true],
    ['IV.hai', false],
    ['Điều 3', true],
    ['Điều lệ', false],
    ['theo - hai', false],
  ])('an item begins with "%s"', (text, end) => expect(ends({ x: 80 }, { x: 80, text })).toBe(end));
});

describe('the measure of a document', () => {
  test('the outermost margins of each page, the commonest distance; of equally common ones the smaller', () => {
    const measured = measure([
      line('a', 100, { x: 60, right: 500 }),
      line('b', 115, { x: 57, right: 537 }),
      line('c', 130, { x: 70, right: 400 }),
      line('d', 150),
      line('e', 100, { page: 2, x: 90, right: 300 }),
    ]);
    expect([...measured.right]).toEqual([
      [1, 537],
      [2, 300],
    ]);
    expect([...measured.left]).toEqual([
      [1, 57],
      [2, 90],
    ]);
    expect(measured.leading).toBe(15);
    expect(measure([line('a', 100), line('b', 120), line('c', 135)]).leading).toBe(15);
    expect(measure([line('a', 100), line('b', 115.2), line('c', 135.2), line('d', 155.3)]).leading).toBe(20);
  });

  test('gaps of paragraphs, rows side by side and single lines are no distance', () => {
    expect(measure([line('a', 100), line('b', 130)]).leading).toBe(0);
    expect(measure([line('a', 100), line('b', 129.9)]).leading).toBe(30);
    expect(measure([line('a', 100), line('b', 100)]).leading).toBe(0);
    expect(measure([line('a', 100)]).leading).toBe(0);
    expect(measure([line('a', 100), line('b', 120, { page: 2 })]).leading).toBe(0);
  });
});

test('no lines, no paragraphs', () => expect(paragraphsOf([], page)).toEqual([]));
