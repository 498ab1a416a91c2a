import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Column } from './column.ts';
import { SortHead } from './sort-head.tsx';
import { type LineEvents, TableLine } from './table-line.tsx';
import type { ShownRows } from './use-rows.ts';

export interface RowTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: ShownRows<Row>;
  readonly sort: string;
  readonly onSort: (sort: string) => void;
  readonly toOf: ((row: Row) => string) | undefined;
}

const estimatedRow = 45;
const shareWidth = 14;
const mainWidth = 22;
const pageStep = 10;

/** Where a key leads from a row; undefined for keys that are none of the list's. */
function stepOf(key: string, from: number, total: number): number | undefined {
  const steps: Record<string, number> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + pageStep,
    PageUp: from - pageStep,
    Home: 0,
    End: total - 1,
  };
  const to = steps[key];
  return to === undefined ? undefined : Math.max(0, Math.min(total - 1, to));
}

function Gap({ columns, height }: { columns: number; height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden className="table-gap">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

/**
 * Rows as a dense table; only those in view exist, and the one the keyboard stands on, so that ten thousand
 * scroll as smoothly as ten.
 */
export function RowTable<Row>({ label, columns, rows, sort, onSort, toOf }: RowTableProps<Row>) {
  const scroll = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const [active, setActive] = useState(0);
  const current = useRef(0);
  const isMovedByKey = useRef(false);
  const virtual = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroll.current,
    estimateSize: () => estimatedRow,
    overscan: 12,
    rangeExtractor: (range) => {
      const inView = defaultRangeExtractor(range);
      if (active >= range.count || inView.includes(active)) return inView;
      return [...inView, active].sort((a, b) => a - b);
    },
  });
  const first = virtual.range?.startIndex ?? 0;
  const last = virtual.range?.endIndex ?? 0;
  const { want } = rows;
  useEffect(() => want(first, last), [want, first, last]);
  useLayoutEffect(() => {
    if (!isMovedByKey.current) return;
    isMovedByKey.current = false;
    scroll.current?.querySelector<HTMLElement>(`tr[data-index="${active}"]`)?.focus({ preventScroll: true });
  }, [active]);
  function stand(index: number) {
    current.current = index;
    setActive(index);
  }
  function open(index: number) {
    const row = rows.findRow(index);
    if (row !== undefined && toOf) navigate(toOf(row));
  }
  function onKeyDown(event: KeyboardEvent) {
    // Keys pressed in a link or button of a cell are its own.
    if (event.target !== event.currentTarget) return;
    const to = stepOf(event.key, current.current, rows.total);
    if (to !== undefined) {
      isMovedByKey.current = true;
      stand(to);
      virtual.scrollToIndex(to);
    } else if (event.key === 'Enter') open(current.current);
    else return;
    event.preventDefault();
  }
  function onRowClick(event: MouseEvent, index: number) {
    const isOnControl = event.target instanceof Element && event.target.closest('a, button, input, label, select');
    if (!isOnControl && getSelection()?.isCollapsed !== false) open(index);
  }
  const latest = useRef<LineEvents>({ onStand: stand, onKeyDown, onClick: onRowClick });
  latest.current = { onStand: stand, onKeyDown, onClick: onRowClick };
  const [events] = useState<LineEvents>(() => ({
    onStand: (index) => latest.current.onStand(index),
    onKeyDown: (event) => latest.current.onKeyDown(event),
    onClick: (event, index) => latest.current.onClick(event, index),
  }));
  const items = virtual.getVirtualItems();
  const width = columns.reduce((sum, column) => sum + (column.width ?? (column.isMain ? mainWidth : shareWidth)), 0);
  const lines = items.flatMap((item, at) => {
    const row = rows.findRow(item.index);
    return [
      <Gap key={`gap-${item.index}`} columns={columns.length} height={item.start - (items[at - 1]?.end ?? 0)} />,
      <TableLine
        key={item.index}
        index={item.index}
        row={row}
        columns={columns}
        isActive={item.index === active}
        toOf={toOf}
        events={events}
        measure={virtual.measureElement}
      />,
    ];
  });
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
          {lines}
          <Gap columns={columns.length} height={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
    </div>
  );
}
