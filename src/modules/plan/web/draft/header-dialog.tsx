import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ErrorState } from '#web/ui/error-state.tsx';
import { useSend } from '#web/use-send.ts';
import { editHeader } from '../../contract/drafting.ts';
import type { PlanDialogProps } from './plan-dialogs.tsx';

/** Changes name and issuer of a draft. */
export function HeaderDialog({ plan, onClose }: PlanDialogProps) {
  const [title, setTitle] = useState(plan.title);
  const [issuer, setIssuer] = useState(plan.issuer);
  const edit = useSend(editHeader, { onSuccess: onClose });
  return (
    <Modal opened onClose={onClose} title="Tên và cơ quan ban hành">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          edit.mutate({
            params: { planId: plan.id },
            body: { revision: plan.revision, title: title.trim(), issuer: issuer.trim() },
          });
        }}
      >
        <Stack gap="sm">
          <Textarea
            label="Tên kế hoạch"
            autosize
            data-autofocus
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <TextInput
            label="Cơ quan ban hành"
            value={issuer}
            onChange={(event) => setIssuer(event.currentTarget.value)}
          />
          {edit.error && <ErrorState error={edit.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Quay lại
            </Button>
            <Button type="submit" loading={edit.isPending} disabled={title.trim() === '' || issuer.trim() === ''}>
              Lưu
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
