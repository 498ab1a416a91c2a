import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { formatDate, formatMoment, type PlainDate } from '#kernel/plain-date.ts';
import { EvidenceCard } from '#modules/evidence/web/evidence-card.tsx';
import { EvidenceViewer } from '#modules/evidence/web/evidence-viewer.tsx';
import { bearerText } from '../shared/bearer-text.ts';
import type { ApprovalRow } from '../shared/rows.ts';
import { ExtensionDecision } from './extension-decision.tsx';

interface DecisionPaneProps {
  readonly row: ApprovalRow;
  readonly isPending: boolean;
  readonly onAccept: () => void;
  readonly onReturn: () => void;
}

/** What was handed in, its evidence opened beside the buttons; or what extension was asked for. */
export function DecisionPane({ row, isPending, onAccept, onReturn }: DecisionPaneProps) {
  const { obligation, submission, extension } = row;
  return (
    <>
      <Title order={2} size="h3">
        <Anchor component={Link} to={`/san-pham/${obligation.id}`} inherit>
          {obligation.title}
        </Anchor>
      </Title>
      <Text>{obligation.task}</Text>
      <Text size="sm" c="dimmed">
        {bearerText(obligation.bearer)} · hạn {obligation.due ? formatDate(obligation.due) : 'chưa có'}
      </Text>
      {extension && <ExtensionDecision obligation={obligation} extension={extension} />}
      {submission && (
        <>
          <Text size="sm" mt="sm">
            {submission.submittedBy} nộp lần {submission.number}
            {submission.submittedAt && ` lúc ${formatMoment(submission.submittedAt)}`}
            {submission.insteadOf && `, làm thay ${submission.insteadOf}`}
          </Text>
          {submission.kind === 'not-arising' && <Text fw={600}>Báo không phát sinh</Text>}
          {submission.note && <Text>{submission.note}</Text>}
          <Group gap="sm" my="sm">
            <Button loading={isPending} onClick={onAccept}>
              {row.route === 'check' ? 'Đã kiểm tra, chấp nhận' : 'Chấp nhận'}
            </Button>
            <Button variant="default" onClick={onReturn}>
              Trả lại
            </Button>
          </Group>
          {submission.evidence.map((one) => (
            <section key={one.id} aria-label={one.title}>
              <EvidenceCard evidence={{ ...one, issuedOn: one.issuedOn as PlainDate | null }} />
              {one.fileName && <EvidenceViewer evidenceId={one.id} />}
            </section>
          ))}
        </>
      )}
    </>
  );
}
