import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { AnswerOf } from '#kernel/route.ts';
import { useMay } from '#web/shell/session.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { StatusBadge } from '#web/ui/status-badge.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/data-table.tsx';
import { rowsSource } from '#web/ui/table/table-source.ts';
import { useLoaded } from '#web/ui/use-loaded.ts';
import { useCall } from '#web/use-call.ts';
import { listTargets } from '../../contract/plans.ts';
import { targetWords } from '../../domain/target-words.ts';
import { PlanFrame, type PlanScreen } from './plan-frame.tsx';

const loadPanel = () => import('../draft/target-panel.tsx');

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
    width: 8,
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

function Targets({ plan, planId, version, isDraft }: PlanScreen) {
  const may = useMay();
  const [edited, setEdited] = useState<Row | 'new'>();
  const [panel, load] = useLoaded(loadPanel);
  const open = (row: Row | 'new') => void load().then(() => setEdited(row));
  const isEditable = isDraft && may('plan.edit');
  const targets = useCall(listTargets, { params: { planId }, query: version === undefined ? {} : { version } });
  if (targets.error) return <ErrorState error={targets.error} onRetry={() => void targets.refetch()} />;
  if (!targets.data) return null;
  if (targets.data.rows.length === 0 && !isEditable)
    return (
      <EmptyState
        title="Kế hoạch không nêu chỉ tiêu bằng số"
        text="Chỉ tiêu như “tối thiểu 95 % hài lòng” sẽ nằm ở đây."
      />
    );
  const editing: Column<Row> = {
    id: 'edit',
    title: 'Sửa',
    text: () => '',
    cell: (row) => (
      <button type="button" className="link-button" aria-label={`Sửa: ${row.measure}`} onClick={() => open(row)}>
        Sửa
      </button>
    ),
    width: 5,
  };
  return (
    <>
      {isEditable && (
        <Button mb="sm" leftSection={<IconPlus size={18} stroke={1.6} />} onClick={() => open('new')}>
          Thêm chỉ tiêu
        </Button>
      )}
      {edited && panel && (
        <panel.TargetPanel
          plan={plan}
          target={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
      <DataTable
        title={`Chỉ tiêu ${plan.title}`}
        name="plan-targets"
        source={rowsSource(targets.data.rows, (row) => ({
          measure: row.measure,
          value: row.value,
          section: row.section,
          text: row.text,
        }))}
        columns={isEditable ? [...columns, editing] : columns}
        keyOf={(row) => row.id}
        empty={{ title: 'Chưa có chỉ tiêu', text: 'Chỉ tiêu của kế hoạch sẽ nằm ở đây.' }}
      />
    </>
  );
}
