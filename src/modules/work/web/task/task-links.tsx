import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { formatDate } from '#kernel/plain-date.ts';
import { Section } from '../obligation/section.tsx';
import { DueCell } from '../shared/due-cell.tsx';
import { StateBadge } from '../shared/state-badge.tsx';
import type { TaskPage } from './task-page-type.ts';

/** What is owed for a task, with its days. */
export function TaskObligations({ task }: { task: TaskPage }) {
  return (
    <Section title="Sản phẩm">
      {task.obligations.length === 0 && <Text size="sm">Nhiệm vụ này không có sản phẩm phải nộp.</Text>}
      <ul className="work-list">
        {task.obligations.map((row) => (
          <li key={row.id} className="work-item">
            <div>
              <p>
                <Anchor component={Link} to={`/san-pham/${row.id}`} fw={600}>
                  {row.title}
                </Anchor>
                {row.periodWords && ` · ${row.periodWords}`}
              </p>
              <Text size="sm" component="div">
                Hạn: <DueCell row={row} />
              </Text>
            </div>
            <StateBadge state={row.state} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Parts of the task and what plans changed in it; empty parts are left out. */
export function TaskLinks({ task }: { task: TaskPage }) {
  return (
    <>
      {task.children.length > 0 && (
        <Section title="Việc con">
          <ul className="work-plain">
            {task.children.map((child) => (
              <li key={child.id}>
                <Anchor component={Link} to={`/viec/${child.id}`}>
                  {child.content}
                </Anchor>
                {child.closed ? ' (đã xong)' : child.nextDue && ` – hạn ${formatDate(child.nextDue)}`}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {task.amendments.length > 0 && (
        <Section title="Sửa đổi theo phiên bản kế hoạch">
          <ul className="work-plain">
            {task.amendments.map((one) => (
              <li key={`${one.version}${one.what}`}>
                {one.decision}: {one.what}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
