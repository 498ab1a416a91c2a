import { Anchor, Button, Text } from '@mantine/core';
import { Link } from 'react-router';
import { DueCell } from '../shared/due-cell.tsx';
import type { MyWorkRow } from '../shared/rows.ts';
import { StateBadge } from '../shared/state-badge.tsx';

const toHandIn: ReadonlySet<MyWorkRow['stage']> = new Set(['open', 'started', 'returned']);

/** What the distance of the day says already. */
const saidByDay: ReadonlySet<MyWorkRow['state']> = new Set(['overdue', 'due-soon', 'in-time']);

/** One thing to do: what, until when, how it stands, and the button that does it. */
export function WorkItem({ row, onHandIn }: { row: MyWorkRow; onHandIn: () => void }) {
  const place = [row.place, row.periodWords].filter(Boolean).join(' · ');
  const mayHandIn = toHandIn.has(row.stage) && row.group !== 'to-decide' && row.kind !== 'standing';
  return (
    <li className="work-item">
      <div>
        <p>
          <Anchor component={Link} to={`/san-pham/${row.id}`} fw={600}>
            {row.title}
          </Anchor>{' '}
          {row.urgency !== 'normal' && (
            <Text span c="red.8" fw={600}>
              {row.urgency === 'urgent' ? 'Khẩn' : 'Hỏa tốc'}
            </Text>
          )}
        </p>
        <Text size="sm" lineClamp={2}>
          {row.task}
        </Text>
        <Text size="sm" c="dimmed">
          {place}
          {row.insteadOf && ` · làm thay ${row.insteadOf}`}
        </Text>
        <Text size="sm" component="div">
          Hạn: <DueCell row={row} /> {!saidByDay.has(row.state) && <StateBadge state={row.state} />}
        </Text>
      </div>
      <div className="work-item-acts">
        {row.group === 'to-decide' ? (
          <Button component={Link} to={`/cho-duyet?xem=${row.id}`}>
            Xem và quyết định
          </Button>
        ) : (
          mayHandIn && <Button onClick={onHandIn}>Nộp</Button>
        )}
      </div>
    </li>
  );
}
