import type { PlanReading, ReadNarrativeTask, ReadTarget, ReadTask } from '../reading/plan-reading.ts';
import type { ReadingEdit } from './edit-reading.ts';
import { indexOf, stepsOf, valueAt } from './json-pointer.ts';

/**
 * The corrections that join two figures for one measure: the later target goes, its places are added to the first, which
 * keeps its figure. Gives undefined unless both paths name a target.
 */
export function mergeTargets(reading: PlanReading, first: string, second: string): readonly ReadingEdit[] | undefined {
  const [keepAt, dropAt] = [targetIndex(first), targetIndex(second)].sort((a, b) => (a ?? -1) - (b ?? -1));
  const keep = keepAt === undefined ? undefined : reading.targets[keepAt];
  const drop = dropAt === undefined ? undefined : reading.targets[dropAt];
  if (!keep || !drop || keepAt === dropAt) return undefined;
  const alsoIn = [...new Set([...(keep.alsoIn ?? []), drop.section, ...(drop.alsoIn ?? [])])];
  const joined: ReadTarget = {
    ...keep,
    alsoIn,
    ...(keep.conflictsWith ? { conflictsWith: keep.conflictsWith.filter((id) => id !== drop.id) } : {}),
  };
  return [
    { op: 'set', path: `/targets/${keepAt}`, value: joined },
    { op: 'remove', path: `/targets/${dropAt}` },
  ];
}

function targetIndex(path: string): number | undefined {
  const [part, index] = stepsOf(path);
  return part === 'targets' ? indexOf(index ?? '') : undefined;
}

/**
 * The correction that makes a row of an item of the text: at the end of the table of the same field (`sameField` says
 * whether two headings are of one field), else of the last table. Undefined when the path names no item of the text or
 * there is no table at all.
 */
export function taskFromText(
  reading: PlanReading,
  path: string,
  sameField: (heading: string, other: string) => boolean,
): ReadingEdit | undefined {
  const [part, index] = stepsOf(path);
  const item =
    part === 'tasksNarrative' ? (valueAt(reading, `/tasksNarrative/${index}`) as ReadNarrativeTask) : undefined;
  if (!item || reading.appendices.length === 0) return undefined;
  const found = reading.appendices.findIndex((one) => sameField(one.field, item.sectionTitle));
  const at = found < 0 ? reading.appendices.length - 1 : found;
  const no = Math.max(0, ...(reading.appendices[at]?.tasks ?? []).map((task) => task.no)) + 1;
  const task: ReadTask = {
    no,
    content: item.text,
    outputs: item.outputs ?? [],
    lead: item.lead ?? [],
    coordinators: item.coordinators ?? [],
    deadlineText: item.deadlineText ?? '',
    deadlines: item.deadlines ?? [{ kind: 'unspecified', appliesTo: '' }],
    ...(item.otherRoles ? { otherRoles: item.otherRoles } : {}),
  };
  return { op: 'insert', path: `/appendices/${at}/tasks/-`, value: task };
}

/**
 * The correction that uses lines nobody knew as (part of) a field: a text gets them added, a path ending in `/-` gets a
 * new element. Undefined when the path names neither.
 */
export function textFromLines(reading: PlanReading, path: string, texts: readonly string[]): ReadingEdit | undefined {
  const text = texts
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .join(' ');
  if (path.endsWith('/-')) {
    const list = valueAt(reading, path.slice(0, -2));
    const ofTexts = Array.isArray(list) && list.every((one) => typeof one === 'string');
    return ofTexts ? { op: 'insert', path, value: text } : undefined;
  }
  const value = valueAt(reading, path);
  return typeof value === 'string' ? { op: 'set', path, value: `${value} ${text}`.trim() } : undefined;
}

/** Adds lines to the provenance of a field. */
export function withLines(reading: PlanReading, path: string, lines: readonly number[]): PlanReading {
  const all = [...new Set([...(reading.places[path] ?? []), ...lines])].sort((a, b) => a - b);
  return { ...reading, places: { ...reading.places, [path]: all } };
}
