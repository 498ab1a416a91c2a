import { Popover, UnstyledButton } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';

const DemoClockPanel = lazy(async () => ({ default: (await import('./demo-clock-panel.tsx')).DemoClockPanel }));

/** The badge of a demo: which day it is here, and the way to move it. */
export function DemoClock({ today }: { today: PlainDate }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" shadow="md" trapFocus withRoles>
      <Popover.Target>
        <UnstyledButton
          className="demo-badge"
          onClick={() => setOpen(!isOpen)}
          aria-label={`Ngày thử nghiệm ${formatDate(today)}, bấm để đổi`}
        >
          <IconClock size={16} stroke={1.8} aria-hidden />
          <span className="demo-words">Ngày thử nghiệm</span>
          <strong>{formatDate(today)}</strong>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback="Đang mở…">
          <DemoClockPanel today={today} onDone={() => setOpen(false)} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
