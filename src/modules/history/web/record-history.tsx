import './history.css';
import { Button, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#web/call.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { Timeline, type TimelineEvent } from '#web/ui/timeline.tsx';
import { callKey } from '#web/use-call.ts';
import { type Act, getHistory } from '../contract.ts';
import { writeInstant } from '../domain/value-text.ts';
import { ActDetail } from './act-detail.tsx';
import { ProofPanel } from './proof-panel.tsx';

export interface RecordHistoryProps {
  /** Type and id of the record as its module logs them. */
  readonly type: string;
  readonly id: string;
}

/** The history of a record for the side panel of any screen: who, when, what field by field, why, and the proof of each act. */
export function RecordHistory({ type, id }: RecordHistoryProps) {
  const query = { recordType: type, recordId: id };
  const history = useInfiniteQuery({
    queryKey: callKey(getHistory, { query }),
    queryFn: ({ pageParam, signal }) =>
      call(getHistory, { query: { ...query, ...(pageParam && { olderThan: pageParam }) } }, { signal }),
    initialPageParam: undefined as Act['id'] | undefined,
    getNextPageParam: (last) => (last.more ? last.acts.at(-1)?.id : undefined),
  });
  if (history.error) return <ErrorState error={history.error} onRetry={() => void history.refetch()} />;
  if (!history.data) return <Text size="sm">Đang lấy lịch sử…</Text>;
  const acts = history.data.pages.flatMap((page) => page.acts);
  if (acts.length === 0) {
    return <EmptyState title="Chưa có lịch sử" text="Mỗi lần nội dung này được tạo hoặc sửa, việc đó hiện ở đây." />;
  }
  return (
    <>
      <Timeline label="Lịch sử, mới nhất trước" events={acts.map(eventOf)} />
      {history.hasNextPage && (
        <Button
          mt="md"
          variant="default"
          loading={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          Xem cũ hơn
        </Button>
      )}
    </>
  );
}

function eventOf(act: Act): TimelineEvent {
  return {
    id: act.id,
    when: writeInstant(Date.parse(act.at)),
    title: `${act.actor} ${act.words}`,
    state: act.signed
      ? { tone: 'done', words: `Mục số ${((act.index ?? 0) + 1).toLocaleString('vi-VN')}, đã ký` }
      : { tone: 'active', words: 'Đang chờ ghi vào cây' },
    detail: (
      <>
        <ActDetail act={act} />
        <ProofToggle entryId={act.id} />
      </>
    ),
  };
}

function ProofToggle({ entryId }: { entryId: Act['id'] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="compact-sm" variant="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? 'Ẩn bằng chứng' : 'Xem bằng chứng'}
      </Button>
      {isOpen && <ProofPanel entryId={entryId} />}
    </>
  );
}
