import { Alert, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { formatDate, formatMoment } from '#kernel/plain-date.ts';
import { Section } from '../obligation/section.tsx';
import type { TaskPage } from './task-page-type.ts';

/** Where the task came from or went to when its unit was merged, under the names of both. */
export function MovedNotes({ task }: { task: TaskPage }) {
  const { movedFrom, movedTo } = task;
  return (
    <>
      {movedTo && (
        <Alert icon={<IconArrowRight />} mb="md" title={`Đã chuyển sang ${movedTo.name}`}>
          Từ ngày {formatDate(movedTo.on)} nhiệm vụ này được làm tiếp ở {movedTo.name}, dưới cùng địa chỉ trang; ở đây
          chỉ để xem lại.
        </Alert>
      )}
      {movedFrom && (
        <Alert icon={<IconArrowRight />} mb="md" title={`Nhận từ ${movedFrom.name}`}>
          {movedFrom.on && `Sáp nhập từ ngày ${formatDate(movedFrom.on)}. `}Những gì đã làm ở đó nằm cuối trang.
        </Alert>
      )}
    </>
  );
}

/** What was done with the task in the unit that it came from. */
export function FormerHistory({ task }: { task: TaskPage }) {
  const { movedFrom } = task;
  if (!movedFrom) return null;
  return (
    <Section title={`Đã làm ở ${movedFrom.name}`}>
      {movedFrom.history.length === 0 && <Text size="sm">Chưa có gì được ghi ở đó.</Text>}
      <ul className="work-plain">
        {movedFrom.history.map((one) => (
          <li key={`${one.at}${one.title}${one.words}`}>
            {formatMoment(one.at)}: {one.by} {one.words} – {one.title}
            {one.reason && <Text size="sm">{one.reason}</Text>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
