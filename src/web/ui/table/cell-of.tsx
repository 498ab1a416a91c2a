import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Column } from './column.ts';

/** A cell; the one that names its row is the link that opens it. */
export function CellOf<Row>({ column, row, to }: { column: Column<Row>; row: Row; to: string | undefined }): ReactNode {
  const content = column.cell ? column.cell(row) : column.text(row);
  if (!column.isMain || to === undefined) return content;
  return (
    <Link to={to} className="row-link">
      {content}
    </Link>
  );
}
