import type { PlanReading } from './plan-reading.ts';

/** A truth file: a reading made by hand, without places. */
export type TruthReading = Omit<PlanReading, 'places' | 'furniture' | 'unread' | 'qualitativeObjectives'> &
  Partial<Pick<PlanReading, 'qualitativeObjectives'>>;

/** How one field of a reading compares with the truth: values are counted, each as often as it occurs. */
export interface FieldComparison {
  readonly field: string;
  readonly expectedCount: number;
  readonly readCount: number;
  readonly precision: number;
  readonly recall: number;
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

type Values = (reading: TruthReading) => readonly string[];

/** Compares a reading with the truth, field by field, after folding dashes, case, spaces and the stops at the end. */
export function compareReading(reading: PlanReading, truth: TruthReading): FieldComparison[] {
  return fields.map(([field, values]) => compareField(field, values(reading), values(truth)));
}

function compareField(field: string, read: readonly string[], expected: readonly string[]): FieldComparison {
  const missing = without(expected.map(folded), read.map(folded));
  const extra = without(read.map(folded), expected.map(folded));
  return {
    field,
    expectedCount: expected.length,
    readCount: read.length,
    precision: read.length === 0 ? (expected.length === 0 ? 1 : 0) : (read.length - extra.length) / read.length,
    recall: expected.length === 0 ? 1 : (expected.length - missing.length) / expected.length,
    missing,
    extra,
  };
}

/** The values of the first list that the second does not have, each counted once for each time it occurs. */
function without(values: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return values.filter((value) => {
    const index = left.indexOf(value);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

function folded(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[–—]/gu, '-')
    .replace(/\s+/gu, ' ')
    .replace(/[\s.;,/]+(?=$|\n| \| )/gu, '')
    .trim();
}

/** "(trừ hồ sơ mật)": the truth files differ on whether an exception in brackets belongs to the measure. */
const exception = /\s*\(trừ [^)]*\)$/u;

const targetOf = (target: TruthReading['targets'][number]) => `${target.section} ${target.valuePercent} ${target.text}`;
const narrativeOf = (task: TruthReading['tasksNarrative'][number]) => `${task.section} ${task.ordinal}`;

/** The assignments of a reading by place: rows of tables, and items of the text that say who and when. */
function assignments(reading: TruthReading) {
  const rows = reading.appendices.flatMap((appendix, index) =>
    appendix.tasks.map((task, row) => ({ ...task, place: `${index + 1}/${row + 1}` })),
  );
  const items = reading.tasksNarrative.flatMap(({ outputs, lead, coordinators, deadlineText, deadlines, ...task }) =>
    outputs && lead && coordinators && deadlineText !== undefined && deadlines
      ? [{ content: task.text, outputs, lead, coordinators, deadlineText, deadlines, place: narrativeOf(task) }]
      : [],
  );
  return [...rows, ...items];
}

/** A rule's fields in one order, however its object was built. */
function ruleText(rule: object): string {
  return Object.entries(rule)
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
    .sort()
    .join(' ');
}

const fields: readonly (readonly [string, Values])[] = [
  [
    'identity',
    (r) => [
      `title ${r.title}`,
      `year ${r.year}`,
      `issuer ${r.issuer}`,
      `level ${r.issuerLevel}`,
      `number ${r.decision.number}`,
      `date ${r.decision.date}`,
    ],
  ],
  ['purposes', (r) => r.purposes],
  ['qualitativeObjectives', (r) => r.qualitativeObjectives ?? []],
  ['funding', (r) => (r.funding ? [r.funding] : [])],
  ['targets.text', (r) => r.targets.map((target) => target.text)],
  ['targets.measure', (r) => r.targets.map((target) => `${target.text} | ${target.measure.replace(exception, '')}`)],
  ['targets.operator', (r) => r.targets.map((target) => `${target.text} | ${target.operator}`)],
  ['targets.value', (r) => r.targets.map((target) => `${target.text} | ${target.valuePercent}`)],
  ['targets.section', (r) => r.targets.map(targetOf)],
  ['narrative.section', (r) => r.tasksNarrative.map((task) => `${narrativeOf(task)} ${task.sectionTitle}`)],
  ['narrative.letter', (r) => r.tasksNarrative.map((task) => `${narrativeOf(task)} ${task.letter}`)],
  ['narrative.text', (r) => r.tasksNarrative.map((task) => `${narrativeOf(task)} ${task.text}`)],
  ['tasks.content', (r) => assignments(r).map((task) => `${task.place} ${task.content}`)],
  ['tasks.outputs', (r) => assignments(r).flatMap((task) => task.outputs.map((output) => `${task.place} ${output}`))],
  ['tasks.lead', (r) => assignments(r).flatMap((task) => task.lead.map((unit) => `${task.place} ${unit}`))],
  [
    'tasks.coordinators',
    (r) => assignments(r).flatMap((task) => task.coordinators.map((unit) => `${task.place} ${unit}`)),
  ],
  ['tasks.deadlineText', (r) => assignments(r).map((task) => `${task.place} ${task.deadlineText}`)],
  [
    'tasks.deadlines',
    (r) => assignments(r).flatMap((task) => task.deadlines.map((rule) => `${task.place} ${ruleText(rule)}`)),
  ],
  [
    'responsibilities',
    (r) => r.responsibilities.flatMap(({ role, duties }) => duties.map((duty) => `${role} | ${duty}`)),
  ],
  ['recurringReports.who', (r) => r.recurringReports.map((report) => `${report.section} ${report.who}`)],
  ['recurringReports.to', (r) => r.recurringReports.map((report) => `${report.section} ${report.who} | ${report.to}`)],
  [
    'recurringReports.frequency',
    (r) => r.recurringReports.map((report) => `${report.section} ${report.who} | ${report.frequency.join(', ')}`),
  ],
];
