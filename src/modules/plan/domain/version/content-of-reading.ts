import { outputOf } from '../due-rule/output-of.ts';
import type { DueRule } from '../due-rule.ts';
import { fieldOf, type ReformField } from '../field-of.ts';
import type {
  PlanReading,
  ReadAppendix,
  ReadAssignment,
  ReadNarrativeTask,
  ReadTarget,
  ReadTask,
} from '../reading/plan-reading.ts';
import { orderStep } from './order.ts';
import type {
  ContentDue,
  ContentNarrative,
  ContentOutput,
  ContentRole,
  ContentStatement,
  ContentTarget,
  ContentTask,
  PlanContent,
} from './plan-content.ts';

/** What a reading alone does not say. */
export interface ReadingContext {
  readonly importId: string;
  readonly fields: readonly ReformField[];
  /** JSON pointers of rows and targets that are work of a higher level. */
  readonly higher: ReadonlySet<string>;
  /** Items of the text → rows of the tables that carry them out, by JSON pointer. */
  readonly links: ReadonlyMap<string, readonly string[]>;
}

/**
 * The rows of the plan that a reading describes. Repeats of a target are joined with their places. Tasks are the rows of
 * the tables; an item of the text is one as well when it says who is to do it and no row carries it out, or when the plan
 * has no tables at all. Throws when the reading has no year.
 */
export function contentOfReading(reading: PlanReading, context: ReadingContext): PlanContent {
  const { year } = reading;
  if (year === null) throw new RangeError('a plan needs a year');
  const lines = linesByPath(reading.places);
  const rowAt = (path: string, index: number) => ({
    key: path,
    position: (index + 1) * orderStep,
    importId: context.importId,
    path,
    lines: [...(lines.get(path) ?? [])].sort((a, b) => a - b),
  });
  const tasks = tasksOf(reading, context);
  return {
    header: {
      title: reading.title,
      year,
      issuer: reading.issuer,
      issuerLevel: reading.issuerLevel,
      decisionText: reading.decision.text ?? null,
    },
    appendices: reading.appendices.map((appendix, index) => ({
      ...rowAt(`/appendices/${index}`, index),
      number: appendix.number,
      title: appendix.title,
      fieldText: appendix.field,
    })),
    statements: statementsOf(reading).map((statement, index) => ({ ...rowAt(statement.path, index), ...statement })),
    targets: targetsOf(reading, context).map((target, index) => ({ ...rowAt(target.path, index), ...target })),
    tasks: tasks.map((task, index) => ({ ...rowAt(task.path, index), ...task })),
    narrative: narrativeOf(reading, context, new Set(tasks.map((task) => task.path))).map((item, index) => ({
      ...rowAt(item.path, index),
      ...item,
      key: `${item.path}/text`,
    })),
    responsibilities: reading.responsibilities.map((one, index) => ({
      ...rowAt(`/responsibilities/${index}`, index),
      written: one.role,
      duties: one.duties,
    })),
    reportDuties: reading.recurringReports.map((one, index) => ({
      ...rowAt(`/recurringReports/${index}`, index),
      written: one.who,
      to: one.to,
      via: one.via ?? null,
      frequency: one.frequency,
      frequencyText: one.frequencyText ?? null,
      dueText: one.dueText ?? null,
      adHoc: one.adHoc ?? false,
      about: one.about,
      section: one.section,
    })),
  };
}

/** Lines of every field together with those of the fields within it, by JSON pointer. */
function linesByPath(places: PlanReading['places']): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  for (const [path, lines] of Object.entries(places)) {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
      const outer = path.slice(0, end);
      const known = found.get(outer) ?? new Set();
      for (const line of lines) known.add(line);
      found.set(outer, known);
    }
  }
  return found;
}

type Bare<T> = Omit<T, 'key' | 'position' | 'importId' | 'path' | 'lines'> & { readonly path: string };

function statementsOf(reading: PlanReading): Bare<ContentStatement>[] {
  const funding = reading.funding.trim() === '' ? [] : [reading.funding];
  return [
    ...reading.purposes.map((content, index) => ({ path: `/purposes/${index}`, kind: 'purpose' as const, content })),
    ...reading.qualitativeObjectives.map((content, index) => ({
      path: `/qualitativeObjectives/${index}`,
      kind: 'objective' as const,
      content,
    })),
    ...funding.map((content) => ({ path: '/funding', kind: 'funding' as const, content })),
  ];
}

function targetsOf(reading: PlanReading, context: ReadingContext): Bare<ContentTarget>[] {
  const repeats = Map.groupBy(
    reading.targets.filter((target) => target.duplicateOf !== undefined),
    (target) => target.duplicateOf,
  );
  return reading.targets.flatMap((target, index) => {
    if (target.duplicateOf !== undefined) return [];
    const path = `/targets/${index}`;
    const again = repeats.get(target.id) ?? [];
    return [{ path, ...targetOf(target, again), ours: !context.higher.has(path) }];
  });
}

