import { Popover } from '@mantine/core';
import type { ReactElement } from 'react';
import type { PlainDate } from '#kernel/plain-date.ts';
import { DemoClockPanel } from './demo-clock-panel.tsx';

interface DemoClockPopoverProps {
  readonly today: PlainDate;
  readonly isOpen: boolean;
  readonly onChange: (isOpen: boolean) => void;
  readonly children: ReactElement;
}

/** The panel below the demo's badge. */
export function DemoClockPopover({ today, isOpen, onChange, children }: DemoClockPopoverProps) {
  return (
    <Popover opened={isOpen} onChange={onChange} position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown aria-label="Đổi ngày thử nghiệm">
        <DemoClockPanel today={today} onDone={() => onChange(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
