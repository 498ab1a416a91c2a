import { foldWords } from '#kernel/fold.ts';
import { outputOf } from '../due-rule/output-of.ts';
import type { DueRule } from '../due-rule.ts';
import type { PlanReading } from '../reading/plan-reading.ts';
import type { Contradiction } from './contradiction.ts';
import { makeContradiction } from './make-contradiction.ts';
import { assignmentsOf, type PlacedAssignment, placeAt } from './places.ts';

const bounded: ReadonlySet<DueRule['kind']> = new Set(['before', 'date', 'month', 'quarter', 'halfyear', 'year']);
const open: ReadonlySet<DueRule['kind']> = new Set(['standing', 'asGuided', 'onTrigger']);
const planWord = /\bke hoach\b|\bphuong an\b|\bde an\b/;
const reportWord = /\bbao cao\b/;

type Finder = (found: PlacedAssignment, planYear: number | null) => ConciseFinding[];

interface ConciseFinding {
  readonly code: Contradiction['code'];
  readonly at?: string;
  readonly proposal?: Contradiction['proposal'];
  readonly params?: Contradiction['params'];
}

const missing: Finder = ({ assignment }) => {
  if (assignment.deadlineText.trim() === '') return [{ code: 'missingDeadline' }];
  const unread = assignment.deadlines.every((rule) => rule.kind === 'unspecified');
  return unread ? [{ code: 'unreadDeadline', params: { words: assignment.deadlineText } }] : [];
};

/** Outputs that no rule names, when every rule names one and none is of the work as a whole. */
const outputsWithout: Finder = ({ assignment: { deadlines, outputs } }) => {
  if (deadlines.length === 0 || deadlines.some((rule) => rule.appliesTo === '' || rule.kind === 'unspecified'))
    return [];
  const named = deadlines.map((rule) => outputOf(rule, outputs));
  if (named.includes(undefined)) return [];
  return outputs.flatMap((output, index) =>
    named.includes(index)
      ? []
      : [{ code: 'outputWithoutDeadline' as const, at: `/outputs/${index}`, params: { output } }],
  );
};

const unstated: Finder = ({ assignment }) =>
  assignment.deadlines.some((rule) => rule.kind === 'periodic' && rule.frequencyUnstated)
    ? [{ code: 'frequencyUnstated', params: { words: assignment.deadlineText } }]
    : [];

const onlyOpen: Finder = ({ assignment: { deadlines, deadlineText } }) =>
  deadlines.length > 0 && deadlines.every((rule) => open.has(rule.kind))
    ? [{ code: 'openDeadline', proposal: 'keep', params: { words: deadlineText } }]
    : [];

const impossible: Finder = ({ assignment }) =>
  assignment.deadlines.flatMap((rule) =>
    'writtenDay' in rule && rule.writtenDay !== undefined
      ? [{ code: 'impossibleDay' as const, params: { day: rule.writtenDay, month: rule.month, last: rule.day } }]
      : [],
  );

const early: Finder = ({ assignment }, planYear) =>
  assignment.deadlines.flatMap((rule) => {
    const year = bounded.has(rule.kind) && 'year' in rule ? rule.year : null;
    const before = year !== null && planYear !== null && year < planYear;
    return before && !('toYear' in rule) ? [{ code: 'deadlineBeforePlan' as const, params: { year, planYear } }] : [];
  });

const withoutYear: Finder = ({ assignment: { deadlines, deadlineText } }, planYear) =>
  planYear !== null && deadlines.some((rule) => bounded.has(rule.kind)) && !/\d{4}/.test(deadlineText)
    ? [{ code: 'yearTaken', proposal: 'keep', params: { words: deadlineText, planYear } }]
    : [];

/** Labels that name an output under other words than the output's own. */
const loose: Finder = ({ assignment: { deadlines, outputs } }) =>
  deadlines.flatMap((rule) => {
    const at = outputOf(rule, outputs);
    const output = at === undefined ? undefined : outputs[at];
    if (output === undefined || foldWords(output) === foldWords(rule.appliesTo)) return [];
    return [{ code: 'looseLabel' as const, proposal: 'keep' as const, params: { label: rule.appliesTo, output } }];
  });

/** One time for a plan that opens the work and a report that closes it. */
const together: Finder = ({ assignment: { deadlines, outputs, deadlineText } }) => {
  const [rule] = deadlines;
  const folded = outputs.map(foldWords);
  const both =
    folded.some((one) => planWord.test(one) && !reportWord.test(one)) && folded.some((one) => reportWord.test(one));
  const single = deadlines.length === 1 && rule?.appliesTo === '' && bounded.has(rule.kind) && rule.kind !== 'year';
  return both && single ? [{ code: 'oneDateForAll', params: { words: deadlineText } }] : [];
};

const finders: readonly Finder[] = [
  missing,
  outputsWithout,
  unstated,
  onlyOpen,
  impossible,
  early,
  withoutYear,
  loose,
  together,
];

/** Deadlines that are missing, vague, impossible or of the wrong output. */
export function deadlineContradictions(reading: PlanReading): Contradiction[] {
  const found = assignmentsOf(reading).flatMap((assignment) =>
    finders.flatMap((find) =>
      find(assignment, reading.year).map(({ code, at = '', proposal = 'correct', params }) =>
        makeContradiction(code, [placeAt(reading, assignment.path + at, assignment.ref)], proposal, params),
      ),
    ),
  );
  return [...gatherNotes(found), ...reportsWithoutFrequency(reading)];
}

const gathered: ReadonlySet<Contradiction['code']> = new Set(['openDeadline', 'yearTaken', 'looseLabel']);

/** Notes of the same kind become one with all their places. */
function gatherNotes(found: readonly Contradiction[]): Contradiction[] {
  const single = found.filter((one) => !gathered.has(one.code));
  const many = Map.groupBy(
    found.filter((one) => gathered.has(one.code)),
    (one) => one.code,
  );
  return [
    ...single,
    ...[...many].map(([code, same]) => {
      const places = same.flatMap((one) => one.places);
      const words = [...new Set(same.map(({ params }) => wordsOf(params)))].join('; ');
      return makeContradiction(code, places, 'keep', { words, count: places.length });
    }),
  ];
}

function wordsOf({ words, label, output }: Contradiction['params']): string {
  return words === undefined ? `“${label}” → “${output}”` : `“${words}”`;
}

function reportsWithoutFrequency(reading: PlanReading): Contradiction[] {
  return reading.recurringReports.flatMap((report, index) => {
    if (report.frequency.length > 0) return [];
    const place = placeAt(reading, `/recurringReports/${index}`, report.section);
    const params = { who: report.who, about: report.about, words: report.frequencyText ?? '' };
    return [makeContradiction('reportWithoutFrequency', [place], 'correct', params)];
  });
}
