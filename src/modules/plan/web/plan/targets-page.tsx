import type { AnswerOf } from '#kernel/route.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/data-table.tsx';
import { rowsSource } from '#web/ui/table/table-source.ts';
import { useCall } from '#web/use-call.ts';
import { listTargets } from '../../contract/plans.ts';
import { targetWords } from '../target-words.ts';
import { PlanFrame, type PlanScreen } from './plan-frame.tsx';

type Row = AnswerOf<typeof listTargets>['rows'][number];

const columns: readonly Column<Row>[] = [
  { id: 'measure', title: 'Chỉ tiêu', text: (row) => row.measure, isMain: true, canSort: true },
  { id: 'value', title: 'Mức', text: targetWords, width: 9, align: 'right', canSort: true },
  { id: 'section', title: 'Ở mục', text: (row) => [row.section, ...row.alsoIn].join(', '), width: 12, canSort: true },
  {
    id: 'note',
    title: 'Ghi chú',
    text: noteOf,
    cell: (row) => (
      <>
        {!row.ours && <StatusBadge tone="none">Của cấp trên</StatusBadge>}
        {row.aspiration && <StatusBadge tone="active">Phấn đấu</StatusBadge>}
      </>
    ),
    width: 10,
  },
  { id: 'text', title: 'Nguyên văn', text: (row) => row.text, isHidden: true },
];

function noteOf(row: Row): string {
  return [row.ours ? '' : 'Của cấp trên', row.aspiration ? 'Phấn đấu' : ''].filter(Boolean).join('; ');
}

/** The figures the plan promises, each with the places that name it. */
export function Component() {
  return <PlanFrame>{(screen) => <Targets {...screen} />}</PlanFrame>;
}

function Targets({ plan, planId, version }: PlanScreen) {
  const targets = useCall(listTargets, { params: { planId }, query: version === undefined ? {} : { version } });
  if (targets.error) return <ErrorState error={targets.error} onRetry={() => void targets.refetch()} />;
  if (!targets.data) return null;
  if (targets.data.rows.length === 0)
    return (
      <EmptyState
        title="Kế hoạch không nêu chỉ tiêu bằng số"
        text="Chỉ tiêu như “tối thiểu 95 % hài lòng” sẽ nằm ở đây."
      />
    );
  return (
    <DataTable
      title={`Chỉ tiêu ${plan.title}`}
      name="plan-targets"
      source={rowsSource(targets.data.rows, (row) => ({
        measure: row.measure,
        value: row.value,
        section: row.section,
        text: row.text,
      }))}
      columns={columns}
      keyOf={(row) => row.id}
      empty={{ title: 'Chưa có chỉ tiêu', text: 'Chỉ tiêu của kế hoạch sẽ nằm ở đây.' }}
    />
  );
}
