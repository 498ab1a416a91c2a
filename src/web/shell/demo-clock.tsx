import { UnstyledButton } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import { useLoaded } from '../ui/use-loaded.ts';

const loadPopover = () => import('./demo-clock-popover.tsx');

/** The badge of a demo: which day it is here, and the way to move it. */
export function DemoClock({ today }: { today: PlainDate }) {
  const [isOpen, setOpen] = useState(false);
  const [popover, load] = useLoaded(loadPopover);
  const badge = (
    <UnstyledButton className="demo-badge" onClick={() => void load().then(() => setOpen(!isOpen))}>
      <IconClock size={16} stroke={1.8} aria-hidden />
      <span className="demo-words">Ngày thử nghiệm</span> <strong>{formatDate(today)}</strong>
      <span className="visually-hidden">, ngày thử nghiệm, bấm để đổi</span>
    </UnstyledButton>
  );
  if (!popover) return badge;
  return (
    <popover.DemoClockPopover today={today} isOpen={isOpen} onChange={setOpen}>
      {badge}
    </popover.DemoClockPopover>
  );
}