function targetOf(target: ReadTarget, again: readonly ReadTarget[]) {
  const places = [...(target.alsoIn ?? []), ...again.flatMap((one) => [one.section, ...(one.alsoIn ?? [])])];
  return {
    section: target.section,
    measure: target.measure,
    operator: target.operator,
    value: target.valuePercent,
    unit: '%',
    content: target.text,
    aspiration: target.aspiration ?? false,
    reduction: target.kind === 'reduction',
    baseline: target.baseline ?? null,
    alsoIn: [...new Set(places)].filter((place) => place !== target.section),
  };
}

function tasksOf(reading: PlanReading, context: ReadingContext): Bare<ContentTask>[] {
  const rows = reading.appendices.flatMap((appendix, at) =>
    appendix.tasks.map((task, index) => rowTask(appendix, at, task, index, context)),
  );
  const noTables = rows.length === 0;
  const items = reading.tasksNarrative.flatMap((item, index) =>
    isTask(item, `/tasksNarrative/${index}`, noTables, context) ? [textTask(item, index, context)] : [],
  );
  return [...rows, ...items];
}

function isTask(item: ReadNarrativeTask, path: string, noTables: boolean, context: ReadingContext): boolean {
  if (item.pointerOnly || (context.links.get(path) ?? []).length > 0) return false;
  return noTables || (item.lead ?? []).length > 0 || (item.outputs ?? []).length > 0;
}

function rowTask(
  appendix: ReadAppendix,
  at: number,
  task: ReadTask,
  index: number,
  context: ReadingContext,
): Bare<ContentTask> {
  const path = `/appendices/${at}/tasks/${index}`;
  const number = task.noText ?? String(task.no);
  const inGroup = task.groupNo === undefined ? number : `${task.groupNo}.${number}`;
  const heading = [task.group, appendix.field, appendix.title].find(
    (one) => one !== undefined && fieldOf(one, context.fields) !== undefined,
  );
  return {
    path,
    appendixKey: `/appendices/${at}`,
    fieldCode: heading === undefined ? null : (fieldOf(heading, context.fields) ?? null),
    number,
    place: `${appendix.number === '' ? `Bảng ${at + 1}` : `PL${appendix.number}`}/${inGroup}`,
    groupNumber: task.groupNo ?? null,
    groupTitle: task.group ?? null,
    content: task.content,
    ours: !context.higher.has(path),
    ...assignmentOf(task, path),
  };
}

function textTask(item: ReadNarrativeTask, index: number, context: ReadingContext): Bare<ContentTask> {
  const path = `/tasksNarrative/${index}`;
  return {
    path,
    appendixKey: null,
    fieldCode: fieldOf(item.sectionTitle, context.fields) ?? null,
    number: item.letter === '' ? String(item.ordinal) : item.letter,
    place: placeOfItem(item),
    groupNumber: null,
    groupTitle: null,
    content: item.text,
    ours: !context.higher.has(path),
    ...assignmentOf(item, path),
  };
}

/** "III.6.a", or "III.1 (2)" for a bullet. */
function placeOfItem(item: ReadNarrativeTask): string {
  return item.letter === '' ? `${item.section} (${item.ordinal})` : `${item.section}.${item.letter}`;
}

function assignmentOf(
  row: Partial<ReadAssignment>,
  path: string,
): Pick<ContentTask, 'outputs' | 'roles' | 'dueText' | 'dues'> {
  const outputs: ContentOutput[] = (row.outputs ?? []).map((content, index) => ({
    key: `${path}/outputs/${index}`,
    content,
  }));
  const roles: ContentRole[] = [
    ...(row.lead ?? []).map((written) => ({ role: 'lead' as const, roleText: '', written })),
    ...(row.coordinators ?? []).map((written) => ({ role: 'coordinator' as const, roleText: '', written })),
    ...(row.otherRoles ?? []).flatMap((other) =>
      other.units.map((written) => ({ role: 'other' as const, roleText: other.role, written })),
    ),
  ];
  return { outputs, roles, dueText: row.deadlineText ?? '', dues: duesOf(row.deadlines ?? [], outputs) };
}

/** Due rules with the output each one names. */
export function duesOf(rules: readonly DueRule[], outputs: readonly ContentOutput[]): ContentDue[] {
  const texts = outputs.map((output) => output.content);
  return rules
    .filter((rule) => rule.kind !== 'unspecified' || rule.note !== undefined)
    .map((rule) => {
      const at = outputOf(rule, texts);
      return { rule, outputKey: at === undefined ? null : (outputs[at]?.key ?? null) };
    });
}

function narrativeOf(
  reading: PlanReading,
  context: ReadingContext,
  tasks: ReadonlySet<string>,
): Bare<ContentNarrative>[] {
  return reading.tasksNarrative.map((item, index) => {
    const path = `/tasksNarrative/${index}`;
    const linked = (context.links.get(path) ?? []).filter((one) => tasks.has(one));
    return {
      path,
      section: item.section,
      sectionTitle: item.sectionTitle,
      letter: item.letter,
      content: item.text,
      pointerOnly: item.pointerOnly ?? false,
      taskKeys: tasks.has(path) ? [path] : linked,
    };
  });
}
