import { Button, Group, Switch, Text } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { notify } from '#web/notices.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { useSend } from '#web/use-send.ts';
import { settleDoubts } from '../../contract/imports.ts';
import { type Decision, DoubtCard } from './doubt-card.tsx';
import type { ReadImport } from './review.tsx';

type Doubt = ReadImport['doubts'][number];

interface ListProps {
  readonly answer: ReadImport;
  readonly isOpen: boolean;
  readonly onShow: (lines: readonly number[]) => void;
  readonly onOpen: (path: string) => void;
}

/** The proposal can be followed by a press alone: it needs neither a reason nor a new value. */
function isPlain({ proposed, correctsItself, choices }: Doubt): boolean {
  if (proposed === 'correct' && !correctsItself) return false;
  return choices.find((choice) => choice.code === proposed)?.needsReason !== true;
}

/** What the reading could not decide by itself, those that must be settled first. Keys: j, k to move. */
export function DoubtList({ answer, isOpen, onShow, onOpen }: ListProps) {
  const [isAll, setAll] = useState(!isOpen);
  const frame = useRef<HTMLDivElement>(null);
  const settled = useRef<{ readonly at: number; readonly version: number }>(undefined);
  const settle = useSend(settleDoubts, { onError: (error) => notify('error', error.message) });
  const shown = answer.doubts
    .filter((doubt) => isAll || doubt.decision === null)
    .toSorted((a, b) => Number(b.blocking) - Number(a.blocking));
  const open = answer.doubts.filter((doubt) => doubt.decision === null);
  const plain = open.filter(isPlain);
  const cards = () => [...(frame.current?.querySelectorAll<HTMLElement>('.doubt') ?? [])];
  // The settled card goes; the keyboard goes on at the one that took its place.
  useEffect(() => {
    if (settled.current === undefined || settled.current.version === answer.version) return;
    const { at } = settled.current;
    settled.current = undefined;
    const left = [...(frame.current?.querySelectorAll<HTMLElement>('.doubt') ?? [])];
    (left[Math.min(at, left.length - 1)] ?? frame.current)?.focus({ preventScroll: left.length === 0 });
  });
  function send(decisions: readonly Decision[]) {
    const at = cards().findIndex((card) => card.contains(document.activeElement));
    settled.current = { at, version: answer.version };
    settle.mutate({ params: { importId: answer.id }, body: { version: answer.version, decisions: [...decisions] } });
  }
  function onKey(event: KeyboardEvent) {
    const isTyping = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
    if ((event.key !== 'j' && event.key !== 'k') || isTyping) return;
    const all = cards();
    const at = all.findIndex((card) => card.contains(document.activeElement));
    all[event.key === 'j' ? Math.min(at + 1, all.length - 1) : Math.max(at - 1, 0)]?.focus();
  }
  const list = (doubts: readonly Doubt[]) =>
    doubts.map((doubt) => (
      <DoubtCard
        key={doubt.id}
        doubt={doubt}
        reading={answer.reading}
        isOpen={isOpen}
        isPending={settle.isPending}
        onShow={onShow}
        onOpen={onOpen}
        onSettle={(decision) => send([decision])}
      />
    ));
  const must = shown.filter((doubt) => doubt.blocking);
  const may = shown.filter((doubt) => !doubt.blocking);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys move between the cards, which are focusable themselves
    <div ref={frame} tabIndex={-1} className="doubts" onKeyDown={onKey}>
      <Group justify="space-between" my="sm" gap="xs">
        <Switch
          label="Hiện cả điểm đã quyết định"
          checked={isAll}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
        {isOpen && plain.length > 0 && (
          <Button
            variant="default"
            loading={settle.isPending}
            onClick={() => send(plain.map((doubt) => ({ doubtId: doubt.id, choice: doubt.proposed })))}
          >
            Theo đề xuất ({plain.length})
          </Button>
        )}
      </Group>
      {shown.length === 0 && (
        <EmptyState
          title="Không còn điểm nào cần quyết định"
          text="Mâu thuẫn, chỗ thiếu và chỗ sót của văn bản được liệt kê ở đây. Có thể xem lại phần đã đọc rồi chấp nhận."
        />
      )}
      {must.length > 0 && <h2 className="doubts-head">Phải quyết định trước khi chấp nhận ({must.length})</h2>}
      {list(must)}
      {may.length > 0 && <h2 className="doubts-head">Nên xem, không bắt buộc ({may.length})</h2>}
      {list(may)}
      {shown.length > 0 && (
        <Text size="sm" c="dimmed" className="doubts-keys">
          Phím j, k: xuống, lên từng điểm.
        </Text>
      )}
    </div>
  );
}
