import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import type { Column } from './column.ts';

interface PrintSheetProps<Row> {
  readonly unit: string;
  readonly title: string;
  readonly today: PlainDate;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly onDone: () => void;
}

/** The whole list on A4, for the weekly briefing; opens the print dialog and goes away with it. */
export function PrintSheet<Row>({ unit, title, today, columns, rows, keyOf, onDone }: PrintSheetProps<Row>) {
  useEffect(() => {
    addEventListener('afterprint', onDone);
    const timer = setTimeout(() => window.print(), 50);
    return () => {
      clearTimeout(timer);
      removeEventListener('afterprint', onDone);
    };
  }, [onDone]);
  return createPortal(
    <div className="print-sheet">
      <p>{unit}</p>
      <h1>{title}</h1>
      <p>
        Ngày {formatDate(today)} · {rows.length} dòng
      </p>
      <table>
        <thead>
          <tr>
            <th>STT</th>
            {columns.map((column) => (
              <th key={column.id} data-align={column.align}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={keyOf(row)}>
              <td>{at + 1}</td>
              {columns.map((column) => (
                <td key={column.id} data-align={column.align}>
                  {column.text(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>,
    document.body,
  );
}
