import './procedure.css';
import type { ReactNode } from 'react';

export interface StackRow {
  readonly key: string;
  readonly cells: readonly ReactNode[];
  readonly isCurrent?: boolean;
}

interface StackTableProps {
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows: readonly StackRow[];
}

/** A small table that on a phone shows each row as lines under their headings, so that nothing is pushed aside. */
export function StackTable({ label, heads, rows }: StackTableProps) {
  return (
    <table className="plain-table procedure-table" aria-label={label}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} aria-current={row.isCurrent || undefined}>
            {heads.map((head, at) => (
              <td key={head} data-head={head}>
                {row.cells[at]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
