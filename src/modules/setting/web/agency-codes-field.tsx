import { Button, Group, TextInput } from '@mantine/core';
import type { PlainDate } from '#kernel/plain-date.ts';
import { DateField } from '#web/ui/date-field.tsx';
import type { AgencyCodeSetting } from '../domain/settings.ts';

interface AgencyCodesFieldProps {
  readonly value: readonly AgencyCodeSetting[];
  readonly onChange: (value: readonly AgencyCodeSetting[]) => void;
}

/** The identification codes of the unit, each with the day from which it is used. */
export function AgencyCodesField({ value, onChange }: AgencyCodesFieldProps) {
  const put = (index: number, change: Partial<AgencyCodeSetting>) =>
    onChange(value.map((one, at) => (at === index ? { ...one, ...change } : one)));
  return (
    <>
      {value.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name while they are typed.
        <Group key={index} align="flex-end" mb="xs">
          <TextInput
            label="Mã"
            maxLength={35}
            value={one.code}
            onChange={(event) => put(index, { code: event.currentTarget.value })}
          />
          <DateField label="Dùng từ ngày" value={one.from} onChange={(from) => from && put(index, { from })} />
          <Button variant="default" onClick={() => onChange(value.filter((_, at) => at !== index))}>
            Bỏ
          </Button>
        </Group>
      ))}
      <Button
        variant="default"
        onClick={() =>
          onChange([...value, { from: (value.length === 0 ? '2020-09-15' : '2025-07-01') as PlainDate, code: '' }])
        }
      >
        Thêm mã
      </Button>
    </>
  );
}
