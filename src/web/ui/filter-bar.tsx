import './filter-bar.css';
import { Button, NativeSelect } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import type { Filters } from './use-filters.ts';

export interface FilterField<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** The filters of a list; on a phone they fold behind one button that counts those set. */
export function FilterBar<Name extends string>(props: {
  filters: Filters<Name>;
  fields: readonly FilterField<Name>[];
}) {
  const { filters, fields } = props;
  const [isOpen, setOpen] = useState(false);
  const count = Object.keys(filters.values).length;
  return (
    <>
      <Button
        className="filter-toggle"
        variant="default"
        leftSection={<IconFilter size={18} stroke={1.6} />}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        Bộ lọc{count > 0 ? ` (${count})` : ''}
      </Button>
      <div className="filter-bar" data-open={isOpen || undefined}>
        {fields.map((field) => (
          <NativeSelect
            key={field.name}
            aria-label={field.label}
            value={filters.values[field.name] ?? ''}
            data-set={filters.values[field.name] !== undefined || undefined}
            onChange={(event) => filters.set(field.name, event.currentTarget.value)}
            data={[{ value: '', label: `${field.label}: tất cả` }, ...field.options]}
          />
        ))}
        {count > 0 && (
          <Button variant="subtle" onClick={filters.clear}>
            Bỏ lọc
          </Button>
        )}
      </div>
    </>
  );
}
