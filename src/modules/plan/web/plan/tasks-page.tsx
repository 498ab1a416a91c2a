import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useMay } from '#web/shell/session.ts';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { DataTable } from '#web/ui/table/data-table.tsx';
import { routeSource } from '#web/ui/table/table-source.ts';
import { wordsOfAsked } from '#web/ui/table/use-asked.ts';
import { type Filters, useFilters } from '#web/ui/use-filters.ts';
import { useCall } from '#web/use-call.ts';
import { exportPaths } from '../../contract/exports.ts';
import { getTaskFacets, listTasks } from '../../contract/plans.ts';
import { PlanFrame, type PlanScreen } from './plan-frame.tsx';
import { taskColumns } from './task-columns.tsx';

const names = ['field', 'lead', 'coordinator', 'due', 'whose'] as const;
type Name = (typeof names)[number];

/** The tasks of a plan by field of reform: filtered, searched without diacritics, sent on. */
export function Component() {
  const filters = useFilters(names);
  return (
    <PlanFrame exportQuery={String(new URLSearchParams(filters.values))}>
      {(screen) => <Tasks {...screen} filters={filters} />}
    </PlanFrame>
  );
}

function Tasks({ plan, planId, version, isDraft, filters }: PlanScreen & { filters: Filters<Name> }) {
  const may = useMay();
  const atVersion = version === undefined ? {} : { version };
  const facets = useCall(getTaskFacets, { params: { planId }, query: atVersion });
  const query = { ...atVersion, ...filters.values };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the query is compared by its content
  const source = useMemo(
    () => routeSource(listTasks, { params: { planId }, query: query as never }),
    [planId, JSON.stringify(query)],
  );
  return (
    <>
      {isDraft && may('plan.edit') && (
        <Button
          component={Link}
          to={`/ke-hoach/${planId}/nhiem-vu/moi`}
          leftSection={<IconPlus size={18} stroke={1.6} />}
          mb="sm"
        >
          Thêm nhiệm vụ
        </Button>
      )}
      <FieldChips plan={plan} filters={filters} />
      <DataTable
        title={`Nhiệm vụ ${plan.title}`}
        name="plan-tasks"
        source={source}
        columns={taskColumns}
        keyOf={(row) => row.id}
        toOf={(row) => `/ke-hoach/${planId}/nhiem-vu/${row.id}${version === undefined ? '' : `?phien-ban=${version}`}`}
        filters={<FilterBar filters={filters} fields={fieldsOf(facets.data)} />}
        isFiltered={filters.isFiltered}
        excelHref={(asked) =>
          `${exportPaths.xlsx(planId)}?${new URLSearchParams({ ...query, ...wordsOfAsked(asked) } as never)}`
        }
        empty={{
          title: 'Kế hoạch chưa có nhiệm vụ',
          text: 'Nhiệm vụ ở các phụ lục sẽ nằm ở đây sau khi kế hoạch được nhập.',
        }}
      />
    </>
  );
}

/** The seven fields of reform with their counts: one press shows one of them. */
function FieldChips({ plan, filters }: { plan: PlanScreen['plan']; filters: Filters<Name> }) {
  return (
    <ul className="plan-fields" aria-label="Lĩnh vực cải cách">
      {plan.fields.map((field) => (
        <li key={field.code}>
          <button
            type="button"
            aria-pressed={filters.values.field === field.code}
            title={field.name}
            onClick={() => filters.set('field', filters.values.field === field.code ? '' : field.code)}
          >
            {field.shortName} <strong>{field.taskCount}</strong>
          </button>
        </li>
      ))}
    </ul>
  );
}

type Facets = import('#kernel/route.ts').AnswerOf<typeof getTaskFacets>;

function fieldsOf(facets: Facets | undefined) {
  const holders = (list: Facets['leads'] | undefined) =>
    (list ?? []).map(({ holder, name, count }) => ({ value: holder.key, label: `${name ?? holder.text} (${count})` }));
  const months = (facets?.months ?? []).map(({ month, count }) => ({
    value: `m${month}`,
    label: `Tháng ${month} (${count})`,
  }));
  const quarters = [1, 2, 3, 4].map((quarter) => ({
    value: `q${quarter}`,
    label: `Quý ${['I', 'II', 'III', 'IV'][quarter - 1]}`,
  }));
  return [
    { name: 'lead' as const, label: 'Chủ trì', options: holders(facets?.leads) },
    { name: 'coordinator' as const, label: 'Phối hợp', options: holders(facets?.coordinators) },
    {
      name: 'due' as const,
      label: 'Đến hạn',
      options: [...quarters, ...months, { value: 'undated', label: `Không có ngày (${facets?.undated ?? 0})` }],
    },
    {
      name: 'whose' as const,
      label: 'Việc của',
      options: [
        { value: 'ours', label: 'Đơn vị mình' },
        { value: 'higher', label: 'Cấp trên' },
      ],
    },
  ];
}
