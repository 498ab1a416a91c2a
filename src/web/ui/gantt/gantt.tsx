import './gantt.css';
import { SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import type { StatusTone } from '../status-badge.tsx';
import { GanttChart } from './gantt-chart.tsx';
import { GanttTable } from './gantt-table.tsx';

export interface GanttBar {
  readonly id: string;
  readonly label: string;
  /** The same day twice is a single due day. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Key of `kinds`. */
  readonly kind: string;
  /** Heading the bar stands under. */
  readonly group?: string;
  /** The record behind the bar. */
  readonly href?: string;
}

export interface GanttKind {
  readonly tone: StatusTone;
  readonly words: string;
}

export interface GanttProps {
  readonly label: string;
  readonly year: number;
  readonly today: PlainDate;
  readonly bars: readonly GanttBar[];
  readonly kinds: Readonly<Record<string, GanttKind>>;
}

export interface GanttGroup {
  readonly title: string;
  readonly bars: readonly GanttBar[];
}

const phone = '(max-width: 47.99em)';

/** The bars under their headings, in the order given. */
export function ganttGroups(bars: readonly GanttBar[]): readonly GanttGroup[] {
  const groups = new Map<string, GanttBar[]>();
  for (const bar of bars) {
    const title = bar.group ?? '';
    const group = groups.get(title);
    if (group) group.push(bar);
    else groups.set(title, [bar]);
  }
  return [...groups].map(([title, list]) => ({ title, bars: list }));
}

/** Days of a bar in words. */
export function barDays(bar: GanttBar): string {
  return bar.from === bar.to ? formatDate(bar.to) : `${formatDate(bar.from)} – ${formatDate(bar.to)}`;
}

/** A year of work as a chart with its table; a phone begins with the table. */
export function Gantt(props: GanttProps) {
  const isPhone = useMediaQuery(phone, undefined, { getInitialValueInEffect: false });
  const [chosen, setChosen] = useState<string>();
  const view = chosen ?? (isPhone ? 'table' : 'chart');
  const groups = ganttGroups(props.bars);
  return (
    <section className="gantt" aria-label={props.label}>
      <SegmentedControl
        aria-label="Cách xem"
        value={view}
        onChange={setChosen}
        data={[
          { value: 'chart', label: 'Biểu đồ' },
          { value: 'table', label: 'Bảng' },
        ]}
      />
      {view === 'chart' ? <GanttChart {...props} groups={groups} /> : <GanttTable {...props} groups={groups} />}
    </section>
  );
}
