import '../work.css';
import { Button, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { Id } from '#kernel/brands.ts';
import { usePanel } from '#modules/org/web/use-panel.ts';
import { PlanFrame, type PlanScreen } from '#modules/plan/web/plan/plan-frame.tsx';
import { addressOf } from '#web/address-of.ts';
import { notify } from '#web/notices.ts';
import { useMay } from '#web/shell/session.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/data-table.tsx';
import { routeSource } from '#web/ui/table/table-source.ts';
import { wordsOfAsked } from '#web/ui/table/use-asked.ts';
import { useFilters } from '#web/ui/use-filters.ts';
import { useCall } from '#web/use-call.ts';
import { useSend } from '#web/use-send.ts';
import { aboveSheetPath, linkAlike, listAbove, listAbovePlans } from '../../contract/above.ts';
import { type Comparison, comparisons } from '../../domain/compare-above.ts';
import { comparisonWords } from '../../text/above-words.ts';
import { AbovePlans } from './above-plans.tsx';
import { type AboveRow, comparisonTones, measureWords, oursWords, planWords } from './above-rows.ts';
import { ItemPanel } from './item-panel.tsx';

const columns: readonly Column<AboveRow>[] = [
  {
    id: 'content',
    title: 'Cấp trên yêu cầu',
    isMain: true,
    text: (row) => [row.place, row.content].filter(Boolean).join(' · '),
  },
  { id: 'measure', title: 'Mức, hạn', width: 9, text: measureWords },
  {
    id: 'ours',
    title: 'Của ta',
    text: oursWords,
    cell: (row) => (
      <>
        {oursWords(row)}
        {row.ours.map((one) => (
          <Text key={one.id} size="sm" c="dimmed">
            {[one.gapWords, one.difference, one.reason && `Lý do: ${one.reason}`].filter(Boolean).join(' ')}
          </Text>
        ))}
        {row.alike && (
          <Text size="sm" c="dimmed">
            Đọc giống: {row.alike.content}
          </Text>
        )}
      </>
    ),
  },
  {
    id: 'comparison',
    title: 'So sánh',
    width: 12,
    text: (row) => comparisonWords[row.comparison],
    cell: (row) => <StatusBadge tone={comparisonTones[row.comparison]}>{comparisonWords[row.comparison]}</StatusBadge>,
  },
  { id: 'plan', title: 'Kế hoạch cấp trên', width: 14, isHidden: true, text: (row) => planWords(row.plan) },
];

/** *So với kế hoạch cấp trên*: what higher plans ask, and what of ours meets it, deviates, or is missing. */
export function Component() {
  return <PlanFrame>{(screen) => <Compared {...screen} />}</PlanFrame>;
}

function Compared({ plan, planId }: PlanScreen) {
  const may = useMay();
  const panel = usePanel();
  const filters = useFilters(['comparison', 'kind', 'abovePlanId']);
  const isInForce = plan.version > 0;
  const head = useCall(listAbove, { params: { planId }, query: { size: 1 } }, { enabled: isInForce });
  const kept = useCall(listAbovePlans, { query: { year: plan.year } }, { enabled: isInForce });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the query is compared by its content
  const source = useMemo(
    () => routeSource(listAbove, { params: { planId }, query: filters.values as never }),
    [planId, JSON.stringify(filters.values)],
  );
  if (!isInForce)
    return (
      <EmptyState
        title="Kế hoạch chưa ban hành"
        text="Khi kế hoạch được ban hành, nhiệm vụ và chỉ tiêu của nó được so với kế hoạch cấp trên ở đây."
      />
    );
  const error = head.error ?? kept.error;
  if (error) return <ErrorState error={error} onRetry={() => void head.refetch()} />;
  if (!head.data || !kept.data) return null;
  const plans = kept.data.rows;
  return (
    <>
      <AbovePlans year={plan.year} plans={plans} isEditable={may('work.manage')} />
      {plans.length > 0 && (
        <>
          <Counts
            counts={head.data.counts}
            chosen={filters.values.comparison}
            onChoose={(one) => filters.set('comparison', one)}
          />
          {may('work.manage') && head.data.counts.missing > 0 && <LinkAlike planId={planId} />}
          <DataTable
            title={`So với kế hoạch cấp trên năm ${plan.year}`}
            name="above"
            source={source}
            columns={columns}
            keyOf={(row) => row.id}
            toOf={(row) => panel.toOf(row.id)}
            isFiltered={filters.isFiltered}
            filters={
              <FilterBar
                filters={filters}
                fields={[
                  {
                    name: 'comparison',
                    label: 'So sánh',
                    options: comparisons.map((value) => ({ value, label: comparisonWords[value] })),
                  },
                  {
                    name: 'kind',
                    label: 'Loại',
                    options: [
                      { value: 'task', label: 'Nhiệm vụ' },
                      { value: 'target', label: 'Chỉ tiêu' },
                    ],
                  },
                  {
                    name: 'abovePlanId',
                    label: 'Kế hoạch cấp trên',
                    options: plans.map(({ id, title }) => ({ value: id, label: title })),
                  },
                ]}
              />
            }
            excelHref={(sent) => addressOf(aboveSheetPath, { planId }, { ...filters.values, ...wordsOfAsked(sent) })}
            empty={{
              title: 'Kế hoạch cấp trên chưa có yêu cầu nào',
              text: 'Ghi thêm nhiệm vụ, chỉ tiêu của cấp trên ở phần trên.',
            }}
          />
        </>
      )}
      {panel.open && (
        <ItemPanel
          key={panel.open}
          planId={planId}
          itemId={panel.open as Id}
          isEditable={may('work.manage')}
          onClose={panel.close}
        />
      )}
    </>
  );
}

interface CountsProps {
  readonly counts: Readonly<Record<Comparison, number>>;
  readonly chosen: string | undefined;
  readonly onChoose: (comparison: string) => void;
}

/** How much is met, deviates or is missing; each figure opens its rows. */
function Counts({ counts, chosen, onChoose }: CountsProps) {
  return (
    <ul className="work-groups" aria-label="Kết quả so sánh">
      {comparisons
        .filter((one) => one !== 'gone' || counts.gone > 0)
        .map((one) => (
          <li key={one}>
            <button
              type="button"
              className="work-group"
              aria-pressed={chosen === one}
              onClick={() => onChoose(chosen === one ? '' : one)}
            >
              <b>{counts[one]}</b> {comparisonWords[one]}
            </button>
          </li>
        ))}
    </ul>
  );
}

/** Names at once what reads alike, once somebody has looked at the offers in the list. */
function LinkAlike({ planId }: { planId: Id }) {
  const missing = useCall(listAbove, { params: { planId }, query: { comparison: 'missing', size: 200 } });
  const link = useSend(linkAlike);
  const pairs = (missing.data?.rows ?? []).flatMap(({ id, version, alike }) =>
    alike ? [{ itemId: id, version, kind: alike.kind, id: alike.id }] : [],
  );
  if (pairs.length === 0) return null;
  return (
    <Button
      variant="default"
      mb="sm"
      loading={link.isPending}
      onClick={() =>
        link.mutate(
          { params: { planId }, body: { pairs } },
          {
            onSuccess: ({ linked }) => notify('done', `Đã ghép ${linked} yêu cầu. Xin xem những chỗ còn khác.`),
            onError: (error) => notify('error', error.message),
          },
        )
      }
    >
      Ghép {pairs.length} yêu cầu với việc đọc giống
    </Button>
  );
}
