import { type KeyboardEvent, type MouseEvent, memo, type Ref } from 'react';
import { CellOf } from './cell-of.tsx';
import type { Column } from './column.ts';

/** What a row tells the table it stands in; the same object for all rows and renders. */
export interface LineEvents {
  readonly onStand: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onClick: (event: MouseEvent, index: number) => void;
}

export interface TableLineProps<Row> {
  readonly index: number;
  /** Undefined while it is on its way. */
  readonly row: Row | undefined;
  readonly columns: readonly Column<Row>[];
  readonly isActive: boolean;
  readonly toOf: ((row: Row) => string) | undefined;
  readonly events: LineEvents;
  readonly measure: Ref<HTMLTableRowElement>;
}

function Line<Row>({ index, row, columns, isActive, toOf, events, measure }: TableLineProps<Row>) {
  const to = row === undefined ? undefined : toOf?.(row);
  return (
    <tr
      ref={measure}
      data-index={index}
      data-odd={index % 2 === 1 || undefined}
      data-opens={toOf !== undefined || undefined}
      aria-rowindex={index + 2}
      tabIndex={isActive ? 0 : -1}
      onFocus={() => events.onStand(index)}
      onKeyDown={events.onKeyDown}
      onClick={(event) => events.onClick(event, index)}
    >
      {columns.map((column) => (
        <td key={column.id} data-align={column.align}>
          {row === undefined ? '…' : <CellOf column={column} row={row} to={to} />}
        </td>
      ))}
    </tr>
  );
}

/** One row; scrolling renders only the rows that come into view. */
export const TableLine = memo(Line) as typeof Line;
