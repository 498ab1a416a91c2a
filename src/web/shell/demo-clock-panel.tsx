import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { addDays, type PlainDate } from '#kernel/plain-date.ts';
import { setDemoClock } from '#modules/account/contract/session.ts';
import { DateField } from '../ui/date-field.tsx';
import { useSend } from '../use-send.ts';

const steps = [
  { label: 'Lùi 1 ngày', days: -1 },
  { label: 'Tiến 1 ngày', days: 1 },
  { label: 'Tiến 7 ngày', days: 7 },
  { label: 'Tiến 30 ngày', days: 30 },
];

/** Moves the day of the whole demo: deadlines, jobs and screens follow it. */
export function DemoClockPanel({ today, onDone }: { today: PlainDate; onDone: () => void }) {
  const [day, setDay] = useState<PlainDate | undefined>(today);
  const move = useSend(setDemoClock, { onSuccess: onDone });
  return (
    <Stack gap="sm" w={280}>
      <Text size="sm">Bản dùng thử có ngày riêng. Đổi ngày để xem việc đến hạn, nhắc việc và báo cáo của ngày đó.</Text>
      <Group gap="xs" grow>
        {steps.slice(0, 2).map((step) => (
          <Button
            key={step.days}
            variant="default"
            disabled={move.isPending}
            onClick={() => move.mutate({ body: { today: addDays(today, step.days) } })}
          >
            {step.label}
          </Button>
        ))}
      </Group>
      <Group gap="xs" grow>
        {steps.slice(2).map((step) => (
          <Button
            key={step.days}
            variant="default"
            disabled={move.isPending}
            onClick={() => move.mutate({ body: { today: addDays(today, step.days) } })}
          >
            {step.label}
          </Button>
        ))}
      </Group>
      <DateField label="Chọn ngày" value={day} onChange={setDay} isInPopover />
      <Button
        loading={move.isPending}
        disabled={day === undefined || day === today}
        onClick={() => day && move.mutate({ body: { today: day } })}
      >
        Chuyển đến ngày này
      </Button>
      {move.error && (
        <Text size="sm" c="red" role="alert">
          {move.error.message}
        </Text>
      )}
    </Stack>
  );
}
