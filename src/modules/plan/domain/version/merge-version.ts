import { foldWords } from '#kernel/fold.ts';
import { type MatchBy, matchRows } from './match-rows.ts';
import { assignPositions } from './order.ts';
import {
  type ContentOutput,
  type ContentTask,
  listOfPart,
  type Part,
  type PlanContent,
  parts,
  type RowOf,
  rowsOf,
} from './plan-content.ts';

/** `amend`: rows that the later decision does not name stay. `replace`: they end. */
export type LaterKind = 'amend' | 'replace';

export interface MergeChoices {
  /** JSON pointer of a row read → key of the plan's row it goes on with; null: it is a new one. */
  readonly matches?: ReadonlyMap<string, string | null>;
  /** Keys of rows that end although the kind is `amend`. */
  readonly removals?: ReadonlySet<string>;
}

type Matchers = { readonly [P in Part]: MatchBy<RowOf[P]> };

const matchers: Matchers = {
  appendix: {
    exact: [(row) => foldWords(row.fieldText), (row) => row.number],
    text: (row) => row.title,
    atLeast: 0.6,
  },
  statement: {
    exact: [(row) => `${row.kind} ${foldWords(row.content)}`],
    text: (row) => row.content,
    within: (row) => row.kind,
    atLeast: 0.5,
  },
  target: {
    exact: [(row) => foldWords(row.content), (row) => foldWords(row.measure)],
    text: (row) => row.measure,
    atLeast: 0.6,
  },
  task: {
    exact: [(row) => `${row.fieldCode} ${foldWords(row.content)}`, (row) => foldWords(row.content)],
    text: (row) => row.content,
    atLeast: 0.55,
  },
  narrative: {
    exact: [(row) => foldWords(row.content)],
    text: (row) => row.content,
    atLeast: 0.6,
  },
  responsibility: {
    exact: [(row) => foldWords(row.written)],
    text: (row) => row.duties.join(' '),
    atLeast: 0.8,
  },
  reportDuty: {
    exact: [(row) => foldWords(`${row.written} ${row.to} ${row.about}`)],
    text: (row) => `${row.written} ${row.to} ${row.about}`,
    atLeast: 0.6,
  },
};

const outputMatcher: MatchBy<ContentOutput> = {
  exact: [(output) => foldWords(output.content)],
  text: (output) => output.content,
  atLeast: 0.4,
};

/** Gives the outputs of a task the keys of the former task's outputs they go on with. */
function keepOutputs(former: ContentTask, task: ContentTask): ContentTask {
  const matched = matchRows(former.outputs, task.outputs, outputMatcher);
  const keys = new Map<string, string>();
  task.outputs.forEach((output, index) => {
    const before = matched.get(index);
    const kept = before === undefined ? undefined : former.outputs[before];
    if (kept) keys.set(output.key, kept.key);
  });
  return {
    ...task,
    outputs: task.outputs.map((output) => ({ ...output, key: keys.get(output.key) ?? output.key })),
    dues: task.dues.map((due) => ({
      ...due,
      outputKey: due.outputKey === null ? null : (keys.get(due.outputKey) ?? due.outputKey),
    })),
  };
}

interface Matched<P extends Part> {
  /** Former row → the row that goes on with it. */
  readonly goingOn: ReadonlyMap<string, RowOf[P]>;
  readonly added: readonly RowOf[P][];
  /** Keys as read → keys in the plan. */
  readonly keys: ReadonlyMap<string, string>;
}

function matchPart<P extends Part>(
  part: P,
  before: readonly RowOf[P][],
  incoming: readonly RowOf[P][],
  choices: MergeChoices,
): Matched<P> {
  const indexOf = new Map(before.map((row, index) => [row.key, index]));
  const fixed = new Map<number, number | null>();
  incoming.forEach((row, index) => {
    const chosen = row.path === null ? undefined : choices.matches?.get(row.path);
    if (chosen === null) fixed.set(index, null);
    const former = chosen ? indexOf.get(chosen) : undefined;
    if (former !== undefined) fixed.set(index, former);
  });
  const matched = matchRows(before, incoming, matchers[part] as MatchBy<RowOf[P]>, fixed);
  const goingOn = new Map<string, RowOf[P]>();
  const added: RowOf[P][] = [];
  const keys = new Map<string, string>();
  incoming.forEach((row, index) => {
    const at = matched.get(index);
    const former = at === undefined ? undefined : before[at];
    if (!former) {
      added.push(row);
      return;
    }
    keys.set(row.key, former.key);
    const kept = { ...row, key: former.key };
    goingOn.set(
      former.key,
      part === 'task' ? (keepOutputs(former as ContentTask, kept as ContentTask) as RowOf[P]) : kept,
    );
  });
  return { goingOn, added, keys };
}

