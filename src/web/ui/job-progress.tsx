import { Progress, Text } from '@mantine/core';
import type { JobState } from '../job-state.ts';
import { StatusBadge } from './status-badge.tsx';

const state = {
  waiting: { tone: 'paused', words: 'Đang chờ đến lượt' },
  running: { tone: 'active', words: 'Đang làm' },
  done: { tone: 'done', words: 'Đã xong' },
  failed: { tone: 'error', words: 'Không làm được' },
} as const;

/** Progress of long work; the page may be left meanwhile, the work goes on and ends with a notice. */
export function JobProgress({ title, job }: { title: string; job: JobState }) {
  const { tone, words } = state[job.state];
  const isGoing = job.state === 'waiting' || job.state === 'running';
  const percent = job.share === undefined ? undefined : Math.round(job.share * 100);
  return (
    <div className="job" role="status">
      <div className="job-head">
        <Text fw={600}>{title}</Text>
        <StatusBadge tone={tone}>{percent !== undefined && isGoing ? `${words}: ${percent} %` : words}</StatusBadge>
      </div>
      {isGoing && (
        <Progress
          value={percent ?? 100}
          animated={percent === undefined}
          striped={percent === undefined}
          aria-label={title}
        />
      )}
      {job.words !== undefined && <Text size="sm">{job.words}</Text>}
      {isGoing && (
        <Text size="sm" c="dimmed">
          Bạn có thể rời trang này; khi xong sẽ có thông báo.
        </Text>
      )}
    </div>
  );
}
