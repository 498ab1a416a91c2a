import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { CellOf } from './cell-of.tsx';
import type { Column } from './column.ts';
import type { ShownRows } from './use-rows.ts';

export interface RowTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: ShownRows<Row>;
  readonly sort: string;
  readonly onSort: (sort: string) => void;
  readonly keyOf: (row: Row) => string;
  readonly toOf: ((row: Row) => string) | undefined;
}

const estimatedRow = 45;
const shareWidth = 14;
const pageStep = 10;

/** The next order after a click on a head: up, down, the list's own. */
function nextSort(sort: string, id: string): string {
  if (sort === id) return `-${id}`;
  return sort === `-${id}` ? '' : id;
}

function SortHead<Row>({ column, sort, onSort }: { column: Column<Row>; sort: string; onSort: (s: string) => void }) {
  const isUp = sort === column.id;
  const isDown = sort === `-${column.id}`;
  const Icon = isUp ? IconArrowUp : isDown ? IconArrowDown : IconArrowsSort;
  return (
    <th scope="col" data-align={column.align} aria-sort={isUp ? 'ascending' : isDown ? 'descending' : undefined}>
      {column.canSort ? (
        <button type="button" className="sort-head" onClick={() => onSort(nextSort(sort, column.id))}>
          {column.title}
          <Icon size={14} stroke={2} data-on={isUp || isDown || undefined} aria-hidden />
        </button>
      ) : (
        column.title
      )}
    </th>
  );
}

/** Rows as a dense table; only those in view exist, so that ten thousand scroll as smoothly as ten. */
export function RowTable<Row>({ label, columns, rows, sort, onSort, keyOf, toOf }: RowTableProps<Row>) {
  const scroll = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const [active, setActive] = useState(0);
  const isMovedByKey = useRef(false);
  const virtual = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroll.current,
    estimateSize: () => estimatedRow,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { want } = rows;
  useEffect(() => want(first, last), [want, first, last]);
  useEffect(() => {
    if (!isMovedByKey.current) return;
    const row = scroll.current?.querySelector<HTMLElement>(`tr[data-index="${active}"]`);
    if (row) {
      row.focus({ preventScroll: true });
      isMovedByKey.current = false;
    }
  });
  function move(to: number) {
    const next = Math.max(0, Math.min(rows.total - 1, to));
    isMovedByKey.current = true;
    setActive(next);
    virtual.scrollToIndex(next);
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    // Keys pressed in a link or button of a cell are its own.
    if (event.target !== event.currentTarget) return;
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + pageStep,
      PageUp: active - pageStep,
      Home: 0,
      End: rows.total - 1,
    };
    const to = steps[event.key];
    if (to !== undefined) move(to);
    else if (event.key === 'Enter') open(active);
    else return;
    event.preventDefault();
  }
  function open(index: number) {
    const row = rows.findRow(index);
    if (row !== undefined && toOf) navigate(toOf(row));
  }
  function onRowClick(event: MouseEvent<HTMLElement>, index: number) {
    const isOnControl = event.target instanceof Element && event.target.closest('a, button, input, label, select');
    if (!isOnControl && getSelection()?.isCollapsed !== false) open(index);
  }
  const width = columns.reduce((sum, column) => sum + (column.width ?? shareWidth), 0);
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div ref={scroll} className="table-scroll" data-stale={rows.isStale || undefined}>
      <table
        className="data-table"
        aria-label={label}
        aria-rowcount={rows.total + 1}
        style={{ minWidth: `${width}rem` }}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} style={column.width ? { width: `${column.width}rem` } : {}} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <SortHead key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          <tr aria-hidden className="table-gap">
            <td colSpan={columns.length} style={{ height: items[0]?.start ?? 0 }} />
          </tr>
          {items.map((item) => {
            const row = rows.findRow(item.index);
            return (
              <tr
                key={row === undefined ? `wait-${item.index}` : keyOf(row)}
                ref={virtual.measureElement}
                data-index={item.index}
                data-odd={item.index % 2 === 1 || undefined}
                data-opens={toOf !== undefined || undefined}
                aria-rowindex={item.index + 2}
                tabIndex={item.index === active ? 0 : -1}
                onFocus={() => setActive(item.index)}
                onKeyDown={onKeyDown}
                onClick={(event) => onRowClick(event, item.index)}
              >
                {columns.map((column) => (
                  <td key={column.id} data-align={column.align}>
                    {row === undefined ? '…' : <CellOf column={column} row={row} to={toOf?.(row)} />}
                  </td>
                ))}
              </tr>
            );
          })}
          <tr aria-hidden className="table-gap">
            <td colSpan={columns.length} style={{ height: Math.max(0, after) }} />
          </tr>
        </tbody>
      </table>
    </div>
  );
}
