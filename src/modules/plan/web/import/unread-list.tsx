import { Button, Checkbox, Group } from '@mantine/core';
import { useState } from 'react';
import { notify } from '#web/notices.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import { useSend } from '#web/use-send.ts';
import { settleUnread } from '../../contract/imports.ts';
import type { ReadImport } from './review.tsx';

const uses = { furniture: 'Không thuộc nội dung', field: 'Đã đưa vào nội dung' } as const;

/** Lines that are neither used nor known furniture: each is settled by a person, none is dropped in silence. */
export function UnreadList({
  answer,
  isOpen,
  onShow,
}: {
  answer: ReadImport;
  isOpen: boolean;
  onShow: (lines: readonly number[]) => void;
}) {
  const [picked, setPicked] = useState<readonly number[]>([]);
  const settle = useSend(settleUnread, {
    onError: (error) => notify('error', error.message),
    onSuccess: () => setPicked([]),
  });
  const send = (use: 'furniture' | 'field', path?: string) =>
    settle.mutate({
      params: { importId: answer.id },
      body: { version: answer.version, lines: [...picked], use, ...(path && { path }) },
    });
  if (answer.unread.length === 0)
    return (
      <EmptyState
        title="Mọi dòng đều đã nhận diện"
        text="Dòng nào không dùng đến và không phải phần khung của văn bản sẽ nằm ở đây."
      />
    );
  return (
    <>
      {isOpen && (
        <Group gap="xs" my="sm">
          <Button
            variant="default"
            disabled={picked.length === 0}
            loading={settle.isPending}
            onClick={() => send('furniture')}
          >
            Không thuộc nội dung
          </Button>
          <Button
            variant="default"
            disabled={picked.length === 0}
            loading={settle.isPending}
            onClick={() => send('field', '/purposes/-')}
          >
            Là mục đích, yêu cầu
          </Button>
          <Button
            variant="default"
            disabled={picked.length === 0}
            loading={settle.isPending}
            onClick={() => send('field', '/qualitativeObjectives/-')}
          >
            Là mục tiêu
          </Button>
        </Group>
      )}
      <ul className="cell-lines unread">
        {answer.unread.map((one) => (
          <li key={one.line}>
            {isOpen && one.settled === null && (
              <Checkbox
                aria-label={`Chọn dòng: ${one.text}`}
                checked={picked.includes(one.line)}
                onChange={(event) =>
                  setPicked(
                    event.currentTarget.checked ? [...picked, one.line] : picked.filter((line) => line !== one.line),
                  )
                }
              />
            )}
            <button type="button" className="read-value" onClick={() => onShow([one.line])}>
              {one.page === null ? '' : `Trang ${one.page}: `}
              {one.text}
            </button>
            {one.settled !== null && <StatusBadge tone="done">{uses[one.settled.use]}</StatusBadge>}
          </li>
        ))}
      </ul>
    </>
  );
}
