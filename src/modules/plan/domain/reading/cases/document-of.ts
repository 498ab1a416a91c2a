import type { SourceBlock, SourceCell, SourceDocument, SourceLine } from '../../source-document.ts';

/**
 * A document written down for a test. Each line is a paragraph; lines that begin with "|" are the rows of a table. In a
 * cell " // " ends a line, "^" carries on the cell above and "<" the cell to the left.
 */
export function documentOf(text: string, format: SourceDocument['format'] = 'docx'): SourceDocument {
  const lines: SourceLine[] = [];
  const blocks: SourceBlock[] = [];
  const addLine = (line: string): number => {
    lines.push({ id: lines.length, text: line });
    return lines.length - 1;
  };
  let rows: string[][] = [];
  const flush = () => {
    if (rows.length > 0) blocks.push(tableOf(rows, blocks.filter((block) => block.kind === 'table').length, addLine));
    rows = [];
  };
  for (const line of text.split('\n')) {
    if (line.startsWith('|')) {
      rows.push(
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
      continue;
    }
    flush();
    blocks.push({ kind: 'paragraph', lines: [addLine(line)] });
  }
  flush();
  return { format, lines, blocks };
}

interface OpenCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  lines: number[];
}

function tableOf(rows: readonly (readonly string[])[], table: number, addLine: (line: string) => number): SourceBlock {
  const columnCount = Math.max(...rows.map((row) => row.length));
  const cells: OpenCell[] = [];
  const at = (row: number, column: number) =>
    cells.find(
      (cell) =>
        cell.row <= row &&
        row < cell.row + cell.rowSpan &&
        cell.column <= column &&
        column < cell.column + cell.columnSpan,
    );
  rows.forEach((texts, row) => {
    texts.forEach((text, column) => {
      const above = text === '^' ? at(row - 1, column) : undefined;
      const left = text === '<' ? at(row, column - 1) : undefined;
      if (above) above.rowSpan = row - above.row + 1;
      else if (left) left.columnSpan = column - left.column + 1;
      else {
        const lines = text === '' ? [] : text.split(' // ').map(addLine);
        cells.push({ row, column, rowSpan: 1, columnSpan: 1, lines });
      }
    });
  });
  return { kind: 'table', table, columnCount, rowCount: rows.length, cells: cells as SourceCell[] };
}
