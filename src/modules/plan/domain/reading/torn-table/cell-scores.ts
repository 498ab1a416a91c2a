import type { ColumnKind } from '../columns.ts';
import type { ScoredPiece } from './scored-piece.ts';
import type { WordPairs } from './word-pairs.ts';

/** How well a piece's words fit a column, above or below 0. */
export function fitOf(piece: ScoredPiece, kind: ColumnKind): number {
  if (kind === 'deadline')
    return piece.dueLabel ? 1.5 : piece.due ? 1.5 : piece.unit || (piece.output && piece.bullet) ? -1.5 : -0.6;
  if (piece.dueLabel) return kind === 'outputsAndDeadline' ? 1 : -2;
  if (kind === 'lead' || kind === 'coordinators' || kind === 'leadAndCoordinators' || kind === 'otherRole') {
    if (piece.unit || piece.unitWords) return 1;
    return piece.dueStart ? -2 : piece.output ? -1 : -0.2;
  }
  if (kind === 'outputs' || kind === 'outputsAndDeadline') {
    if (piece.output) return 1;
    if (piece.dueStart && !piece.lower) return -1.5;
    return piece.unit && piece.bullet ? -1.5 : 0;
  }
  if (kind === 'content')
    return (piece.bullet ? -1 : 0) + (piece.unit && !piece.lower && piece.text.length < 25 ? -0.7 : 0.2);
  return piece.text.length < 12 ? 0 : -1;
}

/** How well a piece opens a cell of a column. */
export function openingOf(piece: ScoredPiece, kind: ColumnKind): number {
  const small = piece.lower ? -1.5 : 0;
  if (kind === 'deadline') return piece.dueLabel ? 2 : piece.dueStart ? 1.5 + small : small - 1;
  if (kind === 'lead' || kind === 'coordinators' || kind === 'leadAndCoordinators' || kind === 'otherRole') {
    return piece.unit ? 1.5 + small : small - 1.5;
  }
  if (kind === 'outputs' || kind === 'outputsAndDeadline')
    return piece.output && !piece.dueLabel ? 1.5 + small : small - (piece.bullet ? 0.2 : 0.7);
  return kind === 'content' ? small + 0.5 : small - 0.5;
}

const unitKinds = new Set<ColumnKind>(['lead', 'coordinators', 'leadAndCoordinators', 'otherRole']);

/** How likely a piece goes on in the cell of the piece before it. `room` is what was left of the column's width. */
export function continuationOf(
  before: ScoredPiece,
  piece: ScoredPiece,
  kind: ColumnKind,
  pairs: WordPairs,
  room: number | undefined,
): number {
  const stopped = before.end === '.';
  if (piece.bullet) {
    if (kind === 'content') return -1.5;
    const joint = stopped ? -0.6 : before.end === ';' ? 0.5 : /[,:–-]$/u.test(before.text) ? -1 : 0;
    return joint - gapOf(piece) * 0.8;
  }
  if (piece.half) return 3;
  const torn = before.open ? 1.8 : 0;
  const case_ = piece.lower ? 1.2 : /^\d/u.test(piece.text) ? 0.2 : -0.5;
  const pair = pairs.count(before.last, piece.first) > 0 ? 1 : 0;
  const stop = stopped ? -1.5 : before.end === ';' ? -0.8 : 0;
  const other = unitKinds.has(kind) && piece.unit && !piece.lower && !before.open ? -0.8 : 0;
  return torn + case_ + pair + stop + other + wrapped(piece, room) - gapOf(piece) * 0.5;
}

/** How likely a cell ends after one piece and another begins with the next. */
export function boundaryOf(
  before: ScoredPiece,
  piece: ScoredPiece,
  pairs: WordPairs,
  room: number | undefined,
): number {
  const stopped = before.end === '.' ? 0.8 : before.end === ';' ? -0.5 : 0;
  if (piece.half) return -3;
  const torn = before.open ? -2 : 0;
  const pair = !piece.bullet && pairs.count(before.last, piece.first) > 0 ? -0.6 : 0;
  return (
    stopped +
    torn +
    pair +
    (piece.lower ? -1 : 0.3) +
    gapOf(piece) * 0.7 -
    (piece.bullet ? 0 : wrapped(piece, room) * 0.5)
  );
}

function gapOf(piece: ScoredPiece): number {
  return Math.min(piece.gap, 2);
}

/** A line that could have taken the next word was ended on purpose; one that could not was wrapped. */
function wrapped(piece: ScoredPiece, room: number | undefined): number {
  if (room === undefined) return 0;
  const left = room - piece.first.length - 1;
  return left >= 3 ? -1 : left >= 0 ? -0.2 : 0.5;
}
