import { Button, Checkbox, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { notify } from '#web/notices.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import { useSend } from '#web/use-send.ts';
import { settleUnread } from '../../contract/imports.ts';
import { fieldBefore } from './provenance.ts';
import type { ReadImport } from './review.tsx';

const uses = { furniture: 'Không thuộc nội dung', field: 'Đã đưa vào nội dung' } as const;
const longest = 40;

interface ListProps {
  readonly answer: ReadImport;
  readonly isOpen: boolean;
  readonly onShow: (lines: readonly number[]) => void;
}

/** Lines that are neither used nor known furniture: each is settled by a person, none is dropped in silence. */
export function UnreadList({ answer, isOpen, onShow }: ListProps) {
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
  const waiting = answer.unread.filter((one) => one.settled === null).map((one) => one.line);
  const before = picked.length > 0 ? fieldBefore(answer.reading, Math.min(...picked)) : undefined;
  const act = (words: string, use: 'furniture' | 'field', path?: string) => (
    <Button
      size="xs"
      variant="default"
      disabled={picked.length === 0}
      loading={settle.isPending}
      onClick={() => send(use, path)}
    >
      {words}
    </Button>
  );
  return (
    <>
      {isOpen && waiting.length > 0 && (
        <>
          <Text size="sm" my="sm">
            Chọn dòng rồi cho biết dòng đó là gì. Bấm vào dòng để thấy nó trong văn bản.
          </Text>
          <Checkbox
            mb="sm"
            label={`Chọn tất cả (${waiting.length})`}
            checked={picked.length === waiting.length}
            indeterminate={picked.length > 0 && picked.length < waiting.length}
            onChange={(event) => setPicked(event.currentTarget.checked ? waiting : [])}
          />
        </>
      )}
      <ul className="unread">
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
      {isOpen && waiting.length > 0 && (
        <Group gap="xs" my="sm" className="unread-acts">
          {act('Không thuộc nội dung', 'furniture')}
          {before &&
            act(
              `Nối vào “${before.text.length > longest ? `…${before.text.slice(-longest)}` : before.text}”`,
              'field',
              before.path,
            )}
          {act('Là mục đích, yêu cầu', 'field', '/purposes/-')}
          {act('Là mục tiêu', 'field', '/qualitativeObjectives/-')}
        </Group>
      )}
    </>
  );
}
