import type { ReactNode } from 'react';

/** One column of a list. `text` is what is searched, copied and printed; `cell` may show more than it. */
export interface Column<Row> {
  /** Also the name the server sorts by. */
  readonly id: string;
  readonly title: string;
  readonly text: (row: Row) => string;
  readonly cell?: (row: Row) => ReactNode;
  /** The column that names the row: its cell is the link that opens it, and the head of its card. */
  readonly isMain?: boolean;
  readonly canSort?: boolean;
  /** Width in rem; without it the column shares what is left. */
  readonly width?: number;
  readonly align?: 'left' | 'right' | 'center';
  /** Not shown until the person asks for it. */
  readonly isHidden?: boolean;
  /** Left out of the cards at phone width. */
  readonly isWideOnly?: boolean;
}
