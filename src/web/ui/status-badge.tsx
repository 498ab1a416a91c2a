import {
  IconAlertTriangle,
  IconCircle,
  IconCircleCheck,
  IconCircleX,
  IconClockExclamation,
  IconEye,
  IconPlayerPause,
  IconProgress,
} from '@tabler/icons-react';

const icons = {
  overdue: IconAlertTriangle,
  error: IconCircleX,
  soon: IconClockExclamation,
  doubt: IconEye,
  active: IconProgress,
  paused: IconPlayerPause,
  done: IconCircleCheck,
  none: IconCircle,
} as const;

/** What a state means; its colour and icon follow from it. `doubt`: somebody must look at it. */
export type StatusTone = keyof typeof icons;

/** A state by colour, icon and word together, so that none of them is needed alone. */
export function StatusBadge({ tone, children }: { tone: StatusTone; children: string }) {
  const Icon = icons[tone];
  return (
    <span className="status" data-tone={tone}>
      <Icon size={16} stroke={1.8} aria-hidden />
      {children}
    </span>
  );
}
