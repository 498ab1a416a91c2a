import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { notify } from '#web/notices.ts';
import { useDraft } from '#web/use-draft.ts';
import { useSend } from '#web/use-send.ts';
import type { DossierAct } from '../../domain/transitions.ts';
import { buttonWords } from '../../text/act-words.ts';
import type { DossierPage } from '../shared/rows.ts';
import { showForms } from '../shared/show-forms.ts';
import { ActField } from './act-field.tsx';
import type { ActForm, AskedField } from './act-forms/asking.ts';

interface ActDialogProps {
  readonly act: DossierAct;
  readonly form: ActForm;
  readonly page: DossierPage;
  readonly onClose: () => void;
}

const readText = (found: unknown) => (typeof found === 'string' ? found : undefined);
const isFilled = ({ isNeeded, name }: AskedField, values: Readonly<Record<string, string>>) =>
  !isNeeded || (values[name] ?? '').trim() !== '';

/** Asks what an act needs and does it; what is typed is kept as a draft, and slips it brings forth are offered for printing. */
export function ActDialog({ act, form, page, onClose }: ActDialogProps) {
  const [text, setText] = useState('');
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(form.fields.map((field) => [field.name, field.initial?.(page) ?? ''])),
  );
  const draft = useDraft(`dossier:${act}:${page.id}`, text, text !== '', readText);
  const client = useQueryClient();
  const send = useSend(form.route);
  const note = typeof form.note === 'function' ? form.note(page) : form.note;
  const isReady = text.trim().length >= form.text.least && form.fields.every((field) => isFilled(field, values));
  const isStale = send.error?.status === 409 && send.error.code === 'stale-version';
  function onConfirm() {
    const body = { version: page.version, ...form.body({ text: text.trim(), values }, page) };
    send.mutate({ params: { dossierId: page.id }, body } as never, {
      onSuccess: (answer) => {
        draft.drop();
        notify('done', form.done);
        showForms(answer);
        onClose();
      },
      onError: (error) => {
        if (error.status === 409) void client.invalidateQueries();
      },
    });
  }
  return (
    <Modal opened onClose={onClose} size="lg" title={form.title}>
      <Stack gap="sm">
        {note && <Text>{note}</Text>}
        {form.fields.map((field) => (
          <ActField
            key={field.name}
            field={field}
            page={page}
            value={values[field.name] ?? ''}
            onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
          />
        ))}
        {form.text.label !== '' && (
          <Textarea
            label={form.text.label}
            required={form.text.least > 0}
            autosize
            minRows={2}
            maxLength={4_000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        {draft.found !== undefined && text === '' && (
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
        {send.error && (
          <Alert color="red" role="alert">
            {isStale
              ? 'Người khác vừa thao tác trên hồ sơ này. Trang đã lấy nội dung mới; xem lại rồi bấm lần nữa nếu vẫn cần.'
              : send.error.message}
          </Alert>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Quay lại
          </Button>
          <Button disabled={!isReady} loading={send.isPending} onClick={onConfirm}>
            {buttonWords[act]}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
