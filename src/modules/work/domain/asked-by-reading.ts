import type { PlainDate } from '#kernel/plain-date.ts';
import { dueSummary } from '#modules/plan/domain/due-days.ts';
import type { PlanReading, ReadTarget, ReadTask } from '#modules/plan/domain/reading/plan-reading.ts';
import type { FigureOperator } from './above-gap.ts';

/** Something that a plan document asks for. */
export interface AskedByReading {
  readonly kind: 'task' | 'target';
  readonly place: string;
  readonly content: string;
  readonly measure: string | null;
  readonly operator: FigureOperator | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly aspiration: boolean;
  readonly due: PlainDate | null;
  readonly dueText: string;
}

const longest = 4_000;
const shortest = 3;

/**
 * What a plan document asks of lower units, out of what was read of it: its targets, those said twice once, and the rows
 * of its tables, or the items of its text where it has no table. `year` is the plan's, for its due days.
 */
export function askedByReading(reading: PlanReading, year: number): readonly AskedByReading[] {
  const rows = reading.appendices.flatMap((appendix) =>
    appendix.tasks.map((task) => askedByRow(task, [appendix.number && `PL${appendix.number}`, rowNumber(task)], year)),
  );
  const items = reading.tasksNarrative
    .filter((item) => !item.pointerOnly)
    .map((item) => ({ ...noFigure, place: item.section, content: item.text, ...dueOf(item, year) }));
  return [
    ...reading.targets.filter((target) => target.duplicateOf === undefined).map(askedByTarget),
    ...(rows.length > 0 ? rows : items),
  ]
    .map((one) => ({ ...one, content: one.content.trim().slice(0, longest) }))
    .filter(({ content }) => content.length >= shortest);
}

const noFigure = { kind: 'task', measure: null, operator: null, value: null, unit: null, aspiration: false } as const;

function rowNumber({ no, noText }: ReadTask): string {
  return noText ?? String(no);
}

function askedByTarget(target: ReadTarget): AskedByReading {
  return {
    kind: 'target',
    place: target.section,
    content: target.text,
    measure: target.measure,
    operator: target.operator,
    value: target.valuePercent,
    unit: '%',
    aspiration: target.aspiration ?? false,
    due: null,
    dueText: '',
  };
}

function askedByRow(task: ReadTask, place: readonly string[], year: number): AskedByReading {
  return { ...noFigure, place: place.filter(Boolean).join('/'), content: task.content, ...dueOf(task, year) };
}

function dueOf(
  { deadlines, deadlineText }: Partial<Pick<ReadTask, 'deadlines' | 'deadlineText'>>,
  year: number,
): Pick<AskedByReading, 'due' | 'dueText'> {
  return { due: deadlines ? dueSummary(deadlines, year).last : null, dueText: deadlineText ?? '' };
}
