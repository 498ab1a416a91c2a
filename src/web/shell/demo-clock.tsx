import { Popover, UnstyledButton } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import { useLoaded } from '../ui/use-loaded.ts';

const loadPanel = () => import('./demo-clock-panel.tsx');

/** The badge of a demo: which day it is here, and the way to move it. */
export function DemoClock({ today }: { today: PlainDate }) {
  const [isOpen, setOpen] = useState(false);
  const [panel, load] = useLoaded(loadPanel);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className="demo-badge"
          onClick={() => void load().then(() => setOpen(!isOpen))}
          aria-label={`Ngày thử nghiệm ${formatDate(today)}, bấm để đổi`}
        >
          <IconClock size={16} stroke={1.8} aria-hidden />
          <span className="demo-words">Ngày thử nghiệm</span>
          <strong>{formatDate(today)}</strong>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label="Đổi ngày thử nghiệm">
        {panel && <panel.DemoClockPanel today={today} onDone={() => setOpen(false)} />}
      </Popover.Dropdown>
    </Popover>
  );
}
