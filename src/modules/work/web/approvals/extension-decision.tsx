import { Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import { notify } from '#web/notices.ts';
import { DateField } from '#web/ui/date-field.tsx';
import { useSend } from '#web/use-send.ts';
import { decideExtension } from '../../contract/acts.ts';
import { ReasonDialog } from '../shared/reason-dialog.tsx';
import type { ApprovalRow, ObligationRow } from '../shared/rows.ts';
import { type CurrentRow, currentIn, WorkConflict } from '../shared/work-conflict.tsx';

interface ExtensionDecisionProps {
  readonly obligation: ObligationRow;
  readonly extension: NonNullable<ApprovalRow['extension']>;
}

interface Decision {
  readonly granted: boolean;
  readonly due?: PlainDate;
  readonly reason?: string;
}

/** Grants a later day, that asked for or another, or refuses with the reason. */
export function ExtensionDecision({ obligation, extension }: ExtensionDecisionProps) {
  const [due, setDue] = useState<PlainDate | undefined>(extension.dueAsked);
  const [isRefusing, setRefusing] = useState(false);
  const decide = useSend(decideExtension);
  const client = useQueryClient();
  const [others, setOthers] = useState<{ readonly current: CurrentRow; readonly body: Decision }>();
  const send = (body: Decision, version = obligation.version) =>
    decide.mutate(
      {
        params: { obligationId: obligation.id },
        body: { version, extensionId: extension.id, ...body },
      },
      {
        onSuccess: () => {
          setRefusing(false);
          notify('done', body.granted ? 'Đã gia hạn.' : 'Đã từ chối gia hạn, người đề nghị được báo.');
        },
        onError: (error) => {
          const current = currentIn(error);
          if (current) setOthers({ current, body });
          else notify('error', error.message);
        },
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
      {others && (
        <WorkConflict
          seen={obligation}
          current={others.current}
          keep={others.body.granted ? 'Vẫn đồng ý gia hạn' : 'Vẫn không đồng ý'}
          stages={['open', 'started', 'returned', 'submitted', 'paused', 'awaiting-authority']}
          isPending={decide.isPending}
          onKeep={() => {
            setOthers(undefined);
            send(others.body, others.current.version);
          }}
          onTake={() => {
            setOthers(undefined);
            void client.invalidateQueries();
          }}
          onClose={() => setOthers(undefined)}
        />
      )}
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
