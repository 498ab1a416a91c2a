import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Id } from '#kernel/brands.ts';
import { loadAll, routeSource } from '#web/ui/table/table-source.ts';
import { listAbove } from '../../contract/above.ts';
import type { AboveRow } from '../above/above-rows.ts';

interface AskedSelectProps {
  readonly planId: Id;
  readonly taken: readonly Id[];
  readonly onChoose: (row: AboveRow) => void;
}

/** What the higher plans of the year ask, found by typing. */
export function AskedSelect({ planId, taken, onChoose }: AskedSelectProps) {
  const source = routeSource(listAbove, { params: { planId }, query: {} });
  const { data } = useQuery({ queryKey: [...source.key, 'all'], queryFn: () => loadAll(source, {}) });
  const rows = (data ?? []).filter((row) => row.comparison !== 'gone' && !taken.includes(row.id));
  return (
    <Select
      label="Chọn yêu cầu của cấp trên"
      placeholder="Gõ để tìm"
      mt="sm"
      searchable
      value={null}
      nothingFoundMessage="Không có yêu cầu nào khớp"
      data={rows.map((row) => ({ value: row.id, label: [row.place, row.content].filter(Boolean).join(' · ') }))}
      onChange={(chosen) => {
        const row = rows.find(({ id }) => id === chosen);
        if (row) onChoose(row);
      }}
    />
  );
}
