import type { Column, ColumnKind } from './columns.ts';
import { looksLikeDue, looksLikeOutput } from './cues.ts';
import { cellsOfRow, type Grid } from './grid.ts';
import { looksLikeUnit } from './units.ts';

/** Columns of a table without headings, told by what most of their cells look like; undefined when it is no table of tasks. */
export function guessColumns(grid: Grid): Column[] | undefined {
  const kinds: ColumnKind[] = [];
  for (let column = 0; column < grid.columnCount; column += 1) kinds.push(kindOfColumn(textsOf(grid, column), kinds));
  const longest = longestColumn(grid, kinds);
  const columns = kinds.map((kind, index): Column => ({ kind: index === longest ? 'content' : kind, title: '' }));
  const named = columns.filter(({ kind }) => kind === 'lead' || kind === 'deadline' || kind === 'outputs').length;
  return longest !== undefined && named >= 2 && grid.columnCount >= 3 ? columns : undefined;
}

function textsOf(grid: Grid, column: number): string[] {
  const texts: string[] = [];
  for (let row = 0; row < grid.rowCount; row += 1) {
    if (cellsOfRow(grid, row).length < 2) continue;
    const text = grid.textOf(grid.at(row, column)).text;
    if (text !== '') texts.push(text);
  }
  return texts;
}

function kindOfColumn(texts: readonly string[], before: readonly ColumnKind[]): ColumnKind {
  const most = (test: (text: string) => boolean) => texts.length > 0 && texts.filter(test).length >= texts.length * 0.6;
  if (before.length === 0 && most((text) => /^\d{1,2}(?:\.\d+)*\.?$|^[IVX]+\.?$/u.test(text))) return 'no';
  if (most(looksLikeDue)) return 'deadline';
  if (most((text) => looksLikeUnit(text.replace(/^[-–+•]\s*/u, ''))))
    return before.includes('lead') ? 'coordinators' : 'lead';
  return most(looksLikeOutput) ? 'outputs' : 'other';
}

function longestColumn(grid: Grid, kinds: readonly ColumnKind[]): number | undefined {
  let best: { column: number; length: number } | undefined;
  kinds.forEach((kind, column) => {
    if (kind !== 'other') return;
    const length = textsOf(grid, column).join('').length;
    if (length > 0 && (!best || length > best.length)) best = { column, length };
  });
  return best?.column;
}
