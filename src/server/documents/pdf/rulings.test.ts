import { describe, expect, test } from 'vitest';
import { type Affine, identity } from './affine.ts';
import { loadPdfjs } from './load-pdfjs.ts';
import { findRulings } from './rulings.ts';

const { OPS: ops } = await loadPdfjs();

type Step = readonly [operator: number, args?: unknown];

/** Verbs of a path and their points. */
const move = (x: number, y: number) => [0, x, y];
const line = (x: number, y: number) => [1, x, y];
const curve = (x: number, y: number) => [2, 7, 7, 8, 8, x, y];
const quadratic = (x: number, y: number) => [3, 7, 7, x, y];
const close = [4];
const box = (x: number, y: number, width: number, height: number) =>
  [move(x, y), line(x + width, y), line(x + width, y + height), line(x, y + height), close].flat();

const path = (paint: number, ...verbs: readonly (readonly number[])[]): Step => [
  ops.constructPath,
  [paint, [Float32Array.from(verbs.flat())], null],
];
/** The lines found, each as "x1,y1 x2,y2". */
const told = (steps: readonly Step[], view: Affine = identity) =>
  findRulings({ fnArray: steps.map(([fn]) => fn), argsArray: steps.map(([, args]) => args ?? null) }, ops, view).map(
    ({ x1, y1, x2, y2 }) => `${x1},${y1} ${x2},${y2}`,
  );
const across = [move(10, 50), line(110, 50)];

describe('lines that are drawn', () => {
  test.each<[string, readonly (readonly number[])[], readonly string[]]>([
    ['across', across, ['10,50 110,50']],
    ['from right to left', [move(110, 50), line(10, 50)], ['10,50 110,50']],
    ['down', [move(10, 20), line(10, 90)], ['10,20 10,90']],
    ['upwards', [move(10, 90), line(10, 20)], ['10,20 10,90']],
    ['four points long', [move(10, 50), line(14, 50), move(10, 60), line(10, 64)], ['10,50 14,50', '10,60 10,64']],
    ['none that is shorter', [move(10, 50), line(13.5, 50), move(10, 60), line(10, 63.5)], []],
    [
      'a little aslant, at their middle',
      [move(10, 50), line(110, 50.5), move(10, 60), line(10.5, 90)],
      ['10,50.25 110,50.25', '10.25,60 10.25,90'],
    ],
    ['none that slant by a point', [move(10, 50), line(110, 51), move(10, 60), line(11, 90)], []],
    [
      'one behind the other',
      [...across, line(110, 90), line(200, 90)],
      ['10,50 110,50', '110,50 110,90', '110,90 200,90'],
    ],
    ['from the start of the page', [line(100, 0)], ['0,0 100,0']],
    [
      'back to where they began',
      [move(10, 50), line(110, 50), line(10, 50.5), close],
      ['10,50 110,50', '10,50.25 110,50.25'],
    ],
    ['a frame', [box(10, 20, 100, 30)], ['10,20 110,20', '110,20 110,50', '10,50 110,50', '10,20 10,50']],
    ['after a curve, from its end', [move(0, 0), curve(10, 50), line(110, 50)], ['10,50 110,50']],
    ['after a bow, from its end', [move(0, 0), quadratic(10, 50), line(110, 50)], ['10,50 110,50']],
    [
      'after what was closed, from its start',
      [move(10, 50), line(10, 60), close, line(110, 50)],
      ['10,50 10,60', '10,50 10,60', '10,50 110,50'],
    ],
    ['no curves', [move(0, 0), curve(0, 100), quadratic(100, 100)], []],
  ])('%s', (_, verbs, lines) => expect(told([path(ops.stroke, ...verbs)])).toEqual(lines));

  test.each([
    ['stroked', 'stroke', 1],
    ['closed and stroked', 'closeStroke', 1],
    ['filled and stroked', 'fillStroke', 1],
    ['filled by another rule and stroked', 'eoFillStroke', 1],
    ['closed, filled and stroked', 'closeFillStroke', 1],
    ['closed, filled by another rule and stroked', 'closeEOFillStroke', 1],
    ['filled', 'fill', 1],
    ['filled by another rule', 'eoFill', 1],
    ['only kept for later', 'endPath', 0],
  ] as const)('%s', (_, paint, count) => expect(told([path(ops[paint], ...across)])).toHaveLength(count));

  test('what is no path draws nothing', () => {
    expect(
      told([
        [ops.showText, [[]]],
        [ops.constructPath, null],
        [ops.constructPath, [ops.stroke, [null]]],
      ]),
    ).toEqual([]);
    expect(told([[ops.setDash, path(ops.stroke, ...across)[1]]])).toEqual([]);
  });
});

