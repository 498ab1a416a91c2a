import './report.css';
import { Title } from '@mantine/core';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useCall } from '#web/use-call.ts';
import { listMySections } from '../contract.ts';
import { SectionCard } from './section-card.tsx';

/** *Phần của tôi*: what this person owes to reports that are not signed, and nothing else of them. */
export function Component() {
  const sections = useCall(listMySections);
  if (sections.error) return <ErrorState error={sections.error} onRetry={() => void sections.refetch()} />;
  const periods = Map.groupBy(sections.data?.rows ?? [], (row) => row.periodWords);
  return (
    <>
      <PageHeader
        title="Phần của tôi"
        note="Chỉ các phần do bạn phụ trách hoặc làm thay trong những báo cáo chưa ký. Hạn nộp phần sớm hơn hạn của cả báo cáo."
        back={{ to: '/bao-cao', label: 'Báo cáo kỳ' }}
      />
      {sections.data?.rows.length === 0 && (
        <EmptyState
          title="Bạn không có phần nào"
          text="Khi có báo cáo kỳ mà bạn phụ trách một phần, phần đó hiện ở đây."
        />
      )}
      {[...periods].map(([period, rows]) => (
        <div key={period}>
          <Title order={2} size="h3" my="md">
            {period}
          </Title>
          <div className="report-sections">
            {rows.map((section) => (
              <SectionCard key={section.id} section={section} isCompiling={false} />
            ))}
          </div>
        </div>
      ))}
    </>
  );
}
