import type { RenderedBlock, RenderedCell, RenderedFile } from '#modules/evidence/domain/rendered-file.ts';
import type { SourceBlock, SourceDocument, SourceLine, SourceTable } from '#modules/plan/domain/source-document.ts';

const mostBlocks = 4_000;

/** The paragraphs and tables of a Word file in reading order, at most so many. */
export function renderDocument({ blocks, lines }: SourceDocument): RenderedFile {
  const shown = blocks.slice(0, mostBlocks).map((block) => blockOf(block, lines));
  return { kind: 'text', blocks: shown, isCut: blocks.length > mostBlocks };
}

function blockOf(block: SourceBlock, lines: readonly SourceLine[]): RenderedBlock {
  if (block.kind === 'table') return { kind: 'table', rows: rowsOf(block, lines) };
  const own = linesOf(block.lines, lines);
  return { kind: 'paragraph', text: textOf(own), isBold: own.length > 0 && own.every((line) => line.bold === true) };
}

function rowsOf({ cells, rowCount }: SourceTable, lines: readonly SourceLine[]): RenderedCell[][] {
  const rows: RenderedCell[][] = Array.from({ length: rowCount }, () => []);
  for (const cell of cells.toSorted((a, b) => a.column - b.column)) {
    const text = textOf(linesOf(cell.lines, lines));
    rows[cell.row]?.push({ text, columns: cell.columnSpan, rows: cell.rowSpan });
  }
  return rows;
}

function linesOf(ids: readonly number[], lines: readonly SourceLine[]): SourceLine[] {
  return ids.flatMap((id) => lines[id] ?? []);
}

function textOf(lines: readonly SourceLine[]): string {
  return lines.map(({ marker, text }) => (marker ? `${marker} ${text}` : text)).join('\n');
}
