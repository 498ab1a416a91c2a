import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { CellOf } from './cell-of.tsx';
import type { Column } from './column.ts';
import type { ShownRows } from './use-rows.ts';

export interface RowCardsProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: ShownRows<Row>;
  readonly toOf: ((row: Row) => string) | undefined;
}

const estimatedCard = 132;

/** Rows as cards, for phones: the naming column on top, the others as label and value. */
export function RowCards<Row>({ label, columns, rows, toOf }: RowCardsProps<Row>) {
  const list = useRef<HTMLUListElement>(null);
  const virtual = useWindowVirtualizer({
    count: rows.total,
    estimateSize: () => estimatedCard,
    overscan: 6,
    scrollMargin: list.current?.offsetTop ?? 0,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { want } = rows;
  useEffect(() => want(first, last), [want, first, last]);
  const main = columns.find((column) => column.isMain) ?? columns[0];
  const others = columns.filter((column) => column !== main && !column.isWideOnly);
  const start = (items[0]?.start ?? 0) - virtual.options.scrollMargin;
  return (
    <ul ref={list} className="cards" aria-label={label} style={{ height: virtual.getTotalSize() }}>
      {items.map((item, at) => {
        const row = rows.findRow(item.index);
        return (
          <li
            key={item.index}
            ref={virtual.measureElement}
            data-index={item.index}
            style={at === 0 ? { marginTop: Math.max(0, start) } : {}}
          >
            <div className="card">
              {row === undefined || !main ? (
                '…'
              ) : (
                <>
                  <div className="card-main">
                    <CellOf column={main} row={row} to={toOf?.(row)} />
                  </div>
                  <dl>
                    {others
                      .filter((column) => column.cell !== undefined || column.text(row) !== '')
                      .map((column) => (
                        <div key={column.id}>
                          <dt>{column.title}</dt>
                          <dd>
                            <CellOf column={column} row={row} to={undefined} />
                          </dd>
                        </div>
                      ))}
                  </dl>
                </>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
