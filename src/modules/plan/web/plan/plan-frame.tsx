import { Button, NativeSelect } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { NavLink, useParams, useSearchParams } from 'react-router';
import type { Id } from '#kernel/brands.ts';
import type { AnswerOf } from '#kernel/route.ts';
import { ErrorState } from '#web/ui/error-state.tsx';
import { MenuButton } from '#web/ui/menu-button.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { useCall } from '#web/use-call.ts';
import { exportPaths } from '../../contract/exports.ts';
import { getPlan } from '../../contract/plans.ts';
import { DraftBar } from '../draft/draft-bar.tsx';
import { PlanMenu } from '../draft/plan-menu.tsx';
import './plan.css';

export type Plan = AnswerOf<typeof getPlan>;

export interface PlanScreen {
  readonly plan: Plan;
  readonly planId: Id;
  /** The version chosen in the address; undefined for the one in force. */
  readonly version: number | undefined;
  /** The shown version is being written. */
  readonly isDraft: boolean;
}

const tabs = [
  { path: '', label: 'Nhiệm vụ' },
  { path: '/chi-tieu', label: 'Chỉ tiêu' },
  { path: '/ca-nam', label: 'Cả năm' },
  { path: '/noi-dung', label: 'Nội dung' },
  { path: '/cap-tren', label: 'So với cấp trên' },
  { path: '/phien-ban', label: 'Phiên bản' },
] as const;

/** What all screens of one plan share: its name, state, version, ways out, and the way between them. */
export function PlanFrame({
  children,
  exportQuery,
}: {
  children: (screen: PlanScreen) => ReactNode;
  exportQuery?: string;
}) {
  const planId = useParams().planId as Id;
  const [params, setParams] = useSearchParams();
  const version = params.get('phien-ban') ? Number(params.get('phien-ban')) : undefined;
  const plan = useCall(getPlan, { params: { planId }, query: version === undefined ? {} : { version } });
  if (plan.error) return <ErrorState error={plan.error} onRetry={() => void plan.refetch()} />;
  if (!plan.data) return null;
  const query = new URLSearchParams(exportQuery ?? '');
  if (version !== undefined) query.set('version', String(version));
  const isDraft = plan.data.shown.state === 'draft';
  return (
    <>
      <PageHeader
        title={plan.data.title}
        back={{ to: '/ke-hoach', label: 'Kế hoạch' }}
        note={noteOf(plan.data)}
        actions={
          <>
            {plan.data.versions.length > 1 && (
              <NativeSelect
                aria-label="Phiên bản đang xem"
                value={String(plan.data.shown.version)}
                onChange={(event) => setParams({ 'phien-ban': event.currentTarget.value })}
                data={plan.data.versions.map((one) => ({
                  value: String(one.version),
                  label: `Phiên bản ${one.version}${one.state === 'draft' ? ' (đang soạn)' : ''}`,
                }))}
              />
            )}
            <ExportMenu planId={planId} query={String(query)} />
            <PlanMenu plan={plan.data} />
          </>
        }
      />
      {isDraft && <DraftBar plan={plan.data} />}
      <nav className="plan-tabs" aria-label="Các phần của kế hoạch">
        {tabs.map((tab) => (
          <NavLink
            key={tab.path}
            end
            to={{ pathname: `/ke-hoach/${planId}${tab.path}`, search: version ? `?phien-ban=${version}` : '' }}
          >
            {tab.label}
          </NavLink>
        ))}
      </nav>
      {children({ plan: plan.data, planId, version, isDraft })}
    </>
  );
}

function noteOf(plan: Plan): string {
  const { shown } = plan;
  const decision = shown.decisionNumber ? ` theo ${shown.decisionNumber}` : '';
  const state = shown.state === 'draft' ? 'Bản đang soạn' : `Phiên bản ${shown.version}${decision}`;
  const higher = plan.higherCount > 0 ? `, trong đó ${plan.higherCount} việc của cấp trên (hiện nhưng không tính)` : '';
  const shownTo = plan.published ? ' · Đang công khai' : '';
  return `${plan.issuer} · ${state} · ${shown.targetCount} chỉ tiêu, ${shown.taskCount} nhiệm vụ, ${shown.outputCount} sản phẩm${higher}${shownTo}`;
}

function ExportMenu({ planId, query }: { planId: Id; query: string }) {
  const suffix = query === '' ? '' : `?${query}`;
  return (
    <MenuButton
      entries={[
        { label: 'Excel (đúng phần đang hiện)', href: exportPaths.xlsx(planId) + suffix },
        { label: 'Word (thể thức Nghị định 30)', href: exportPaths.docx(planId) + suffix },
      ]}
    >
      {(opener) => (
        <Button variant="default" leftSection={<IconDownload size={18} stroke={1.6} />} {...opener}>
          Xuất
        </Button>
      )}
    </MenuButton>
  );
}
