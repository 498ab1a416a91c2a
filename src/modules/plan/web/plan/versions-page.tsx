import { useState } from 'react';
import type { Id } from '#kernel/brands.ts';
import { dayInVietnam, formatDate } from '#kernel/plain-date.ts';
import type { AnswerOf } from '#kernel/route.ts';
import { ErrorState } from '#web/ui/error-state.tsx';
import { StatusBadge, type StatusTone } from '#web/ui/status-badge.tsx';
import { useCall } from '#web/use-call.ts';
import { diffVersions } from '../../contract/plans.ts';
import { PlanFrame, type PlanScreen } from './plan-frame.tsx';

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
  const [chosen, setChosen] = useState<number>();
  return (
    <>
      {plan.versions.map((version) => (
        <section key={version.version} className="plan-words">
          <h2>
            Phiên bản {version.version} – {kindWords[version.kind]}
          </h2>
          <p>
            {version.state === 'draft'
              ? 'Đang soạn, chưa có hiệu lực.'
              : `${version.acceptedBy ?? 'Hệ thống'} chấp nhận${version.acceptedAt ? ` ngày ${formatDate(dayInVietnam(Date.parse(version.acceptedAt)))}` : ''}.`}{' '}
            {version.decisionNumber ? `Quyết định ${version.decisionNumber}. ` : 'Văn bản chưa ghi số quyết định. '}
            {version.fileName ? `Đọc từ tệp ${version.fileName}.` : 'Soạn trong hệ thống.'} {version.targetCount} chỉ
            tiêu, {version.taskCount} nhiệm vụ, {version.outputCount} sản phẩm.
          </p>
          {version.version > 1 && (
            <button
              type="button"
              className="link-button"
              onClick={() => setChosen(chosen === version.version ? undefined : version.version)}
            >
              {chosen === version.version ? 'Ẩn thay đổi' : `Xem thay đổi so với phiên bản ${version.version - 1}`}
            </button>
          )}
          {chosen === version.version && <VersionDiff planId={planId} version={version.version} />}
        </section>
      ))}
    </>
  );
}

function VersionDiff({ planId, version }: { planId: Id; version: number }) {
  const diff = useCall(diffVersions, { params: { planId, version }, query: {} });
  if (diff.error) return <ErrorState error={diff.error} />;
  return diff.data ? <DiffTable diff={diff.data} /> : null;
}

const changes: Readonly<Record<'added' | 'changed' | 'removed', { tone: StatusTone; words: string }>> = {
  added: { tone: 'done', words: 'Thêm' },
  changed: { tone: 'soon', words: 'Sửa' },
  removed: { tone: 'error', words: 'Bỏ' },
};

/** Additions, changes and removals with both sides. */
export function DiffTable({ diff }: { diff: AnswerOf<typeof diffVersions> }) {
  if (diff.changes.length === 0) return <p>Không có thay đổi; {diff.untouched} mục giữ nguyên.</p>;
  return (
    <>
      <p>
        Thêm {diff.added}, sửa {diff.changed}, bỏ {diff.removed}; giữ nguyên {diff.untouched} mục.
      </p>
      <div className="table-scroll">
        <table className="diff-table">
          <thead>
            <tr>
              <th>Thay đổi</th>
              <th>Mục</th>
              <th>Trước</th>
              <th>Sau</th>
            </tr>
          </thead>
          <tbody>
            {diff.changes.map((change) => (
              <tr key={`${change.part}-${change.kind}-${change.id ?? change.path ?? change.label}`}>
                <td>
                  <StatusBadge tone={changes[change.kind].tone}>{changes[change.kind].words}</StatusBadge>
                </td>
                <td>{change.label}</td>
                <td>
                  {change.fields.map(
                    (field) => field.before && <p key={field.name}>{`${field.name}: ${field.before}`}</p>,
                  )}
                </td>
                <td>
                  {change.fields.map(
                    (field) => field.after && <p key={field.name}>{`${field.name}: ${field.after}`}</p>,
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
