import type { z } from 'zod';
import { listDepartments } from '#modules/org/contract/departments.ts';
import { listDuties } from '#modules/org/contract/duties.ts';
import { listPeople } from '#modules/org/contract/people.ts';
import { listPositions } from '#modules/org/contract/positions.ts';
import { useChoices } from '#modules/org/web/use-choices.ts';
import type { assignee } from '../../contract/tasks.ts';
import type { Bearer } from '../shared/rows.ts';

type Assignee = z.output<typeof assignee>;

export interface AssigneeGroup {
  readonly group: string;
  readonly items: readonly { readonly value: string; readonly label: string }[];
}

/** Who may be given work: posts, duties, people, and divisions; each by a key `kind:id`. */
export function useAssignees(): readonly AssigneeGroup[] {
  const posts = useChoices(listPositions, (row) => {
    const names = row.holders.map(({ name }) => name).join(', ');
    return names === '' ? `${row.title} (đang trống)` : `${row.title} – ${names}`;
  });
  const duties = useChoices(listDuties, (row) => row.name);
  const people = useChoices(listPeople, (row) => row.name);
  const departments = useChoices(listDepartments, (row) => row.name);
  return [
    { group: 'Chức danh', items: keyed('position', posts) },
    { group: 'Đầu mối', items: keyed('duty', duties) },
    { group: 'Người', items: keyed('person', people) },
    { group: 'Phòng, ban, bộ phận', items: keyed('department', departments) },
  ];
}

function keyed(kind: Assignee['kind'], items: AssigneeGroup['items']): AssigneeGroup['items'] {
  return items.map(({ value, label }) => ({ value: `${kind}:${value}`, label }));
}

/** The assignee of a key; undefined for a key that is none. */
export function assigneeOf(key: string): Assignee | undefined {
  const [kind, id] = key.split(':');
  return kind && id ? ({ kind, id } as Assignee) : undefined;
}

/** The keys of who was chosen, as a request wants them. */
export function assigneesOf(keys: readonly string[]): Assignee[] {
  return keys.flatMap((key) => assigneeOf(key) ?? []);
}

/** The key of who bears something today; a division is found by its name. */
export function keyOfBearer({ positionId, personId, title }: Bearer, groups: readonly AssigneeGroup[]) {
  if (positionId) return `position:${positionId}`;
  if (personId) return `person:${personId}`;
  return groups.flatMap(({ items }) => items).find(({ value, label }) => value.startsWith('dep') && label === title)
    ?.value;
}
