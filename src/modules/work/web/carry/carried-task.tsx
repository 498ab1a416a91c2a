import { Checkbox, Select, Text } from '@mantine/core';
import type { Id } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import type { AnswerOf } from '#kernel/route.ts';
import type { Option } from '#modules/org/web/form-field.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import type { listWorkTasks } from '../../contract/reads.ts';
import { bearerText } from '../shared/bearer-text.ts';
import type { CarriedValue } from './carry-value.ts';

export type WorkTaskRow = AnswerOf<typeof listWorkTasks>['rows'][number];

interface CarriedTaskProps {
  readonly task: WorkTaskRow;
  /** Undefined while it is not chosen. */
  readonly value: CarriedValue | undefined;
  /** Tasks of the later plan. */
  readonly targets: readonly Option[];
  readonly onChange: (value: CarriedValue | undefined) => void;
}

/** One unfinished task: whether it goes on, in which task of the later plan, or until which new day. */
export function CarriedTask({ task, value, targets, onChange }: CarriedTaskProps) {
  const start: CarriedValue = { taskId: task.id, toTaskId: null, due: undefined };
  return (
    <li className="work-item carried">
      <div>
        <Checkbox
          label={[task.place, task.content].filter(Boolean).join(' · ')}
          checked={value !== undefined}
          onChange={(event) => onChange(event.currentTarget.checked ? start : undefined)}
        />
        <Text size="sm" c="dimmed" ml="2rem">
          {bearerText(task.bearer)}
        </Text>
      </div>
      {value && (
        <div className="carried-way">
          <Select
            label="Nối vào nhiệm vụ của kế hoạch mới"
            placeholder="Không nối: làm tiếp thành việc riêng"
            searchable
            clearable
            clearButtonProps={{ 'aria-label': 'Bỏ nối' }}
            data={[...targets]}
            value={value.toTaskId}
            onChange={(chosen) => onChange({ ...value, toTaskId: chosen as Id | null })}
            filter={({ options, search }) =>
              options.filter((option) => 'label' in option && fold(option.label).includes(fold(search)))
            }
          />
          {value.toTaskId === null && (
            <DateField label="Hạn mới" required value={value.due} onChange={(due) => onChange({ ...value, due })} />
          )}
        </div>
      )}
    </li>
  );
}
