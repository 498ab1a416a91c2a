import { Link } from 'react-router';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AnswerOf } from '#kernel/route.ts';
import { useSession } from '#web/shell/session.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { Gantt, type GanttBar } from '#web/ui/gantt/gantt.tsx';
import { useFilters } from '#web/ui/use-filters.ts';
import { useCall } from '#web/use-call.ts';
import { getCalendar } from '../../contract/plans.ts';
import { PlanFrame, type PlanScreen } from './plan-frame.tsx';

type Row = AnswerOf<typeof getCalendar>['rows'][number];

const kinds = {
  due: { tone: 'active', words: 'Có ngày hoặc tháng, quý' },
  report: { tone: 'soon', words: 'Báo cáo định kỳ' },
  standing: { tone: 'done', words: 'Thường xuyên, trong năm' },
} as const;

function kindOf(kind: string): keyof typeof kinds {
  if (kind === 'periodic') return 'report';
  return kind === 'standing' || kind === 'year' ? 'standing' : 'due';
}

function barsOf(row: Row, planId: string, fields: ReadonlyMap<string, string>): readonly GanttBar[] {
  const group = fields.get(row.fieldCode ?? '') ?? 'Khác';
  const href = `/ke-hoach/${planId}/nhiem-vu/${row.taskId}`;
  return row.bars.flatMap((bar) => {
    const label = `${row.place} ${bar.rule.appliesTo ? bar.words : `${bar.output || row.content}: ${bar.words}`}`;
    const common = { label, kind: kindOf(bar.rule.kind), group, href };
    if (bar.days.length > 0)
      return bar.days.map((day) => ({
        ...common,
        id: `${bar.id}-${day}`,
        from: day as PlainDate,
        to: day as PlainDate,
      }));
    if (bar.from === null || bar.to === null) return [];
    return [{ ...common, id: bar.id, from: bar.from as PlainDate, to: bar.to as PlainDate }];
  });
}

/** The plan's year on one chart, by field of reform. */
export function Component() {
  return <PlanFrame>{(screen) => <Year {...screen} />}</PlanFrame>;
}

function Year({ plan, planId, version }: PlanScreen) {
  const { today } = useSession();
  const filters = useFilters(['field', 'whose'] as const);
  const query = { ...(version === undefined ? {} : { version }), ...filters.values };
  const calendar = useCall(getCalendar, { params: { planId }, query: query as never });
  if (calendar.error) return <ErrorState error={calendar.error} onRetry={() => void calendar.refetch()} />;
  if (!calendar.data) return null;
  const fields = new Map(plan.fields.map((field) => [field.code, field.name]));
  const bars = calendar.data.rows.flatMap((row) => barsOf(row, planId, fields));
  const undated = calendar.data.rows.filter((row) =>
    row.bars.every((bar) => bar.from === null && bar.days.length === 0),
  );
  return (
    <>
      <div className="list-bar">
        <FilterBar
          filters={filters}
          fields={[
            {
              name: 'field',
              label: 'Lĩnh vực',
              options: plan.fields.map((field) => ({ value: field.code, label: field.shortName })),
            },
            {
              name: 'whose',
              label: 'Việc của',
              options: [
                { value: 'ours', label: 'Đơn vị mình' },
                { value: 'higher', label: 'Cấp trên' },
              ],
            },
          ]}
        />
      </div>
      {bars.length === 0 ? (
        <EmptyState
          title="Không có việc nào có ngày"
          text="Việc có tháng, quý hoặc ngày hoàn thành sẽ hiện thành thanh trên sơ đồ cả năm."
        />
      ) : (
        <Gantt
          label={`Cả năm ${calendar.data.year}`}
          year={calendar.data.year}
          today={today}
          bars={bars}
          kinds={kinds}
        />
      )}
      {undated.length > 0 && (
        <p className="page-note">
          {undated.length} nhiệm vụ không có ngày cụ thể:{' '}
          {undated.map((row, index) => (
            <span key={row.taskId}>
              {index > 0 && ', '}
              <Link to={`/ke-hoach/${planId}/nhiem-vu/${row.taskId}`}>{row.place}</Link>
            </span>
          ))}
          .
        </p>
      )}
    </>
  );
}