/** A row as an amendment words it, in the place that the plan gave it. */
type InPlace = { readonly [P in Part]: (former: RowOf[P], row: RowOf[P]) => RowOf[P] };

const inPlace: InPlace = {
  appendix: (former) => former,
  statement: (_, row) => row,
  target: (former, row) => ({ ...row, section: former.section, alsoIn: former.alsoIn }),
  task: (former, row) => ({
    ...row,
    appendixKey: former.appendixKey,
    number: former.number,
    place: former.place,
    groupNumber: former.groupNumber,
    groupTitle: former.groupTitle,
  }),
  narrative: (former, row) => ({
    ...row,
    section: former.section,
    letter: former.letter,
    taskKeys: [...former.taskKeys, ...row.taskKeys],
  }),
  responsibility: (_, row) => row,
  reportDuty: (former, row) => ({ ...row, section: former.section }),
};

/** Rows in the order of the new document. */
function replaced<P extends Part>(incoming: readonly RowOf[P][], matched: Matched<P>): RowOf[P][] {
  return incoming.map((row) => matched.goingOn.get(matched.keys.get(row.key) ?? '') ?? row);
}

/** Rows in the order of the plan; new ones behind the last row they belong together with, else at the end. */
function amended<P extends Part>(
  part: P,
  before: readonly RowOf[P][],
  matched: Matched<P>,
  removals: ReadonlySet<string>,
): RowOf[P][] {
  const rows = before
    .filter((row) => !removals.has(row.key))
    .map((row) => {
      const later = matched.goingOn.get(row.key);
      return later ? inPlace[part](row, later) : row;
    });
  for (const row of matched.added) {
    const last = rows.findLastIndex((one) => belongTogether(part, one, row));
    rows.splice(last < 0 ? rows.length : last + 1, 0, row);
  }
  return rows;
}

function belongTogether<P extends Part>(part: P, one: RowOf[P], other: RowOf[P]): boolean {
  if (part === 'task') return (one as RowOf['task']).fieldCode === (other as RowOf['task']).fieldCode;
  if (part === 'statement') return (one as RowOf['statement']).kind === (other as RowOf['statement']).kind;
  if (part === 'narrative') return (one as RowOf['narrative']).section === (other as RowOf['narrative']).section;
  return false;
}

/**
 * The plan as a later decision makes it: rows of the document that go on with rows of the plan take over their keys, new
 * rows keep their pointers as keys. An amendment leaves rows it does not name (unless `removals` names them), in their
 * place and number; a replacement ends them. Rows keep their positions where the order allows it.
 */
export function mergeVersion(
  before: PlanContent,
  incoming: PlanContent,
  kind: LaterKind,
  choices: MergeChoices = {},
): PlanContent {
  const removals = choices.removals ?? new Set<string>();
  const keys = new Map<string, string>();
  const merged: Partial<Record<keyof PlanContent, unknown>> = {};
  for (const part of parts) {
    const matched = matchPart(part, rowsOf(before, part), rowsOf(incoming, part), choices);
    for (const [read, kept] of matched.keys) keys.set(read, kept);
    const rows =
      kind === 'replace'
        ? replaced(rowsOf(incoming, part), matched)
        : amended(part, rowsOf(before, part), matched, removals);
    const had = new Map(rowsOf(before, part).map((row) => [row.key, row.position]));
    const positions = assignPositions(rows.map((row) => had.get(row.key) ?? null));
    merged[listOfPart[part]] = rows.map((row, index) => ({ ...row, position: positions[index] }));
  }
  const content = { ...(merged as unknown as PlanContent), header: headerOf(before, incoming, kind) };
  return withKeys(content, keys);
}

function headerOf(before: PlanContent, incoming: PlanContent, kind: LaterKind): PlanContent['header'] {
  return kind === 'replace' ? incoming.header : { ...before.header, decisionText: incoming.header.decisionText };
}

/** Links between rows (task → table, text → tasks) follow the keys that rows took over. */
function withKeys(content: PlanContent, keys: ReadonlyMap<string, string>): PlanContent {
  const present = new Set(content.tasks.map((task) => task.key));
  return {
    ...content,
    tasks: content.tasks.map((task) => ({
      ...task,
      appendixKey: task.appendixKey === null ? null : (keys.get(task.appendixKey) ?? task.appendixKey),
    })),
    narrative: content.narrative.map((row) => ({
      ...row,
      taskKeys: [...new Set(row.taskKeys.map((key) => keys.get(key) ?? key))].filter((key) => present.has(key)),
    })),
  };
}
