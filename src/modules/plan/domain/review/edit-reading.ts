import { parseDueText } from '../due-rule/parse-due-text.ts';
import type { PlanReading } from '../reading/plan-reading.ts';
import { indexOf, pointerOf, stepsOf, valueAt, withChange } from './json-pointer.ts';

/** One correction of a reading; `insert` puts a new element before the index (or at the end, `-`). */
export interface ReadingEdit {
  readonly op: 'set' | 'insert' | 'remove';
  readonly path: string;
  readonly value?: unknown;
}

export interface EditedReading {
  readonly reading: PlanReading;
  /** What was there; undefined for an insertion. */
  readonly before: unknown;
  /** The path with `-` replaced by the index. */
  readonly path: string;
}

const editable = new Set<string>([
  'title',
  'year',
  'issuer',
  'issuerLevel',
  'decision',
  'purposes',
  'qualitativeObjectives',
  'funding',
  'targets',
  'tasksNarrative',
  'appendices',
  'responsibilities',
  'recurringReports',
]);

/**
 * Makes one correction and moves the provenance of what stands behind it. Gives undefined when the path leads nowhere or
 * is none that people correct. When due words change, their rules are read anew. The value is not checked: the caller
 * parses the reading again.
 */
export function editReading(reading: PlanReading, edit: ReadingEdit): EditedReading | undefined {
  const steps = stepsOf(edit.path);
  if (!editable.has(steps[0] ?? '')) return undefined;
  if (edit.op === 'set') return setField(reading, edit, steps);
  return edit.op === 'insert' ? insertElement(reading, edit, steps) : removeElement(reading, edit, steps);
}

function setField(reading: PlanReading, edit: ReadingEdit, steps: readonly string[]): EditedReading | undefined {
  const before = valueAt(reading, edit.path);
  const changed = withChange(reading, steps, (holder, last) => {
    if (!Array.isArray(holder)) return { ...(holder as object), [last]: edit.value };
    const index = indexOf(last);
    return index === undefined || index >= holder.length
      ? undefined
      : holder.map((one, at) => (at === index ? edit.value : one));
  });
  if (!changed) return undefined;
  const kept = Object.entries(changed.places).filter(
    ([path]) => !path.startsWith(`${edit.path}/`) || valueAt(changed, path) !== undefined,
  );
  const placed = { ...changed, places: Object.fromEntries(kept) };
  return { reading: steps.at(-1) === 'deadlineText' ? withRules(placed, steps) : placed, before, path: edit.path };
}

/** Reads the due words of a row anew. */
function withRules(reading: PlanReading, steps: readonly string[]): PlanReading {
  const row = steps.slice(0, -1);
  const holder = valueAt(reading, pointerOf(row)) as { outputs?: readonly string[]; deadlineText: string };
  const deadlines = parseDueText(holder.deadlineText, { year: reading.year, outputs: holder.outputs ?? [] });
  const path = pointerOf([...row, 'deadlines']);
  const places = Object.entries(reading.places).filter(([one]) => !one.startsWith(`${path}/`));
  const changed = withChange(reading, [...row, 'deadlines'], (object, last) => ({
    ...(object as object),
    [last]: deadlines,
  }));
  return { ...(changed ?? reading), places: Object.fromEntries(places) };
}

function insertElement(reading: PlanReading, edit: ReadingEdit, steps: readonly string[]): EditedReading | undefined {
  let at = -1;
  const changed = withChange(reading, steps, (holder, last) => {
    if (!Array.isArray(holder)) return undefined;
    at = last === '-' ? holder.length : (indexOf(last) ?? -1);
    return at < 0 || at > holder.length ? undefined : holder.toSpliced(at, 0, edit.value);
  });
  if (!changed) return undefined;
  const list = steps.slice(0, -1);
  const path = pointerOf([...list, at]);
  const places = movedPlaces(changed.places, { op: 'insert', path });
  return { reading: counted({ ...changed, places }, list), before: undefined, path };
}

function removeElement(reading: PlanReading, edit: ReadingEdit, steps: readonly string[]): EditedReading | undefined {
  const before = valueAt(reading, edit.path);
  const at = indexOf(steps.at(-1) ?? '');
  if (before === undefined || at === undefined) return undefined;
  const changed = withChange(reading, steps, (holder) => (Array.isArray(holder) ? holder.toSpliced(at, 1) : undefined));
  if (!changed) return undefined;
  const places = movedPlaces(changed.places, edit);
  return { reading: counted({ ...changed, places }, steps.slice(0, -1)), before, path: edit.path };
}

/**
 * Where a path leads after a correction (whose own path has no `-` left): the same for `set`, one further for what stands
 * behind an insertion. Undefined for what was removed.
 */
export function movePath(edit: Pick<ReadingEdit, 'op' | 'path'>, path: string): string | undefined {
  if (edit.op === 'set') return path;
  const list = stepsOf(edit.path).slice(0, -1);
  const at = Number(stepsOf(edit.path).at(-1));
  const prefix = `${pointerOf(list)}/`;
  if (!path.startsWith(prefix)) return path;
  const [step = '', ...rest] = stepsOf(`/${path.slice(prefix.length)}`);
  const index = Number(step);
  if (edit.op === 'remove' && index === at) return undefined;
  const by = edit.op === 'insert' ? (index >= at ? 1 : 0) : index > at ? -1 : 0;
  return pointerOf([...list, index + by, ...rest]);
}

function movedPlaces(places: PlanReading['places'], edit: Pick<ReadingEdit, 'op' | 'path'>): PlanReading['places'] {
  const moved: Record<string, readonly number[]> = {};
  for (const [path, lines] of Object.entries(places)) {
    const to = movePath(edit, path);
    if (to !== undefined) moved[to] = lines;
  }
  return moved;
}

/** Keeps the number of tasks of a table right. */
function counted(reading: PlanReading, list: readonly string[]): PlanReading {
  const [part, index, tasks] = list;
  if (part !== 'appendices' || tasks !== 'tasks') return reading;
  return {
    ...reading,
    appendices: reading.appendices.map((appendix, at) =>
      at === Number(index) ? { ...appendix, taskCount: appendix.tasks.length } : appendix,
    ),
  };
}
