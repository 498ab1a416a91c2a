import { ActionIcon } from '@mantine/core';
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react';

const steps = [0.5, 0.75, 1, 1.5, 2, 3];

/** The zoom one step larger (1) or smaller (-1). */
export function nextZoom(zoom: number, step: 1 | -1): number {
  return steps[Math.max(0, Math.min(steps.length - 1, steps.indexOf(zoom) + step))] ?? 1;
}

/** Makes what is looked at larger or smaller. */
export function ZoomButtons({ zoom, onZoom }: { zoom: number; onZoom: (step: 1 | -1) => void }) {
  return (
    <>
      <ActionIcon variant="default" size="lg" aria-label="Thu nhỏ" disabled={zoom <= 0.5} onClick={() => onZoom(-1)}>
        <IconZoomOut size={18} stroke={1.6} />
      </ActionIcon>
      <span role="status">{Math.round(zoom * 100)} %</span>
      <ActionIcon variant="default" size="lg" aria-label="Phóng to" disabled={zoom >= 3} onClick={() => onZoom(1)}>
        <IconZoomIn size={18} stroke={1.6} />
      </ActionIcon>
    </>
  );
}
