import type { OPS as OpsTable } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Affine, affineOf, apply, identity, multiply } from './affine.ts';
import type { Ruling } from './page-content.ts';

interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

type Point = readonly [number, number];

/** Filled shapes thinner than this are lines drawn as rectangles. */
const thin = 3;
/** Shorter lines are underlines of a letter or tick marks. */
const shortest = 4;

/** Path verbs and how many numbers follow each. */
const verbs = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 } as const;

/** Cuts the numbers of a path into its straight strokes; a curve ends one and begins another. */
function strokesOf(path: ArrayLike<number>): [Point, Point][] {
  const strokes: [Point, Point][] = [];
  let at: Point = [0, 0];
  let start: Point = at;
  const point = (index: number): Point => [path[index] ?? 0, path[index + 1] ?? 0];
  for (let index = 0; index < path.length; ) {
    const verb = path[index];
    if (verb === verbs.move) {
      at = start = point(index + 1);
      index += 3;
    } else if (verb === verbs.line) {
      const next = point(index + 1);
      strokes.push([at, next]);
      at = next;
      index += 3;
    } else if (verb === verbs.curve) {
      at = point(index + 5);
      index += 7;
    } else if (verb === verbs.quadratic) {
      at = point(index + 3);
      index += 5;
    } else {
      strokes.push([at, start]);
      at = start;
      index += 1;
    }
  }
  return strokes;
}

function rulingOf([from, to]: readonly [Point, Point]): Ruling | undefined {
  const [x1, x2] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])];
  const [y1, y2] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])];
  if (x2 - x1 < 1 && y2 - y1 >= shortest) return { x1: (x1 + x2) / 2, x2: (x1 + x2) / 2, y1, y2 };
  if (y2 - y1 < 1 && x2 - x1 >= shortest) return { x1, x2, y1: (y1 + y2) / 2, y2: (y1 + y2) / 2 };
  return undefined;
}

/** The middle line of a filled thin rectangle; undefined for shapes that are no line. */
function middleLine(strokes: readonly (readonly [Point, Point])[]): Ruling | undefined {
  const points = strokes.flat();
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x1, x2, y1, y2] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
  const upright: [Point, Point] = [
    [x, y1],
    [x, y2],
  ];
  const level: [Point, Point] = [
    [x1, y],
    [x2, y],
  ];
  if (x2 - x1 <= thin) return rulingOf(upright);
  return y2 - y1 <= thin ? rulingOf(level) : undefined;
}

/** Splits strokes into the closed or open figures they were drawn as. */
function figuresOf(strokes: readonly [Point, Point][]): [Point, Point][][] {
  const figures: [Point, Point][][] = [];
  for (const stroke of strokes) {
    const figure = figures.at(-1);
    const last = figure?.at(-1)?.[1];
    if (figure && last && last[0] === stroke[0][0] && last[1] === stroke[0][1]) figure.push(stroke);
    else figures.push([stroke]);
  }
  return figures;
}

/**
 * Finds the ruled lines of a page: stroked straight lines, edges of stroked rectangles, and thin filled rectangles.
 * `view` turns the page's own coordinates into points from the top left.
 */
export function findRulings(operators: Operators, ops: typeof OpsTable, view: Affine): Ruling[] {
  const both = [ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke];
  const stroked = new Set<unknown>([ops.stroke, ops.closeStroke, ...both]);
  const filled = new Set<unknown>([ops.fill, ops.eoFill]);
  const rulings: Ruling[] = [];
  const saved: Affine[] = [];
  let matrix: Affine = identity;
  for (const [index, operator] of operators.fnArray.entries()) {
    const args = operators.argsArray[index];
    const list: readonly unknown[] = Array.isArray(args) ? args : [];
    if (operator === ops.save) saved.push(matrix);
    else if (operator === ops.restore || operator === ops.paintFormXObjectEnd) matrix = saved.pop() ?? identity;
    else if (operator === ops.transform) matrix = multiply(matrix, affineOf(list));
    else if (operator === ops.paintFormXObjectBegin) {
      saved.push(matrix);
      if (Array.isArray(list[0])) matrix = multiply(matrix, affineOf(list[0]));
    } else if (operator === ops.constructPath) {
      const [paint, paths] = list;
      const path: unknown = Array.isArray(paths) ? paths[0] : undefined;
      if (!(path instanceof Float32Array) || !(stroked.has(paint) || filled.has(paint))) continue;
      const place = multiply(view, matrix);
      const strokes = strokesOf(path).map(([from, to]): [Point, Point] => [apply(place, ...from), apply(place, ...to)]);
      for (const figure of figuresOf(strokes)) {
        const found = stroked.has(paint) ? figure.map(rulingOf) : [middleLine(figure)];
        rulings.push(...found.filter((ruling) => ruling !== undefined));
      }
    }
  }
  return rulings;
}
