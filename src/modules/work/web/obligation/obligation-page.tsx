import '../work.css';
import './obligation.css';
import { Anchor, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Id } from '#kernel/brands.ts';
import { formatDate, formatMoment } from '#kernel/plain-date.ts';
import { EvidenceViewer } from '#modules/evidence/web/evidence-viewer.tsx';
import { HistoryFold } from '#modules/org/web/history-fold.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { SplitView } from '#web/ui/split-view.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import { useCall } from '#web/use-call.ts';
import { getObligation } from '../../contract/reads.ts';
import { stageWords } from '../../text/state-words.ts';
import { ExtensionDecision } from '../approvals/extension-decision.tsx';
import { bearerText } from '../shared/bearer-text.ts';
import { DueStepList, dueText } from '../shared/due-cell.tsx';
import type { ObligationPage } from '../shared/rows.ts';
import { StateBadge } from '../shared/state-badge.tsx';
import { verdictOf } from '../shared/verdict-of.ts';
import { ActBar } from './act-bar.tsx';
import { Facts } from './facts.tsx';
import { Section } from './section.tsx';
import { StaleNotice } from './stale-notice.tsx';
import { SubmissionList } from './submission-list.tsx';
import { ToldSections } from './told-sections.tsx';
import { useStale } from './use-stale.ts';

/** One output with its day: what it is, whose, what was handed in, and everything that may be done with it. */
export function Component() {
  const obligationId = useParams().obligationId as Id;
  return <Obligation key={obligationId} obligationId={obligationId} />;
}

function Obligation({ obligationId }: { obligationId: Id }) {
  const found = useCall(getObligation, { params: { obligationId } });
  const { stale, forget } = useStale(obligationId);
  const [viewed, setViewed] = useState<Id>();
  const [shown, setShown] = useState<'start' | 'end'>('start');
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return null;
  const { data } = found;
  const files = data.submissions.flatMap((one) => one.evidence).filter((one) => one.fileName !== null);
  const evidenceId = viewed ?? files.at(-1)?.id;
  const content = (
    <Content
      page={data}
      onView={(id) => {
        setViewed(id);
        setShown('end');
      }}
    />
  );
  return (
    <>
      <PageHeader
        title={data.obligation.title}
        back={{ to: '/theo-doi', label: 'Theo dõi' }}
        note={<Stand page={data} />}
      />
      {stale && <StaleNotice words={stale} onSeen={forget} />}
      {evidenceId ? (
        <SplitView
          name="obligation"
          shown={shown}
          onShow={setShown}
          start={{ label: 'Sản phẩm', content }}
          end={{ label: 'Minh chứng', content: <EvidenceViewer key={evidenceId} evidenceId={evidenceId} /> }}
        />
      ) : (
        content
      )}
    </>
  );
}

function Stand({ page: { obligation, stageReason } }: { page: ObligationPage }) {
  return (
    <Group component="span" gap="xs">
      <StateBadge state={obligation.state} />
      <span>{[obligation.place, obligation.periodWords, stageReason].filter(Boolean).join(' · ')}</span>
    </Group>
  );
}

function Content({ page, onView }: { page: ObligationPage; onView: (evidenceId: Id) => void }) {
  const asked = page.extensions.find((one) => one.state === 'asked');
  return (
    <>
      <ActBar page={page} />
      {asked && verdictOf(page.acts, 'decide-extension').ok && (
        <div className="work-submission">
          <ExtensionDecision obligation={page.obligation} extension={asked} />
        </div>
      )}
      <ObligationFacts page={page} />
      <Section title="Đã nộp">
        <SubmissionList page={page} onView={onView} />
      </Section>
      <ToldSections page={page} />
      <Section title="Diễn biến">
        <Timeline
          label="Diễn biến"
          events={page.timeline.map((one) => ({
            id: one.id,
            when: formatMoment(one.at),
            title: `${one.by} ${one.words}`,
            ...(one.insteadOf && { who: `Làm thay ${one.insteadOf}` }),
            state: { tone: 'none', words: stageWords[one.toStage] },
            ...(one.reason && { detail: <Text size="sm">Lý do: {one.reason}</Text> }),
          }))}
        />
      </Section>
      <HistoryFold type="obligation" id={page.obligation.id} />
    </>
  );
}

const urgencyWords = { normal: '', urgent: 'Khẩn', immediate: 'Hỏa tốc' };

function ObligationFacts({ page }: { page: ObligationPage }) {
  const { obligation, dueSteps, approver, coordinators, watchers } = page;
  const { due, firstDue, doneOn } = obligation;
  return (
    <Facts
      facts={[
        [
          'Nhiệm vụ',
          <Anchor key="task" component={Link} to={`/viec/${obligation.taskId}`}>
            {obligation.task}
          </Anchor>,
        ],
        [
          'Hạn',
          <div key="due">
            <strong>{dueText(obligation)}</strong>
            {firstDue && due && firstDue !== due && ` (hạn đầu ${formatDate(firstDue)})`}
            {dueSteps.length > 0 && (
              <details className="work-fold">
                <summary>Vì sao có hạn này</summary>
                {obligation.dueWords && <Text size="sm">Kế hoạch ghi: {obligation.dueWords}</Text>}
                <DueStepList steps={dueSteps} />
              </details>
            )}
          </div>,
        ],
        ['Ngày nộp', doneOn && formatDate(doneOn)],
        [
          'Chịu trách nhiệm',
          <Text key="bearer" span inherit {...(obligation.bearer.empty && { c: 'red.8', fw: 600 })}>
            {bearerText(obligation.bearer)}
          </Text>,
        ],
        ['Phối hợp', coordinators.map(bearerText).join('; ')],
        ['Theo dõi', watchers.map(bearerText).join('; ')],
        ['Người quyết định', approver && bearerText(approver)],
        ['Mức khẩn', urgencyWords[obligation.urgency]],
      ]}
    />
  );
}
