import type { ContentRole, ContentTask, Part, RowOf } from './plan-content.ts';

/** The words of a row by the name of each field: what a change of the row is a change of. */
export type RowWords = Readonly<Record<string, string>>;

type WordsOf = { readonly [P in Part]: (row: RowOf[P]) => RowWords };
type PlaceOf = { readonly [P in Part]: (row: RowOf[P]) => string };

function yesOrNo(value: boolean): string {
  return value ? 'có' : 'không';
}

function written(roles: readonly ContentRole[], kind: ContentRole['role']): string {
  return roles
    .filter((role) => role.role === kind)
    .map((role) => (role.roleText === '' ? role.written : `${role.roleText}: ${role.written}`))
    .join('; ');
}

/** The due rules of a task in a form that is equal for equal rules, whatever their outputs are called. */
function rulesOf(task: ContentTask): string {
  const places = new Map(task.outputs.map((output, index) => [output.key, index + 1]));
  return task.dues
    .map((due) => {
      const fields = Object.entries(due.rule).sort(([a], [b]) => (a < b ? -1 : 1));
      const output = due.outputKey === null ? '' : ` → ${places.get(due.outputKey) ?? '?'}`;
      return `${fields.map(([name, value]) => `${name}=${String(value)}`).join(', ')}${output}`;
    })
    .join('; ');
}

const wordsOf: WordsOf = {
  appendix: (row) => ({ number: row.number, title: row.title, fieldText: row.fieldText }),
  statement: (row) => ({ kind: row.kind, content: row.content }),
  target: (row) => ({
    measure: row.measure,
    operator: row.operator,
    value: String(row.value),
    unit: row.unit,
    content: row.content,
    ours: yesOrNo(row.ours),
    aspiration: yesOrNo(row.aspiration),
    reduction: yesOrNo(row.reduction),
    baseline: row.baseline ?? '',
  }),
  task: (row) => ({
    fieldCode: row.fieldCode ?? '',
    content: row.content,
    outputs: row.outputs.map((output) => output.content).join('\n'),
    leads: written(row.roles, 'lead'),
    coordinators: written(row.roles, 'coordinator'),
    otherRoles: written(row.roles, 'other'),
    dueText: row.dueText,
    dues: rulesOf(row),
    ours: yesOrNo(row.ours),
  }),
  narrative: (row) => ({
    sectionTitle: row.sectionTitle,
    content: row.content,
    pointerOnly: yesOrNo(row.pointerOnly),
  }),
  responsibility: (row) => ({ written: row.written, duties: row.duties.join('\n') }),
  reportDuty: (row) => ({
    written: row.written,
    to: row.to,
    via: row.via ?? '',
    frequency: row.frequency.join(', '),
    frequencyText: row.frequencyText ?? '',
    dueText: row.dueText ?? '',
    adHoc: yesOrNo(row.adHoc),
    about: row.about,
  }),
};

const placeOf: PlaceOf = {
  appendix: (row) => String(row.position),
  statement: (row) => String(row.position),
  target: (row) => `${row.position}|${row.section}|${row.alsoIn.join(',')}`,
  task: (row) =>
    [row.position, row.appendixKey, row.number, row.place, row.groupNumber, row.groupTitle].map(String).join('|'),
  narrative: (row) => `${row.position}|${row.section}|${row.letter}|${[...row.taskKeys].sort().join(',')}`,
  responsibility: (row) => String(row.position),
  reportDuty: (row) => `${row.position}|${row.section}`,
};

/** What a row says, field by field. Equal rows have equal words. */
export function wordsOfRow<P extends Part>(part: P, row: RowOf[P]): RowWords {
  return wordsOf[part](row);
}

/** Where a row stands: its order, number and links. A change of these alone is no change of what the plan says. */
export function placeOfRow<P extends Part>(part: P, row: RowOf[P]): string {
  return placeOf[part](row);
}

const most = 160;

/** Short words for a row in a list of changes. */
export function labelOfRow<P extends Part>(part: P, row: RowOf[P]): string {
  const words = wordsOfRow(part, row);
  const text = words.content ?? words.written ?? words.title ?? '';
  const place = part === 'task' ? `${(row as RowOf['task']).place} ` : '';
  return `${place}${text.length > most ? `${text.slice(0, most - 1)}…` : text}`;
}
