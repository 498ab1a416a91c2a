import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { Column } from './column.ts';

/** The next order after a click on a head: up, down, the list's own. */
export function nextSort(sort: string, id: string): string {
  if (sort === id) return `-${id}`;
  return sort === `-${id}` ? '' : id;
}

interface SortHeadProps<Row> {
  readonly column: Column<Row>;
  readonly sort: string;
  readonly onSort: (sort: string) => void;
}

/** The head of a column; a button where the list can be ordered by it. */
export function SortHead<Row>({ column, sort, onSort }: SortHeadProps<Row>) {
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
