import { Alert, Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { EvidenceRef } from '#modules/evidence/contract/parts.ts';
import { EvidencePicker } from '#modules/evidence/web/evidence-picker.tsx';
import { notify } from '#web/notices.ts';
import { DateField } from '#web/ui/date-field.tsx';
import { useDraft } from '#web/use-draft.ts';
import { useSend } from '#web/use-send.ts';
import type { Asking, Given } from './act-forms.ts';
import { othersWords } from './use-stale.ts';

interface ActDialogProps {
  /** What is typed is kept under it. */
  readonly draftKey: string;
  readonly form: Asking;
  /** The act in words. */
  readonly confirm: string;
  /** What is sent: parameters and body of the route. */
  readonly inputOf: (given: Given) => object;
  readonly onClose: () => void;
}

const readText = (found: unknown) => (typeof found === 'string' ? found : undefined);

/** Asks what an act needs, a reason, a day, a document, and does it; what is typed is kept as a draft. */
export function ActDialog({ draftKey, form, confirm, inputOf, onClose }: ActDialogProps) {
  const initial = form.text.initial ?? '';
  const [text, setText] = useState(initial);
  const [day, setDay] = useState<PlainDate>();
  const [evidence, setEvidence] = useState<readonly EvidenceRef[]>([]);
  const draft = useDraft(draftKey, text, text !== initial, readText);
  const client = useQueryClient();
  const send = useSend(form.route);
  const given = { text: text.trim(), day, evidenceIds: evidence.map((one) => one.id) };
  const isReady =
    given.text.length >= form.text.least &&
    (form.day === undefined || day !== undefined) &&
    (!form.evidence?.isNeeded || evidence.length > 0);
  const others = othersWords(send.error);
  function onConfirm() {
    send.mutate(inputOf(given) as never, {
      onSuccess: () => {
        draft.drop();
        notify('done', form.done);
        onClose();
      },
      onError: (error) => {
        if (othersWords(error)) void client.invalidateQueries();
      },
    });
  }
  return (
    <Modal opened onClose={onClose} size="lg" title={form.title}>
      {form.note && <Text mb="sm">{form.note}</Text>}
      {form.day && <DateField label={form.day} value={day} onChange={setDay} required />}
      <Textarea
        label={form.text.label}
        {...(form.text.least > 1 && { description: `Ít nhất ${form.text.least} ký tự; người liên quan đọc được.` })}
        required={form.text.least > 0}
        autosize
        minRows={3}
        maxLength={2000}
        my="sm"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {draft.found !== undefined && text === initial && (
        <Button
          variant="subtle"
          size="compact-md"
          onClick={() => {
            setText(draft.found ?? '');
            draft.take();
          }}
        >
          Lấy lại nội dung đang viết dở
        </Button>
      )}
      {form.evidence && (
        <EvidencePicker label={form.evidence.label} value={evidence} onChange={setEvidence} most={form.evidence.most} />
      )}
      {send.error && (
        <Alert color="red" mt="md" role="alert">
          {others ? `${others} Trang đã lấy nội dung mới; bấm lại nếu vẫn cần.` : send.error.message}
        </Alert>
      )}
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={onClose}>
          Quay lại
        </Button>
        <Button disabled={!isReady} loading={send.isPending} onClick={onConfirm}>
          {confirm}
        </Button>
      </Group>
    </Modal>
  );
}
