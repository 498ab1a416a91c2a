import type { ReactNode } from 'react';
import type { AnswerOf } from '#kernel/route.ts';
import type { getImportDocument } from '../../contract/imports.ts';

type Table = Extract<AnswerOf<typeof getImportDocument>['blocks'][number], { kind: 'table' }>;

const letterRem = 0.52;
const paddingRem = 1.1;
const longestWord = 12;
const remOfRoot = 0.7;

/** Rem each column needs: its longest word unbroken, and more the more it says. A cell over several columns counts for none. */
function widthsOf(table: Table, textOf: (line: number) => string): readonly number[] {
  const widths = Array.from({ length: table.columnCount }, () => paddingRem);
  for (const cell of table.cells) {
    if (cell.columnSpan !== 1) continue;
    const text = cell.lines.map(textOf).join(' ');
    const word = Math.min(longestWord, Math.max(...text.split(/\s+/).map((one) => one.length)));
    const needed = Math.max(word * letterRem + paddingRem, Math.sqrt(text.length) * remOfRoot);
    widths[cell.column] = Math.max(widths[cell.column] ?? 0, needed);
  }
  return widths;
}

/** A table of the document; wider than the pane it scrolls by itself. */
export function SourceTable({
  table,
  textOf,
  lineOf,
}: {
  table: Table;
  textOf: (line: number) => string;
  lineOf: (line: number) => ReactNode;
}) {
  const widths = widthsOf(table, textOf);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const rows = Array.from({ length: table.rowCount }, (_, row) => table.cells.filter((cell) => cell.row === row));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1)
    <section className="source-scroll" tabIndex={0} aria-label={`Bảng ${table.table + 1} của văn bản`}>
      <table className="source-table" style={{ minWidth: `${whole}rem` }}>
        <colgroup>
          {widths.map((width, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns of a document never move
            <col key={column} style={{ width: `${(100 * width) / whole}%` }} />
          ))}
        </colgroup>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a document never move
            <tr key={row}>
              {cells.map((cell) => (
                <td key={cell.column} rowSpan={cell.rowSpan} colSpan={cell.columnSpan}>
                  {cell.lines.map(lineOf)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
