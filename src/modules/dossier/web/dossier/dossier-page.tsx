import '../dossier.css';
import { Alert, Group } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { Id } from '#kernel/brands.ts';
import { EvidenceViewer } from '#modules/evidence/web/evidence-viewer.tsx';
import { HistoryFold } from '#modules/org/web/history-fold.tsx';
import { FeeSection } from '#modules/payment/web/fee-section.tsx';
import { Section } from '#modules/work/web/obligation/section.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { SplitView } from '#web/ui/split-view.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import { useCall } from '#web/use-call.ts';
import { getDossier } from '../../contract/dossier-page.ts';
import { DueLeft } from '../shared/due-cell.tsx';
import { momentText } from '../shared/moment-text.ts';
import type { DossierPage } from '../shared/rows.ts';
import { StateBadge } from '../shared/state-badge.tsx';
import { ActBar } from './act-bar.tsx';
import { AskedSections } from './asked-sections.tsx';
import { DossierFacts } from './dossier-facts.tsx';
import { PaperSections } from './paper-sections.tsx';
import { StepLine } from './step-line.tsx';

/** One dossier: who, what, until when and why, where it is, its papers, what was done and what may be done now. */
export function Component() {
  const dossierId = useParams().dossierId as Id;
  return <Dossier key={dossierId} dossierId={dossierId} />;
}

function Dossier({ dossierId }: { dossierId: Id }) {
  const found = useCall(getDossier, { params: { dossierId } });
  const [viewed, setViewed] = useState<Id>();
  const [shown, setShown] = useState<'start' | 'end'>('start');
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return null;
  const page = found.data;
  const view = (id: Id) => {
    setViewed(id);
    setShown('end');
  };
  const content = <Content page={page} onView={view} />;
  return (
    <>
      <PageHeader
        title={page.code ?? 'Hồ sơ chưa có mã'}
        back={{ to: '/ho-so', label: 'Hồ sơ' }}
        note={
          <Group component="span" gap="xs">
            <StateBadge state={page.state} />
            <DueLeft due={page.due} />
            <span>{page.procedureName}</span>
          </Group>
        }
      />
      {viewed ? (
        <SplitView
          name="dossier"
          shown={shown}
          onShow={setShown}
          start={{ label: 'Hồ sơ', content }}
          end={{ label: 'Tệp', content: <EvidenceViewer key={viewed} evidenceId={viewed} /> }}
        />
      ) : (
        content
      )}
    </>
  );
}

function Content({ page, onView }: { page: DossierPage; onView: (evidenceId: Id) => void }) {
  return (
    <>
      {page.source === 'imported' && (
        <Alert mb="md">
          Hồ sơ nhập từ {page.sourceName} lúc {momentText(page.sourceAt)}. Xử lý trên hệ thống đó; ở đây theo dõi hạn,
          xin lỗi, giải trình và số hóa.
        </Alert>
      )}
      {page.apologyOwed && (
        <Alert color="red" mb="md">
          Hồ sơ trễ hạn mà chưa có phiếu xin lỗi. Vẫn trả kết quả bình thường; phiếu xin lỗi cần được lập và ký.
        </Alert>
      )}
      <ActBar page={page} />
      <StepLine page={page} />
      <DossierFacts page={page} />
      <AskedSections page={page} />
      <PaperSections page={page} onView={onView} />
      <FeeSection dossierId={page.id} payer={page.submitter?.name ?? page.owner.name} />
      <Section title="Diễn biến">
        <Timeline
          label="Diễn biến"
          events={page.timeline.map((one) => ({
            id: String(one.seq),
            when: momentText(one.at),
            title: `${one.byName} ${one.words}`,
            who: [
              one.byTitle,
              one.insteadOf && `làm thay ${one.insteadOf}`,
              one.toName && `đến ${one.toName}`,
              one.toStepName,
            ]
              .filter(Boolean)
              .join(' · '),
            ...(one.stepResult && {
              state: {
                tone: one.stepResult === 'late' ? ('overdue' as const) : ('done' as const),
                words: { early: 'Bước trước hạn', 'in-time': 'Bước đúng hạn', late: 'Bước quá hạn' }[one.stepResult],
              },
            }),
            detail: <Said reason={one.reason} note={one.note} before={one.dueBefore} after={one.dueAfter} />,
          }))}
        />
      </Section>
      <HistoryFold type="dossier" id={page.id} />
    </>
  );
}

interface SaidProps {
  readonly reason: string | null;
  readonly note: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

function Said({ reason, note, before, after }: SaidProps) {
  const isMoved = after !== null && before !== after;
  return (
    <>
      {reason && <div>Lý do: {reason}</div>}
      {note && <div>Ghi chú: {note}</div>}
      {isMoved && (
        <div>
          Hạn: {before ? `${momentText(before)} → ` : ''}
          {momentText(after)}
        </div>
      )}
    </>
  );
}
