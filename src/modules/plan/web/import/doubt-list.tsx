import { Button, Group, Switch, Text } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { notify } from '#web/notices.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { useSend } from '#web/use-send.ts';
import { settleDoubts } from '../../contract/imports.ts';
import { DoubtCard } from './doubt-card.tsx';
import type { ReadImport } from './review.tsx';

interface ListProps {
  readonly answer: ReadImport;
  readonly isOpen: boolean;
  readonly onShow: (lines: readonly number[]) => void;
}

/** What the reading could not decide by itself, those that must be settled first. Keys: j, k to move. */
export function DoubtList({ answer, isOpen, onShow }: ListProps) {
  const [isAll, setAll] = useState(!isOpen);
  const frame = useRef<HTMLDivElement>(null);
  const settle = useSend(settleDoubts, { onError: (error) => notify('error', error.message) });
  const shown = answer.doubts
    .filter((doubt) => isAll || doubt.decision === null)
    .toSorted((a, b) => Number(b.blocking) - Number(a.blocking));
  const open = answer.doubts.filter((doubt) => doubt.decision === null);
  const send = (
    decisions: Parameters<typeof settle.mutate>[0]['body'] extends infer B
      ? B extends { decisions: infer D }
        ? D
        : never
      : never,
  ) => settle.mutate({ params: { importId: answer.id }, body: { version: answer.version, decisions } });
  function onKey(event: KeyboardEvent) {
    if (
      (event.key !== 'j' && event.key !== 'k') ||
      event.target instanceof HTMLTextAreaElement ||
      event.target instanceof HTMLInputElement
    )
      return;
    const cards = [...(frame.current?.querySelectorAll<HTMLElement>('.doubt') ?? [])];
    const at = cards.findIndex((card) => card.contains(document.activeElement));
    cards[event.key === 'j' ? Math.min(at + 1, cards.length - 1) : Math.max(at - 1, 0)]?.focus();
  }
  const takeable = open.filter((doubt) => !doubt.choices.find((choice) => choice.code === doubt.proposed)?.needsReason);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys move between the cards, which are focusable themselves
    <div ref={frame} onKeyDown={onKey}>
      <Group justify="space-between" my="sm">
        <Switch
          label="Hiện cả điểm đã quyết định"
          checked={isAll}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
        {isOpen && takeable.length > 0 && (
          <Button
            variant="default"
            loading={settle.isPending}
            onClick={() => send(takeable.map((doubt) => ({ doubtId: doubt.id, choice: doubt.proposed })))}
          >
            Theo mọi đề xuất ({takeable.length})
          </Button>
        )}
      </Group>
      {shown.length === 0 && (
        <EmptyState
          title="Không còn điểm nào cần quyết định"
          text="Mâu thuẫn, chỗ thiếu và chỗ sót của văn bản được liệt kê ở đây. Có thể xem lại phần đã đọc rồi chấp nhận."
        />
      )}
      {shown.map((doubt) => (
        <DoubtCard
          key={doubt.id}
          doubt={doubt}
          isOpen={isOpen}
          isPending={settle.isPending}
          onShow={onShow}
          onSettle={(decision) => send([decision])}
        />
      ))}
      {shown.length > 0 && (
        <Text size="sm" c="dimmed">
          Phím j, k: xuống, lên.
        </Text>
      )}
    </div>
  );
}
