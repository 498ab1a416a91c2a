import '@mantine/core/styles/SimpleGrid.css';
import { SimpleGrid, TextInput } from '@mantine/core';
import type { PlainDate } from '#kernel/plain-date.ts';
import { DateField } from '#web/ui/date-field.tsx';

/** What is said of a dossier that was received on paper while the line was down. */
export interface Afterwards {
  readonly code: string;
  readonly day: PlainDate | undefined;
  readonly time: string;
  readonly reason: string;
}

export const emptyAfterwards: Afterwards = { code: '', day: undefined, time: '', reason: '' };

/** The true moment of receipt; undefined until day and time are there. */
export function receivedAtOf({ day, time }: Afterwards): string | undefined {
  return day && time ? `${day}T${time}:00+07:00` : undefined;
}

interface AfterwardsFieldsProps {
  readonly value: Afterwards;
  readonly onChange: (value: Afterwards) => void;
}

/** The paper's reserved code, the true day and hour, and why it is entered afterwards. */
export function AfterwardsFields({ value, onChange }: AfterwardsFieldsProps) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <TextInput
        label="Mã dự phòng trên phiếu giấy"
        required
        value={value.code}
        onChange={(event) => onChange({ ...value, code: event.currentTarget.value.trim() })}
      />
      <TextInput
        label="Lý do nhập bù"
        placeholder="Ví dụ: mất điện cả buổi sáng"
        required
        maxLength={500}
        value={value.reason}
        onChange={(event) => onChange({ ...value, reason: event.currentTarget.value })}
      />
      <DateField label="Ngày nhận thật" required value={value.day} onChange={(day) => onChange({ ...value, day })} />
      <TextInput
        type="time"
        label="Giờ nhận thật"
        required
        value={value.time}
        onChange={(event) => onChange({ ...value, time: event.currentTarget.value })}
      />
    </SimpleGrid>
  );
}
