import type { Ruling } from './page-content.ts';

/** A table as its ruled lines draw it. */
export interface RuledGrid {
  /** Column edges from left to right and row edges from top to bottom, in points. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridBox[];
}

export interface GridBox {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** Lines nearer than this are one line; ends nearer than this meet. */
const near = 2.5;
/** More lines than this on a page are a drawing, not a table. */
const mostRulings = 4_000;

interface Stroke {
  /** Place across its direction: x of a vertical, y of a horizontal one. */
  readonly at: number;
  from: number;
  to: number;
}

function strokesOf(rulings: readonly Ruling[], vertical: boolean): Stroke[] {
  const strokes = rulings
    .filter(({ x1, x2 }) => (x1 === x2) === vertical)
    .map(({ x1, y1, x2, y2 }): Stroke => (vertical ? { at: x1, from: y1, to: y2 } : { at: y1, from: x1, to: x2 }))
    .sort((a, b) => a.at - b.at || a.from - b.from);
  const merged: Stroke[] = [];
  for (const stroke of strokes) {
    const partner = merged.findLast(
      (other) => stroke.at - other.at <= near && stroke.from <= other.to + near && stroke.to >= other.from - near,
    );
    if (partner) {
      partner.from = Math.min(partner.from, stroke.from);
      partner.to = Math.max(partner.to, stroke.to);
    } else merged.push({ ...stroke });
  }
  return merged;
}

function cross(vertical: Stroke, horizontal: Stroke): boolean {
  return (
    vertical.at >= horizontal.from - near &&
    vertical.at <= horizontal.to + near &&
    horizontal.at >= vertical.from - near &&
    horizontal.at <= vertical.to + near
  );
}

interface Component {
  readonly verticals: Stroke[];
  readonly horizontals: Stroke[];
}

function componentsOf(verticals: readonly Stroke[], horizontals: readonly Stroke[]): Component[] {
  const left = new Set(horizontals);
  const waiting = new Set(verticals);
  const components: Component[] = [];
  for (const seed of verticals) {
    if (!waiting.delete(seed)) continue;
    const component: Component = { verticals: [seed], horizontals: [] };
    const queue: Stroke[] = [seed];
    for (const vertical of queue) {
      for (const horizontal of left) {
        if (!cross(vertical, horizontal)) continue;
        left.delete(horizontal);
        component.horizontals.push(horizontal);
        for (const other of waiting) {
          if (!cross(other, horizontal)) continue;
          waiting.delete(other);
          component.verticals.push(other);
          queue.push(other);
        }
      }
    }
    components.push(component);
  }
  return components;
}

function edgesOf(strokes: readonly Stroke[], across: readonly Stroke[]): number[] {
  const edges: number[] = [];
  for (const { at } of strokes.toSorted((a, b) => a.at - b.at)) {
    const last = edges.at(-1);
    if (last === undefined || at - last > near) edges.push(at);
  }
  const from = Math.min(...across.map((stroke) => stroke.from));
  const to = Math.max(...across.map((stroke) => stroke.to));
  const [first] = edges;
  const last = edges.at(-1);
  if (first !== undefined && first - from > near * 3) edges.unshift(from);
  if (last !== undefined && to - last > near * 3) edges.push(to);
  return edges;
}

/** True when a line at `edge` covers most of the way between two edges of the other direction. */
function isDrawn(strokes: readonly Stroke[], edge: number, from: number, to: number): boolean {
  const covered = strokes
    .filter(({ at }) => Math.abs(at - edge) <= near)
    .reduce((sum, stroke) => sum + Math.max(0, Math.min(stroke.to, to) - Math.max(stroke.from, from)), 0);
  return covered * 2 > to - from;
}

function gridOf({ verticals, horizontals }: Component): RuledGrid | undefined {
  const xs = edgesOf(verticals, horizontals);
  const ys = edgesOf(horizontals, verticals);
  const columnCount = xs.length - 1;
  const rowCount = ys.length - 1;
  if (columnCount < 2 || rowCount < 1) return undefined;
  const taken = new Set<number>();
  const cells: GridBox[] = [];
  const open = (strokes: readonly Stroke[], edge: number, from: number, to: number) =>
    !isDrawn(strokes, edge, from, to);
  for (let row = 0; row < rowCount; row += 1) {
    for (let column = 0; column < columnCount; column += 1) {
      if (taken.has(row * columnCount + column)) continue;
      const at = (list: readonly number[], index: number) => list[index] ?? 0;
      let right = column + 1;
      while (right < columnCount && open(verticals, at(xs, right), at(ys, row), at(ys, row + 1))) right += 1;
      let bottom = row + 1;
      while (bottom < rowCount && open(horizontals, at(ys, bottom), at(xs, column), at(xs, right))) bottom += 1;
      for (let r = row; r < bottom; r += 1) for (let c = column; c < right; c += 1) taken.add(r * columnCount + c);
      cells.push({ row, column, rowSpan: bottom - row, columnSpan: right - column });
    }
  }
  return { xs, ys, cells };
}

/** Finds the tables that a page's ruled lines draw, from top to bottom; frames around one text are no tables. */
export function findGrids(rulings: readonly Ruling[]): RuledGrid[] {
  if (rulings.length > mostRulings) return [];
  const components = componentsOf(strokesOf(rulings, true), strokesOf(rulings, false));
  return components
    .flatMap((component) => (component.horizontals.length >= 2 ? (gridOf(component) ?? []) : []))
    .sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0));
}
