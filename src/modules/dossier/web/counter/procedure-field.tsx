import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { listProcedures } from '#modules/procedure/contract/catalogue.ts';
import { useCall } from '#web/use-call.ts';

interface ProcedureFieldProps {
  readonly code: string;
  readonly name: string;
  readonly onPick: (code: string, name: string) => void;
}

const pauseMs = 150;

/** Finds a procedure by its code or words, with the keyboard alone. */
export function ProcedureField({ code, name, onPick }: ProcedureFieldProps) {
  const [typed, setTyped] = useState(name);
  const [q] = useDebouncedValue(typed === name ? '' : typed, pauseMs);
  const found = useCall(listProcedures, { query: { state: 'on', size: 20, ...(q && { q }) } });
  const rows = found.data?.rows ?? [];
  const data = rows.map((row) => ({ value: row.code, label: `${row.name} (${row.code})` }));
  const isThere = code === '' || data.some((one) => one.value === code);
  return (
    <Select
      label="Thủ tục"
      description="Gõ mã hoặc vài chữ, có dấu hay không dấu; mũi tên để chọn, Enter để nhận."
      required
      autoFocus
      searchable
      selectFirstOptionOnChange
      filter={({ options }) => options}
      nothingFoundMessage={
        found.isFetching ? 'Đang tìm…' : 'Không có thủ tục nào khớp. Hãy bớt chữ, hoặc xem thủ tục có bị tắt không.'
      }
      maxDropdownHeight={360}
      data={isThere ? data : [{ value: code, label: `${name} (${code})` }, ...data]}
      value={code || null}
      onSearchChange={setTyped}
      onChange={(value) => {
        const row = rows.find((one) => one.code === value);
        if (row) onPick(row.code, row.name);
      }}
    />
  );
}
