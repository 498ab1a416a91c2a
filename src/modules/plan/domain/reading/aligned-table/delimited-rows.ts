import type { ReadingLine } from '../reading-line.ts';
import { pieceOf, type TextRows } from './text-grid.ts';

/** The cells of a line that tabs or bars keep apart, or undefined when it has fewer than three. */
function cellsOf(line: ReadingLine): string[] | undefined {
  const bars = line.raw.includes('|')
    ? line.raw
        .trim()
        .replace(/^\||\|$/gu, '')
        .split('|')
    : [];
  if (bars.length >= 3) return bars;
  const tabs = line.raw.split('\t');
  return tabs.length >= 3 ? tabs : undefined;
}

/** A run of lines from `from` whose cells are kept apart by tabs or bars, as rows; undefined when it has under two rows. */
export function findDelimitedRows(
  lines: readonly ReadingLine[],
  from: number,
): { rows: TextRows; end: number } | undefined {
  const rows: ReadingLine[][][] = [];
  let end = from;
  for (let line = lines[end]; line; line = lines[end]) {
    const current = line;
    const cells = cellsOf(current);
    if (!cells && !/^[-+=|\s]{5,}$/u.test(current.raw)) break;
    if (cells && !/^[-+=|:\s]+$/u.test(current.raw)) rows.push(cells.map((cell) => pieceOf(current, cell)));
    end += 1;
  }
  return rows.length >= 2 ? { rows, end } : undefined;
}
