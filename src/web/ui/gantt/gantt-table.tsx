import { Link } from 'react-router';
import { StatusBadge } from '../status-badge.tsx';
import { barDays, type GanttGroup, type GanttProps } from './gantt.tsx';

/** The chart's table: the same bars as text. */
export function GanttTable({ label, kinds, groups }: GanttProps & { groups: readonly GanttGroup[] }) {
  return (
    <table className="plain-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Nội dung</th>
          <th scope="col">Thời gian</th>
          <th scope="col">Tình trạng</th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.title}>
          {group.title !== '' && (
            <tr>
              <th scope="rowgroup" colSpan={3} className="gantt-heading">
                {group.title}
              </th>
            </tr>
          )}
          {group.bars.map((bar) => {
            const kind = kinds[bar.kind];
            return (
              <tr key={bar.id}>
                <td>{bar.href === undefined ? bar.label : <Link to={bar.href}>{bar.label}</Link>}</td>
                <td>{barDays(bar)}</td>
                <td>{kind && <StatusBadge tone={kind.tone}>{kind.words}</StatusBadge>}</td>
              </tr>
            );
          })}
        </tbody>
      ))}
    </table>
  );
}
