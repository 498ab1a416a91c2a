import type { ColumnKind } from '../columns.ts';
import { boundaryOf, continuationOf, fitOf, openingOf } from './cell-scores.ts';
import type { ScoredPiece, SplittablePiece } from './scored-piece.ts';
import type { WordPairs } from './word-pairs.ts';

/** What the assignment knows about the table: its columns, words of the document, widths of the columns so far. */
export interface Layout {
  /** Kinds of the columns that cells may fall into, in order, without the number column. */
  readonly kinds: readonly ColumnKind[];
  readonly pairs: WordPairs;
  /** Widest line of each column, where rows were read before. */
  readonly widths: readonly (number | undefined)[];
}

/** Pieces of a row by column, in the order of `Layout.kinds`. */
export type AssignedRow = readonly (readonly ScoredPiece[])[];

interface State {
  readonly score: number;
  readonly column: number;
  /** The cell it stands in began with a bullet. */
  readonly bulleted: boolean;
  /** The last piece given to each column. */
  readonly last: ScoredPiece;
  readonly cells: Link | undefined;
}

interface Link {
  readonly column: number;
  readonly piece: ScoredPiece;
  readonly before: Link | undefined;
}

/**
 * Gives each piece of a row to a column, best score first. Within a page columns follow one another; after a page
 * break the row begins again at its first column, each cell going on where it stopped.
 */
export function assignCells(pages: readonly (readonly SplittablePiece[])[], layout: Layout): AssignedRow {
  let cells: AssignedRow = layout.kinds.map(() => []);
  for (const pieces of pages) {
    const added = layout.kinds.map((): ScoredPiece[] => []);
    for (let link = bestPath(pieces, layout, cells)?.cells; link; link = link.before)
      added[link.column]?.unshift(link.piece);
    cells = cells.map((cell, index) => [...cell, ...(added[index] ?? [])]);
  }
  return cells;
}

const skipCost: Readonly<Partial<Record<ColumnKind, number>>> = {
  content: 4,
  lead: 2.5,
  leadAndCoordinators: 2.5,
  coordinators: 1.2,
  outputs: 1.5,
  deadline: 1.6,
  outputsAndDeadline: 1.5,
};

function bestPath(pieces: readonly SplittablePiece[], layout: Layout, open: AssignedRow): State | undefined {
  let states: State[] = [];
  pieces.forEach(({ piece, halves }, index) => {
    const next =
      index === 0
        ? firstStates(piece, layout, open)
        : states.flatMap((state) => steps(state, { piece, halves }, layout, open));
    states = keepBest(next);
  });
  let best: State | undefined;
  for (const state of states) {
    const score = state.score - skipped(layout, state.column + 1, layout.kinds.length, open);
    if (!best || score > best.score) best = { ...state, score };
  }
  return best;
}

function keepBest(states: readonly State[]): State[] {
  const best = new Map<string, State>();
  for (const state of states) {
    const key = `${state.column} ${state.bulleted}`;
    const known = best.get(key);
    if (!known || state.score > known.score) best.set(key, state);
  }
  return [...best.values()];
}

function firstStates(piece: ScoredPiece, layout: Layout, open: AssignedRow): State[] {
  return layout.kinds.map((_, column) => ({
    score: enter(piece, column, layout, open) - skipped(layout, 0, column, open),
    column,
    bulleted: piece.bullet,
    last: piece,
    cells: { column, piece, before: undefined },
  }));
}

function steps(state: State, { piece, halves }: SplittablePiece, layout: Layout, open: AssignedRow): State[] {
  const found: State[] = [stay(state, piece, layout)];
  for (let column = state.column + 1; column < layout.kinds.length; column += 1)
    found.push(move(state, piece, column, layout, open));
  for (const [left, right] of halves) {
    const head = stay(state, left, layout);
    const moved = [
      head,
      ...columnsAfter(state.column, layout).map((column) => move(state, left, column, layout, open)),
    ];
    for (const half of moved) {
      for (const column of columnsAfter(half.column, layout)) {
        const split = move(half, right, column, layout, open);
        found.push({ ...split, score: split.score - 3.5 });
      }
    }
  }
  return found;
}

function columnsAfter(column: number, layout: Layout): number[] {
  return layout.kinds.map((_, index) => index).filter((index) => index > column);
}

function stay(state: State, piece: ScoredPiece, layout: Layout): State {
  const kind = layout.kinds[state.column] ?? 'other';
  const style = piece.bullet && !state.bulleted ? (kind === 'outputs' || kind === 'deadline' ? -0.7 : -1.8) : 0;
  return {
    score:
      state.score +
      fitOf(piece, kind) +
      style +
      continuationOf(state.last, piece, kind, layout.pairs, roomAfter(state.last, state.column, layout)),
    column: state.column,
    bulleted: state.bulleted,
    last: piece,
    cells: { column: state.column, piece, before: state.cells },
  };
}

function move(state: State, piece: ScoredPiece, column: number, layout: Layout, open: AssignedRow): State {
  return {
    score:
      state.score +
      boundaryOf(state.last, piece, layout.pairs, roomAfter(state.last, state.column, layout)) +
      enter(piece, column, layout, open) -
      skipped(layout, state.column + 1, column, open),
    column,
    bulleted: piece.bullet,
    last: piece,
    cells: { column, piece, before: state.cells },
  };
}

/** Score of a piece as the first of a cell, or as the next of one that a page break left open. */
function enter(piece: ScoredPiece, column: number, layout: Layout, open: AssignedRow): number {
  const kind = layout.kinds[column] ?? 'other';
  const left = open[column]?.at(-1);
  const fresh = fitOf(piece, kind) + openingOf(piece, kind);
  if (!left) return fresh;
  return fitOf(piece, kind) + continuationOf(left, piece, kind, layout.pairs, undefined) + 0.5;
}

function skipped(layout: Layout, from: number, to: number, open: AssignedRow): number {
  let cost = 0;
  for (let column = from; column < to; column += 1) {
    const left = open[column]?.at(-1);
    if (left) cost += /[.;]$/u.test(left.text) ? 0 : 0.4;
    else cost += skipCost[layout.kinds[column] ?? 'other'] ?? 0.3;
  }
  return cost;
}

function roomAfter(piece: ScoredPiece, column: number, layout: Layout): number | undefined {
  const width = layout.widths[column];
  return width === undefined ? undefined : width - piece.text.length;
}
