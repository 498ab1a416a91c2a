import { Group, Text } from '@mantine/core';
import type { Id } from '#kernel/brands.ts';
import { formatMoment } from '#kernel/plain-date.ts';
import { EvidenceCard } from '#modules/evidence/web/evidence-card.tsx';
import { StatusBadge, type StatusTone } from '#web/ui/status-badge.tsx';
import { bearerText } from '../shared/bearer-text.ts';
import type { ObligationPage } from '../shared/rows.ts';

type Submission = ObligationPage['submissions'][number];

const states: Readonly<Record<Submission['state'], { tone: StatusTone; words: string }>> = {
  draft: { tone: 'none', words: 'Chưa nộp' },
  submitted: { tone: 'doubt', words: 'Đang chờ quyết định' },
  accepted: { tone: 'done', words: 'Được chấp nhận' },
  returned: { tone: 'error', words: 'Bị trả lại' },
  withdrawn: { tone: 'none', words: 'Đã rút lại' },
};

/** What was handed in, the newest first, each with its evidence. */
export function SubmissionList({ page, onView }: { page: ObligationPage; onView: (evidenceId: Id) => void }) {
  if (page.submissions.length === 0)
    return <Text size="sm">Chưa nộp lần nào. Văn bản hoặc tệp được nộp, cùng quyết định về chúng, hiện ở đây.</Text>;
  return page.submissions.toReversed().map((one) => <SubmissionCard key={one.id} submission={one} onView={onView} />);
}

function SubmissionCard({ submission, onView }: { submission: Submission; onView: (evidenceId: Id) => void }) {
  const { number, kind, state, note, evidence, approver, route } = submission;
  const { tone, words } = states[state];
  return (
    <article className="work-submission" aria-label={`Lần ${number}`}>
      <Group gap="xs">
        <strong>
          Lần {number}
          {kind === 'not-arising' && ' – báo không phát sinh'}
        </strong>
        <StatusBadge tone={tone}>{words}</StatusBadge>
      </Group>
      {submission.submittedAt && (
        <Text size="sm">
          {submission.submittedBy} nộp lúc {formatMoment(submission.submittedAt)}
          {submission.insteadOf && `, làm thay ${submission.insteadOf}`}
        </Text>
      )}
      {state === 'submitted' && approver && (
        <Text size="sm">
          {route === 'check' ? 'Chờ kiểm tra văn bản đã ký: ' : 'Chờ quyết định: '}
          {bearerText(approver)}
        </Text>
      )}
      {submission.decidedAt && (
        <Text size="sm">
          {submission.decidedBy} quyết định lúc {formatMoment(submission.decidedAt)}
          {submission.decisionReason && `: ${submission.decisionReason}`}
        </Text>
      )}
      {note && <p>{note}</p>}
      {evidence.map((one) => (
        <EvidenceCard key={one.id} evidence={one} onView={() => onView(one.id)} />
      ))}
    </article>
  );
}
