import { partsOf } from '#kernel/plain-date.ts';
import { listDepartments } from '#modules/org/contract/departments.ts';
import { listPositions } from '#modules/org/contract/positions.ts';
import { useChoices } from '#modules/org/web/use-choices.ts';
import { listFields, listPlans } from '#modules/plan/contract/plans.ts';
import { useToday } from '#web/shell/session.ts';
import type { FilterField } from '#web/ui/filter-bar.tsx';
import { useCall } from '#web/use-call.ts';
import { states } from '../../domain/states.ts';
import { stateWords } from '../../text/state-words.ts';
import { finished } from './track-query.ts';

export type FilterName =
  | 'planId'
  | 'year'
  | 'state'
  | 'field'
  | 'positionId'
  | 'departmentId'
  | 'personId'
  | 'month'
  | 'urgency'
  | 'empty';

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

interface FilterFields {
  readonly fields: readonly FilterField<FilterName>[];
  /** Names of the fields of reform by code. */
  readonly fieldNames: ReadonlyMap<string, string>;
}

/** The fields that lists of obligations are filtered by, in the order they are asked for; named as the query is. */
export function useFilterFields(values: Readonly<Partial<Record<FilterName, string>>>): FilterFields {
  const today = useToday();
  const plans = useCall(listPlans, { query: { size: 100 } }).data?.rows ?? [];
  const reform = useCall(listFields).data?.rows ?? [];
  const positions = useChoices(listPositions, (row) => row.title);
  const departments = useChoices(listDepartments, (row) => row.name);
  const years = [...new Set(plans.map((plan) => plan.year))].sort((one, other) => other - one);
  const ofPlan = plans.find((plan) => plan.id === values.planId)?.year;
  const year = values.year ?? values.month?.match(/^\d{4}/)?.[0] ?? ofPlan ?? years[0] ?? partsOf(today).year;
  const fields: readonly FilterField<FilterName>[] = [
    {
      name: 'state',
      label: 'Trạng thái',
      options: [...states.map((state) => ({ value: state, label: stateWords[state] })), finished],
    },
    { name: 'positionId', label: 'Phụ trách', options: positions },
    { name: 'departmentId', label: 'Bộ phận', options: departments },
    {
      name: 'field',
      label: 'Lĩnh vực',
      options: [
        ...reform.map((field) => ({ value: field.code, label: field.shortName })),
        { value: 'none', label: 'Chưa xếp lĩnh vực' },
      ],
    },
    {
      name: 'month',
      label: 'Tháng',
      options: [
        ...months.map((month) => {
          const two = String(month).padStart(2, '0');
          return { value: `${year}-${two}`, label: `Tháng ${two}/${year}` };
        }),
        { value: 'none', label: 'Chưa có hạn' },
      ],
    },
    {
      name: 'urgency',
      label: 'Mức khẩn',
      options: [
        { value: 'normal', label: 'Thường' },
        { value: 'urgent', label: 'Khẩn' },
        { value: 'immediate', label: 'Hỏa tốc' },
      ],
    },
    { name: 'empty', label: 'Chưa có người', options: [{ value: 'yes', label: 'Chỉ việc chưa có người phụ trách' }] },
    { name: 'year', label: 'Năm', options: years.map((one) => ({ value: String(one), label: `Năm ${one}` })) },
    { name: 'planId', label: 'Kế hoạch', options: plans.map((plan) => ({ value: plan.id, label: plan.title })) },
  ];
  const isOfUse = ({ name, options }: FilterField<FilterName>) =>
    name === 'empty' || options.length > 1 || values[name] !== undefined;
  return { fields: fields.filter(isOfUse), fieldNames: new Map(reform.map((field) => [field.code, field.name])) };
}
