import type { ReactNode } from 'react';
import type { AnswerOf } from '#kernel/route.ts';
import type { getImportDocument } from '../../contract/imports.ts';

type Table = Extract<AnswerOf<typeof getImportDocument>['blocks'][number], { kind: 'table' }>;

const leastShare = 2.5;
const mostShare = 14;
const remOfShare = 0.7;

/** How wide each column should be, by the words it holds; a cell over several columns counts for none of them. */
function sharesOf(table: Table, textOf: (line: number) => string): readonly number[] {
  const most = Array.from({ length: table.columnCount }, () => 0);
  for (const cell of table.cells) {
    if (cell.columnSpan !== 1) continue;
    const letters = cell.lines.reduce((sum, line) => sum + textOf(line).length, 0);
    most[cell.column] = Math.max(most[cell.column] ?? 0, letters);
  }
  return most.map((letters) => Math.min(mostShare, Math.max(leastShare, Math.sqrt(letters))));
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
  const shares = sharesOf(table, textOf);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const rows = Array.from({ length: table.rowCount }, (_, row) => table.cells.filter((cell) => cell.row === row));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1)
    <section className="source-scroll" tabIndex={0} aria-label={`Bảng ${table.table + 1} của văn bản`}>
      <table className="source-table" style={{ minWidth: `${whole * remOfShare}rem` }}>
        <colgroup>
          {shares.map((share, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns of a document never move
            <col key={column} style={{ width: `${(100 * share) / whole}%` }} />
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
