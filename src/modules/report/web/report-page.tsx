import './report.css';
import { Anchor, Button, Title } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Id } from '#kernel/brands.ts';
import { formatDate } from '#kernel/plain-date.ts';
import { HistoryFold } from '#modules/org/web/history-fold.tsx';
import { notify } from '#web/notices.ts';
import { ErrorState } from '#web/ui/error-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { getReport, type SectionRow, urgeMissing } from '../contract.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { SectionCard } from './section-card.tsx';
import { SignDialog } from './sign-dialog.tsx';

type Shown = NonNullable<ReturnType<typeof useReport>['data']>;

function useReport(reportId: Id) {
  return useCall(getReport, { params: { reportId } });
}

/** One periodic report: what is missing, its sections, what it fulfils, and signing it. */
export function Component() {
  const reportId = useParams().reportId as Id;
  const found = useReport(reportId);
  const urge = useSend(urgeMissing);
  const [isSigning, setSigning] = useState(false);
  const [assigned, setAssigned] = useState<SectionRow>();
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return null;
  const { report, sections, mayManage } = found.data;
  const open = report.counts.missing + report.counts.returned;
  const urgeAll = () =>
    urge.mutate(
      { params: { reportId }, body: {} },
      {
        onSuccess: ({ urged, nobody }) =>
          notify(
            nobody.length > 0 ? 'error' : 'done',
            `Đã đôn đốc ${urged} phần.${nobody.length > 0 ? ` Chưa có người phụ trách: ${nobody.join('; ')}.` : ''}`,
          ),
        onError: (error) => notify('error', error.message),
      },
    );
  return (
    <>
      <PageHeader
        title={`Báo cáo ${report.periodWords}`}
        note={<Stand shown={found.data} />}
        back={{ to: '/bao-cao', label: 'Báo cáo kỳ' }}
        actions={
          mayManage &&
          report.state === 'collecting' && (
            <>
              <Button onClick={() => setSigning(true)}>Ghi nhận báo cáo đã ký</Button>
              {open > 0 && (
                <Button variant="default" loading={urge.isPending} onClick={urgeAll}>
                  Đôn đốc {open} phần chưa nộp
                </Button>
              )}
            </>
          )
        }
      />
      <Days shown={found.data} />
      <Title order={2} size="h3" mb="sm">
        Các phần
      </Title>
      <div className="report-sections">
        {sections.map((section) => (
          <SectionCard
            key={section.id}
            section={section}
            isCompiling={mayManage}
            {...(mayManage && { onAssign: () => setAssigned(section) })}
          />
        ))}
      </div>
      <Serves shown={found.data} />
      <HistoryFold type="report" id={reportId} />
      {isSigning && <SignDialog report={report} sections={sections} onClose={() => setSigning(false)} />}
      {assigned && <AssignDialog section={assigned} onClose={() => setAssigned(undefined)} />}
    </>
  );
}

function Stand({ shown: { report, document } }: { shown: Shown }) {
  if (report.state === 'signed') {
    return (
      <>
        <StatusBadge tone="done">{`Đã ký ngày ${report.signedOn ? formatDate(report.signedOn) : ''}`}</StatusBadge>{' '}
        {document && (
          <Anchor component={Link} to={`/minh-chung/${document.id}`}>
            {document.title}
          </Anchor>
        )}
      </>
    );
  }
  return `Còn ${report.counts.missing} phần chưa nộp, ${report.counts.submitted} phần chờ chấp nhận, ${report.counts.returned} phần bị trả lại.`;
}

function Days({ shown: { report, compiler } }: { shown: Shown }) {
  const people = compiler.people.map(({ name }) => name).join(', ');
  const facts = [
    ['Chốt số liệu', `${formatDate(report.cutOff)}${report.estimated ? ' – số liệu ước tính' : ''}`],
    ['Hạn nộp phần', formatDate(report.innerDue)],
    ['Hạn gửi báo cáo', formatDate(report.due)],
    ['Tổng hợp', people ? `${people} – ${compiler.title}` : compiler.title],
  ] as const;
  return (
    <dl className="report-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Serves({ shown: { report, outputs, duties } }: { shown: Shown }) {
  const isSigned = report.state === 'signed';
  return (
    <>
      <Title order={2} size="h3" mt="lg" mb="xs">
        {isSigned ? 'Đã hoàn thành theo báo cáo này' : 'Sẽ hoàn thành khi báo cáo được ký'}
      </Title>
      <ul>
        {outputs.map((one) => (
          <li key={one.id}>
            <Anchor component={Link} to={`/san-pham/${one.id}`}>
              {one.title}
            </Anchor>{' '}
            – {one.place}
            {one.closed && ' (đã hoàn thành)'}
          </li>
        ))}
        {duties.map((one) => (
          <li key={one.id}>
            Nghĩa vụ báo cáo tại mục {one.section}: {one.about}, gửi {one.recipient}
          </li>
        ))}
      </ul>
    </>
  );
}
