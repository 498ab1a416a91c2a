import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import { notify } from '#web/notices.ts';
import { DateField } from '#web/ui/date-field.tsx';
import { useSend } from '#web/use-send.ts';
import { decideExtension } from '../../contract/acts.ts';
import { ReasonDialog } from '../shared/reason-dialog.tsx';
import type { ApprovalRow, ObligationRow } from '../shared/rows.ts';

interface ExtensionDecisionProps {
  readonly obligation: ObligationRow;
  readonly extension: NonNullable<ApprovalRow['extension']>;
}

/** Grants a later day, that asked for or another, or refuses with the reason. */
export function ExtensionDecision({ obligation, extension }: ExtensionDecisionProps) {
  const [due, setDue] = useState<PlainDate | undefined>(extension.dueAsked);
  const [isRefusing, setRefusing] = useState(false);
  const decide = useSend(decideExtension);
  const send = (body: { granted: boolean; due?: PlainDate; reason?: string }) =>
    decide.mutate(
      {
        params: { obligationId: obligation.id },
        body: { version: obligation.version, extensionId: extension.id, ...body },
      },
      {
        onSuccess: () => {
          setRefusing(false);
          notify('done', body.granted ? 'Đã gia hạn.' : 'Đã từ chối gia hạn, người đề nghị được báo.');
        },
        onError: (error) => notify('error', error.message),
      },
    );
  return (
    <section aria-label="Đề nghị gia hạn">
      <Text mt="sm">
        {extension.askedBy} xin dời từ <b>{formatDate(extension.dueNow)}</b> đến <b>{formatDate(extension.dueAsked)}</b>
      </Text>
      <Text mb="sm">Lý do: {extension.reason}</Text>
      <DateField label="Hạn mới nếu đồng ý" value={due} onChange={setDue} required />
      <Group gap="sm" mt="sm">
        <Button disabled={!due} loading={decide.isPending} onClick={() => send({ granted: true, ...(due && { due }) })}>
          Đồng ý gia hạn
        </Button>
        <Button variant="default" onClick={() => setRefusing(true)}>
          Không đồng ý
        </Button>
      </Group>
      {isRefusing && (
        <ReasonDialog
          title="Không đồng ý gia hạn?"
          confirm="Không đồng ý"
          isPending={decide.isPending}
          onSend={(reason) => send({ granted: false, reason })}
          onClose={() => setRefusing(false)}
        />
      )}
    </section>
  );
}
