import './split-view.css';
import { SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { remembered } from '../shell/remembered.ts';

interface Pane {
  /** Short: it is also the tab at narrow width. */
  readonly label: string;
  readonly content: ReactNode;
}

export interface SplitViewProps {
  /** The chosen width is remembered under it. */
  readonly name: string;
  readonly start: Pane;
  readonly end: Pane;
  /** Which pane a narrow screen shows; given together with `onShow` when a click in one leads to the other. */
  readonly shown?: 'start' | 'end';
  readonly onShow?: (shown: 'start' | 'end') => void;
}

function PaneOf({ pane, isHidden }: { pane: Pane; isHidden: boolean }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reached by keyboard (WCAG 2.1.1)
    <section className="split-pane" tabIndex={0} aria-label={pane.label} hidden={isHidden}>
      {pane.content}
    </section>
  );
}

const narrow = '(max-width: 61.99em)';
const least = 25;
const most = 75;
const step = 5;

function within(share: number): number {
  return Math.round(Math.max(least, Math.min(most, share)));
}

/** Two panes that scroll apart, e.g. a form beside its document; the bar between them moves by mouse and arrow keys. */
export function SplitView({ name, start, end, shown, onShow }: SplitViewProps) {
  const isNarrow = useMediaQuery(narrow, undefined, { getInitialValueInEffect: false });
  const frame = useRef<HTMLDivElement>(null);
  const key = `split:${name}`;
  const [share, setShare] = useState(() => within(Number(remembered.find(key) ?? 50)));
  const [own, setOwn] = useState<'start' | 'end'>('start');
  const current = shown ?? own;
  function set(next: number) {
    setShare(within(next));
    remembered.save(key, String(within(next)));
  }
  function onMove(event: PointerEvent) {
    const box = frame.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    set(((event.clientX - box.left) / box.width) * 100);
  }
  function onKeyDown(event: KeyboardEvent) {
    const to: Record<string, number> = { ArrowLeft: share - step, ArrowRight: share + step, Home: least, End: most };
    const next = to[event.key];
    if (next === undefined) return;
    event.preventDefault();
    set(next);
  }
  return (
    <div
      className="split"
      data-narrow={isNarrow || undefined}
      style={{ '--share': `${share}fr`, '--rest': `${100 - share}fr` }}
    >
      {isNarrow && (
        <SegmentedControl
          fullWidth
          aria-label="Chọn phần để xem"
          value={current}
          onChange={(value) => {
            const next = value === 'end' ? 'end' : 'start';
            setOwn(next);
            onShow?.(next);
          }}
          data={[
            { value: 'start', label: start.label },
            { value: 'end', label: end.label },
          ]}
        />
      )}
      <div ref={frame} className="split-panes">
        <PaneOf pane={start} isHidden={isNarrow && current !== 'start'} />
        {!isNarrow && (
          <div
            className="split-bar"
            role="slider"
            aria-orientation="horizontal"
            aria-label={`Độ rộng phần ${start.label}`}
            aria-valuemin={least}
            aria-valuemax={most}
            aria-valuenow={share}
            tabIndex={0}
            onKeyDown={onKeyDown}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={onMove}
          />
        )}
        <PaneOf pane={end} isHidden={isNarrow && current !== 'end'} />
      </div>
    </div>
  );
}
