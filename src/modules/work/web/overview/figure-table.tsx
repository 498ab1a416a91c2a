import { Anchor, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { WorkState } from '../../domain/states.ts';
import { finished } from '../track/track-query.ts';
import { trackPath } from './track-path.ts';

interface FigureRow {
  readonly key: string;
  readonly name: string;
  readonly total: number;
  readonly byState: readonly { readonly state: WorkState; readonly n: number }[];
  /** The list behind it; without it the figure is only read. */
  readonly filter: Readonly<Record<string, string>> | undefined;
}

const parts = [
  { part: 'done', label: 'xong', state: finished.value, states: finished.states },
  { part: 'late', label: 'quá hạn', state: 'overdue', states: ['overdue'] },
  { part: 'soon', label: 'sắp đến hạn', state: 'due-soon', states: ['due-soon'] },
] as const satisfies readonly { part: string; label: string; state: string; states: readonly WorkState[] }[];

function sum(row: FigureRow, states: readonly WorkState[]): number {
  return row.byState.filter(({ state }) => states.includes(state)).reduce((all, { n }) => all + n, 0);
}

/** A picture and its table in one: a bar for each row, and the numbers, each a link to its rows. */
export function FigureTable({ title, rows }: { title: string; rows: readonly FigureRow[] }) {
  return (
    <section>
      <Title order={2} size="h3" mt="lg" mb="xs">
        {title}
      </Title>
      <table className="work-bars" aria-label={title}>
        <thead>
          <tr>
            <th scope="col">Tên</th>
            <th scope="col" aria-label="Tỷ lệ" />
            {parts.map(({ part, label }) => (
              <th key={part} scope="col" className="number">
                {label}
              </th>
            ))}
            <th scope="col" className="number">
              tất cả
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              <td>
                <Bar row={row} />
              </td>
              {parts.map(({ part, state, states }) => (
                <td key={part} className="number">
                  <Figure n={sum(row, states)} filter={row.filter && { ...row.filter, state }} />
                </td>
              ))}
              <td className="number">
                <Figure n={row.total} filter={row.filter} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Figure({ n, filter }: { n: number; filter: FigureRow['filter'] }) {
  if (n === 0 || !filter) return n;
  return (
    <Anchor component={Link} to={trackPath(filter)}>
      {n}
    </Anchor>
  );
}

function Bar({ row }: { row: FigureRow }) {
  const told = parts.map(({ part, states }) => ({ part, n: sum(row, states) }));
  const open = row.total - told.reduce((all, { n }) => all + n, 0);
  return (
    <div className="work-bar" aria-hidden>
      {[...told, { part: 'open', n: open }].map(({ part, n }) => (
        <span key={part} data-part={part} style={{ width: `${row.total === 0 ? 0 : (n / row.total) * 100}%` }} />
      ))}
    </div>
  );
}