describe('thin boxes that are filled', () => {
  test.each<[string, readonly (readonly number[])[], readonly string[]]>([
    ['across', [box(10, 50, 100, 1)], ['10,50.5 110,50.5']],
    ['down', [box(10, 50, 1, 100)], ['10.5,50 10.5,150']],
    ['three points thick', [box(10, 50, 100, 3), box(10, 60, 3, 100)], ['10,51.5 110,51.5', '11.5,60 11.5,160']],
    ['none that are thicker', [box(10, 50, 100, 3.5), box(10, 60, 3.5, 100)], []],
    ['none that are short', [box(10, 50, 3, 3), box(10, 60, 3.5, 1), box(10, 70, 1, 3.5)], []],
    ['several in one path', [box(10, 50, 100, 1), box(10, 70, 100, 1)], ['10,50.5 110,50.5', '10,70.5 110,70.5']],
    ['one beside the other', [box(10, 50, 100, 1), box(110, 50, 100, 1)], ['10,50.5 110,50.5', '110,50.5 210,50.5']],
    ['one below the other', [box(10, 50, 1, 100), box(10, 150, 1, 100)], ['10.5,50 10.5,150', '10.5,150 10.5,250']],
    ['no coloured ground', [box(10, 50, 200, 80)], []],
  ])('%s', (_, verbs, lines) => expect(told([path(ops.fill, ...verbs)])).toEqual(lines));
});

describe('where lines come to lie', () => {
  const drawn = path(ops.stroke, ...across);
  const twice: Step = [ops.transform, [2, 0, 0, 2, 0, 0]];
  const aside: Step = [ops.transform, [1, 0, 0, 1, 5, 7]];
  const form: Step = [ops.paintFormXObjectBegin, [[1, 0, 0, 1, 5, 7], null]];

  test.each<[string, readonly Step[], readonly string[]]>([
    ['made larger', [twice, drawn], ['20,100 220,100']],
    ['moved, then made larger', [twice, aside, drawn], ['30,114 230,114']],
    ['made larger, then moved', [aside, twice, drawn], ['25,107 225,107']],
    ['as before when it was kept', [[ops.save], twice, [ops.restore], drawn], ['10,50 110,50']],
    [
      'as before, one within the other',
      [twice, [ops.save], aside, [ops.save], aside, [ops.restore], drawn, [ops.restore], drawn],
      ['30,114 230,114', '20,100 220,100'],
    ],
    ['as on the page when nothing was kept', [twice, [ops.restore], drawn], ['10,50 110,50']],
    ['within a form', [form, drawn, [ops.paintFormXObjectEnd], drawn], ['15,57 115,57', '10,50 110,50']],
    [
      'within a form that is not moved',
      [twice, [ops.paintFormXObjectBegin, [null, null]], aside, drawn, [ops.paintFormXObjectEnd], drawn],
      ['30,114 230,114', '20,100 220,100'],
    ],
  ])('%s', (_, steps, lines) => expect(told(steps)).toEqual(lines));

  test('counted from the top of the page', () =>
    expect(told([twice, drawn], [1, 0, 0, -1, 0, 842])).toEqual(['20,742 220,742']));
});
