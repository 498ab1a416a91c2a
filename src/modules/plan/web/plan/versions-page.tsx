import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Id } from '#kernel/brands.ts';
import { dayInVietnam, formatDate, parsePlainDate } from '#kernel/plain-date.ts';
import { useMay } from '#web/shell/session.ts';
import { ErrorState } from '#web/ui/error-state.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import { useCall } from '#web/use-call.ts';
import { exportPaths } from '../../contract/exports.ts';
import { diffVersions } from '../../contract/plans.ts';
import { DiffTable } from './diff-table.tsx';
import { type Plan, PlanFrame, type PlanScreen } from './plan-frame.tsx';

type Version = Plan['versions'][number];

const kindWords = {
  first: 'Ban hành lần đầu',
  amend: 'Sửa đổi, bổ sung một phần',
  replace: 'Thay thế toàn bộ',
} as const;

/** Every version of the plan, who accepted it when, and what each changed. */
export function Component() {
  return <PlanFrame>{(screen) => <Versions {...screen} />}</PlanFrame>;
}

function Versions({ plan, planId }: PlanScreen) {
  return plan.versions
    .toSorted((a, b) => b.version - a.version)
    .map((version) => <VersionCard key={version.version} plan={plan} planId={planId} version={version} />);
}

function VersionCard({ plan, planId, version }: { plan: Plan; planId: Id; version: Version }) {
  const may = useMay();
  const [isDiffShown, setDiffShown] = useState(false);
  const own = `?version=${version.version}`;
  return (
    <section className="version-card" aria-label={`Phiên bản ${version.version}`}>
      <h2>
        Phiên bản {version.version} – {kindWords[version.kind]}{' '}
        {version.state === 'draft' ? (
          <StatusBadge tone="active">Đang soạn</StatusBadge>
        ) : (
          version.version === plan.version && <StatusBadge tone="done">Đang thực hiện</StatusBadge>
        )}
      </h2>
      <dl className="facts">
        <dt>Quyết định</dt>
        <dd>{decisionOf(version)}</dd>
        <dt>Chấp nhận</dt>
        <dd>{acceptedOf(version)}</dd>
        <dt>Nguồn</dt>
        <dd>
          {version.importId && may('plan.import') ? (
            <Link to={`/nhap-ke-hoach/${version.importId}`}>Đọc từ tệp {version.fileName}</Link>
          ) : version.fileName ? (
            `Đọc từ tệp ${version.fileName}`
          ) : (
            'Soạn trong hệ thống'
          )}
        </dd>
        <dt>Số lượng</dt>
        <dd>
          {version.targetCount} chỉ tiêu, {version.taskCount} nhiệm vụ, {version.outputCount} sản phẩm
        </dd>
      </dl>
      <div className="draft-acts">
        <Button variant="default" component={Link} to={`/ke-hoach/${planId}?phien-ban=${version.version}`}>
          Xem phiên bản này
        </Button>
        <Button variant="default" component="a" href={exportPaths.docx(planId) + own} download>
          Tải Word
        </Button>
        <Button variant="default" component="a" href={exportPaths.xlsx(planId) + own} download>
          Tải Excel
        </Button>
        {version.version > 1 && (
          <Button variant="default" aria-expanded={isDiffShown} onClick={() => setDiffShown(!isDiffShown)}>
            {isDiffShown ? 'Ẩn thay đổi' : `So với phiên bản ${version.version - 1}`}
          </Button>
        )}
      </div>
      {isDiffShown && <VersionDiff planId={planId} version={version.version} />}
    </section>
  );
}

function decisionOf({ decisionNumber, decisionDate }: Version): string {
  const day = decisionDate === null ? undefined : parsePlainDate(decisionDate);
  const words = [decisionNumber ? `số ${decisionNumber}` : '', day ? `ngày ${formatDate(day)}` : ''].filter(Boolean);
  return words.length > 0 ? words.join(', ') : 'Văn bản chưa ghi số, ngày';
}

function acceptedOf({ state, acceptedBy, acceptedAt }: Version): string {
  if (state === 'draft') return 'Chưa ban hành';
  const day = acceptedAt ? `, ngày ${formatDate(dayInVietnam(Date.parse(acceptedAt)))}` : '';
  return `${acceptedBy ?? 'Hệ thống'}${day}`;
}

function VersionDiff({ planId, version }: { planId: Id; version: number }) {
  const diff = useCall(diffVersions, { params: { planId, version }, query: {} });
  if (diff.error) return <ErrorState error={diff.error} onRetry={() => void diff.refetch()} />;
  return diff.data ? <DiffTable diff={diff.data} /> : null;
}
