import { type ComboboxItem, type ComboboxParsedItem, MultiSelect, type OptionsFilter, Select } from '@mantine/core';
import { fold } from '#kernel/fold.ts';
import type { AssigneeGroup } from './use-assignees.ts';

/** Who does a task; every name is a key `kind:id`. */
export interface People {
  readonly lead: string | null;
  readonly coordinators: readonly string[];
  readonly watchers: readonly string[];
}

interface AssigneeFieldsProps {
  readonly value: People;
  readonly groups: readonly AssigneeGroup[];
  readonly onChange: (people: People) => void;
}

const matches = (search: string) => (item: ComboboxItem) => fold(item.label).includes(fold(search));

const withoutDiacritics: OptionsFilter = ({ options, search }) =>
  options.flatMap<ComboboxParsedItem>((option) => {
    if (!('group' in option)) return matches(search)(option) ? [option] : [];
    const items = (option.items as ComboboxItem[]).filter(matches(search));
    return items.length > 0 ? [{ ...option, items }] : [];
  });

/** Who leads, who coordinates and who watches: posts, duties, people or divisions, found by typing. */
export function AssigneeFields({ value, groups, onChange }: AssigneeFieldsProps) {
  const data = groups.filter(({ items }) => items.length > 0).map(({ group, items }) => ({ group, items: [...items] }));
  const common = {
    data,
    searchable: true,
    nothingFoundMessage: 'Không có ai khớp',
    filter: withoutDiacritics,
    maxDropdownHeight: 320,
  } as const;
  return (
    <>
      <Select
        {...common}
        label="Chủ trì"
        description="Nên giao cho chức danh hoặc đầu mối: người đổi, việc vẫn ở lại."
        placeholder="Gõ để tìm"
        required
        value={value.lead}
        onChange={(lead) => onChange({ ...value, lead })}
      />
      <MultiSelect
        {...common}
        label="Phối hợp"
        placeholder={value.coordinators.length === 0 ? 'Gõ để tìm' : ''}
        maxValues={20}
        value={[...value.coordinators]}
        onChange={(coordinators) => onChange({ ...value, coordinators })}
      />
      <MultiSelect
        {...common}
        label="Theo dõi"
        placeholder={value.watchers.length === 0 ? 'Gõ để tìm' : ''}
        maxValues={20}
        value={[...value.watchers]}
        onChange={(watchers) => onChange({ ...value, watchers })}
      />
    </>
  );
}
