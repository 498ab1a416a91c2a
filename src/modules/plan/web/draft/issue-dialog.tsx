import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { PlainDate } from '#kernel/plain-date.ts';
import { notify } from '#web/notices.ts';
import { DateField } from '#web/ui/date-field.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { issueDraft } from '../../contract/drafting.ts';
import { diffVersions } from '../../contract/plans.ts';
import { DiffTable } from '../plan/diff-table.tsx';
import type { PlanDialogProps } from './plan-dialogs.tsx';

/** Issues a draft as a version, after its changes were shown. */
export function IssueDialog({ plan, onClose }: PlanDialogProps) {
  const navigate = useNavigate();
  const [number, setNumber] = useState('');
  const [date, setDate] = useState<PlainDate>();
  const isChange = plan.version > 0;
  const diff = useCall(
    diffVersions,
    { params: { planId: plan.id, version: plan.shown.version }, query: {} },
    { enabled: isChange },
  );
  const issue = useSend(issueDraft, {
    onSuccess: (done) => {
      onClose();
      notify('done', `Đã ban hành phiên bản ${done.version}.`);
      void navigate(`/ke-hoach/${plan.id}`);
    },
  });
  return (
    <Modal opened onClose={onClose} title="Ban hành kế hoạch" size={isChange ? '64rem' : 'md'}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          issue.mutate({
            params: { planId: plan.id },
            body: { revision: plan.revision, decision: { number: number.trim() || null, date: date ?? null } },
          });
        }}
      >
        <Stack gap="sm">
          <TextInput
            label="Số quyết định"
            description="Để trống nếu chưa có số."
            data-autofocus
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <DateField label="Ngày quyết định" value={date} onChange={setDate} />
          {diff.data && <DiffTable diff={diff.data} />}
          {diff.error && <ErrorState error={diff.error} />}
          <Text size="sm" c="dimmed">
            Sau khi ban hành, mọi người trong đơn vị tra cứu được phiên bản này; các phiên bản trước vẫn đọc được.
          </Text>
          {issue.error && <ErrorState error={issue.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Quay lại
            </Button>
            <Button type="submit" loading={issue.isPending}>
              Ban hành
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
