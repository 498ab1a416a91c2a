import type {
  PlanReading,
  ReadAppendix,
  ReadAssignment,
  ReadNarrativeTask,
  ReadTask,
} from '../reading/plan-reading.ts';
import type { ContradictionPlace } from './contradiction.ts';

/** A row of an appendix with where it stands. */
export interface PlacedRow {
  readonly path: string;
  readonly ref: string;
  readonly task: ReadTask;
  readonly appendix: ReadAppendix;
}

/** An item of the body with where it stands. */
export interface PlacedItem {
  readonly path: string;
  readonly ref: string;
  readonly task: ReadNarrativeTask;
}

/** Whatever somebody is to do: a row, or an item of the body that names who and when. */
export interface PlacedAssignment {
  readonly path: string;
  readonly ref: string;
  readonly text: string;
  readonly assignment: ReadAssignment;
}

const indexes = new WeakMap<PlanReading, ReadonlyMap<string, ReadonlySet<number>>>();

/** Lines of every field and of everything it is part of, by path. */
function indexOf(reading: PlanReading): ReadonlyMap<string, ReadonlySet<number>> {
  const known = indexes.get(reading);
  if (known) return known;
  const index = new Map<string, Set<number>>();
  for (const [key, lines] of Object.entries(reading.places)) {
    for (let path = key; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
      const held = index.get(path) ?? new Set<number>();
      for (const line of lines) held.add(line);
      index.set(path, held);
    }
  }
  indexes.set(reading, index);
  return index;
}

/** A place with its lines: the field's, or those of the nearest field it is part of. */
export function placeAt(reading: PlanReading, path: string, ref: string): ContradictionPlace {
  const index = indexOf(reading);
  let known = path;
  while (known !== '' && !index.has(known)) known = known.slice(0, known.lastIndexOf('/'));
  return { path, ref, lines: [...(index.get(known) ?? [])].sort((a, b) => a - b) };
}

/** All rows of all appendices. */
export function rowsOf(reading: PlanReading): PlacedRow[] {
  return reading.appendices.flatMap((appendix, a) =>
    appendix.tasks.map((task, t) => ({
      path: `/appendices/${a}/tasks/${t}`,
      ref: `PL${appendix.number}/${task.groupNo === undefined ? '' : `${task.groupNo}.`}${task.noText ?? task.no}`,
      task,
      appendix,
    })),
  );
}

/** All items of the body, also those that only point to the appendices. */
export function allItemsOf(reading: PlanReading): PlacedItem[] {
  return reading.tasksNarrative.map((task, index) => ({
    path: `/tasksNarrative/${index}`,
    ref: `${task.section}.${task.letter || `(${task.ordinal})`}`,
    task,
  }));
}

/** All items of the body that are tasks. */
export function itemsOf(reading: PlanReading): PlacedItem[] {
  return allItemsOf(reading).filter(({ task }) => !task.pointerOnly);
}

/** Rows, and items of the body that say who, what or when. */
export function assignmentsOf(reading: PlanReading): PlacedAssignment[] {
  const rows = rowsOf(reading).map(({ path, ref, task }) => ({ path, ref, text: task.content, assignment: task }));
  const items = itemsOf(reading).flatMap(({ path, ref, task }) => {
    const { lead = [], coordinators = [], outputs = [], deadlines = [], deadlineText = '' } = task;
    if (lead.length + outputs.length + deadlines.length === 0) return [];
    return [{ path, ref, text: task.text, assignment: { lead, coordinators, outputs, deadlines, deadlineText } }];
  });
  return [...rows, ...items];
}
