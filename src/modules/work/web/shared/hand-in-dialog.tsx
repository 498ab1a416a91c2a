import { Alert, Button, Group, Modal, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { EvidenceRef } from '#modules/evidence/contract/parts.ts';
import { EvidencePicker } from '#modules/evidence/web/evidence-picker.tsx';
import { notify } from '#web/notices.ts';
import { useDraft } from '#web/use-draft.ts';
import { useSend } from '#web/use-send.ts';
import { handIn, handInMany } from '../../contract/acts.ts';
import { type CurrentRow, currentIn, type SeenRow, WorkConflict } from './work-conflict.tsx';

interface HandInDialogProps {
  /** One, or several that the same document serves. */
  readonly items: readonly SeenRow[];
  readonly onClose: () => void;
}

const readNote = (found: unknown) => (typeof found === 'string' ? found : undefined);

/** Hands in: choose the document's number, or enter it, and "Nộp". */
export function HandInDialog({ items, onClose }: HandInDialogProps) {
  const [evidence, setEvidence] = useState<readonly EvidenceRef[]>([]);
  const [note, setNote] = useState('');
  const [first] = items;
  const [others, setOthers] = useState<CurrentRow>();
  const client = useQueryClient();
  const draft = useDraft(`hand-in:${first?.id ?? ''}`, note, note !== '', readNote);
  const one = useSend(handIn);
  const many = useSend(handInMany);
  const evidenceIds = evidence.map(({ id }) => id);
  const sent = { evidenceIds, ...(note.trim() === '' ? {} : { note }) };
  const finished = (words: string) => {
    draft.drop();
    notify('done', words);
    onClose();
  };
  function send(version = first?.version) {
    if (!first || version === undefined) return;
    if (items.length === 1) {
      one.mutate(
        { params: { obligationId: first.id }, body: { version, ...sent } },
        {
          onSuccess: () => finished(`Đã nộp "${first.title}".`),
          onError: (error) => setOthers(currentIn(error)),
        },
      );
      return;
    }
    many.mutate(
      { body: { ...sent, items: items.map(({ id, version }) => ({ id, version })) } },
      {
        onSuccess: ({ done, refused }) => {
          if (refused.length > 0) notify('error', refused.map(({ message }) => message).join(' '));
          finished(`Đã nộp ${done.length} sản phẩm.`);
        },
      },
    );
  }
  const error = one.error ?? many.error;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={items.length === 1 ? `Nộp: ${first?.title ?? ''}` : `Nộp một văn bản cho ${items.length} sản phẩm`}
    >
      <EvidencePicker label="Văn bản hoặc tệp minh chứng" value={evidence} onChange={setEvidence} />
      <Textarea
        label="Ghi chú cho người duyệt (không bắt buộc)"
        autosize
        minRows={2}
        mt="md"
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {draft.found !== undefined && note === '' && (
        <Button
          variant="subtle"
          size="compact-md"
          onClick={() => {
            setNote(draft.found ?? '');
            draft.take();
          }}
        >
          Lấy lại ghi chú đang viết dở
        </Button>
      )}
      {others && first && (
        <WorkConflict
          seen={first}
          current={others}
          keep="Vẫn nộp"
          stages={['open', 'started', 'returned']}
          isPending={one.isPending}
          onKeep={() => {
            setOthers(undefined);
            send(others.version);
          }}
          onTake={() => {
            void client.invalidateQueries();
            onClose();
          }}
          onClose={() => setOthers(undefined)}
        />
      )}
      {error && !others && (
        <Alert color="red" mt="md" role="alert">
          {error.message}
        </Alert>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          Quay lại
        </Button>
        <Button disabled={evidence.length === 0} loading={one.isPending || many.isPending} onClick={() => send()}>
          Nộp
        </Button>
      </Group>
    </Modal>
  );
}
