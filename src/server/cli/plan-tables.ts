import { formatDate, parsePlainDate } from '#kernel/plain-date.ts';
import { contradictionWeights } from '#modules/plan/domain/contradictions/contradiction.ts';
import { contradictionWords } from '#modules/plan/domain/contradictions/text.ts';
import { describeDueRule } from '#modules/plan/domain/due-rule/describe-due-rule.ts';
import type { PlanReading, ReadAssignment, ReadNarrativeTask } from '#modules/plan/domain/reading/plan-reading.ts';
import type { PlanFile } from '../documents/plan-file.ts';

const levels: Readonly<Record<PlanReading['issuerLevel'], string>> = {
  commune: 'xã',
  ward: 'phường',
  township: 'thị trấn',
  district: 'huyện',
  province: 'tỉnh',
  department: 'cơ quan chuyên môn',
  unknown: 'chưa rõ',
};

const operators: Readonly<Record<PlanReading['targets'][number]['operator'], string>> = {
  '=': '=',
  min: '≥',
  '>=': '≥',
  '>': '>',
  max: '≤',
  '<=': '≤',
  '<': '<',
};

function dayWords(date: string | null): string {
  const day = date === null ? undefined : parsePlainDate(date);
  return day ? formatDate(day) : 'chưa có';
}

function heading(title: string): string {
  return `\n${title}\n${'─'.repeat(title.length)}`;
}

function list(items: readonly string[]): string[] {
  return items.map((item) => `  - ${item}`);
}

function assignmentLines(task: ReadAssignment | ReadNarrativeTask): string[] {
  const field = (name: string, values: readonly string[] | undefined) =>
    values && values.length > 0 ? [`       ${name}: ${values.join('; ')}`] : [];
  return [
    ...field('Sản phẩm', task.outputs),
    ...field('Chủ trì', task.lead),
    ...field('Phối hợp', task.coordinators),
    ...(task.otherRoles ?? []).flatMap(({ role, units }) => field(role, units)),
    ...field('Thời hạn', task.deadlines?.map(describeDueRule)),
  ];
}

function targetLines(reading: PlanReading): string[] {
  return reading.targets.map(({ id, operator, valuePercent, measure, section, duplicateOf }) => {
    const figure = `${operators[operator]} ${String(valuePercent).replace('.', ',')} %`;
    return `  ${id}  ${figure.padEnd(9)} ${measure} (mục ${section}${duplicateOf ? `, lặp ${duplicateOf}` : ''})`;
  });
}

function bodyLines(reading: PlanReading): string[] {
  let section = '';
  return reading.tasksNarrative.flatMap((task) => {
    const title = task.section === section ? [] : [`  ${task.section} ${task.sectionTitle}`];
    section = task.section;
    return [...title, `    ${task.letter === '' ? '-' : `${task.letter})`} ${task.text}`, ...assignmentLines(task)];
  });
}

function appendixLines(reading: PlanReading): string[] {
  return reading.appendices.flatMap((appendix) => [
    heading(`Phụ lục ${appendix.number}: ${appendix.title} (${appendix.taskCount} nhiệm vụ)`),
    ...appendix.tasks.flatMap((task) => [
      `  ${task.groupNo === undefined ? '' : `${task.groupNo}.`}${task.noText ?? task.no}. ${task.content}`,
      ...assignmentLines(task),
    ]),
  ]);
}

function contradictionLines({ contradictions }: PlanFile): string[] {
  const lines = (weight: 'decide' | 'note') =>
    contradictions
      .filter((one) => contradictionWeights[one.code] === weight)
      .flatMap((one) => {
        const { title, finding, proposal } = contradictionWords(one);
        return [`  • ${title}: ${finding}`, `    → ${proposal}`];
      });
  const decide = lines('decide');
  const notes = lines('note');
  return [
    heading(`Cần quyết định (${decide.length / 2})`),
    ...decide,
    heading(`Lưu ý (${notes.length / 2})`),
    ...notes,
  ];
}

/** What was read from a plan, as text for people. */
export function planTables(file: PlanFile): string {
  const { reading } = file;
  const { number, date } = reading.decision;
  return [
    reading.title,
    `Cơ quan ban hành: ${reading.issuer} (cấp ${levels[reading.issuerLevel]})`,
    `Năm: ${reading.year ?? 'chưa rõ'}    Văn bản: ${number ?? 'chưa có số'}, ngày ${dayWords(date)}`,
    heading(`Mục đích, yêu cầu (${reading.purposes.length})`),
    ...list(reading.purposes),
    heading(`Mục tiêu định tính (${reading.qualitativeObjectives.length})`),
    ...list(reading.qualitativeObjectives),
    heading(`Chỉ tiêu (${reading.targets.length})`),
    ...targetLines(reading),
    heading(`Nội dung, nhiệm vụ (${reading.tasksNarrative.length})`),
    ...bodyLines(reading),
    ...appendixLines(reading),
    heading('Kinh phí'),
    `  ${reading.funding || 'Không nêu.'}`,
    heading(`Trách nhiệm tổ chức thực hiện (${reading.responsibilities.length})`),
    ...reading.responsibilities.flatMap(({ role, duties }) => [`  ${role}`, ...duties.map((duty) => `    - ${duty}`)]),
    ...contradictionLines(file),
    heading(`Dòng chưa nhận diện (${reading.unread.length})`),
    ...reading.unread.map(
      ({ line, text, page }) => `  ${page === undefined ? '' : `trang ${page}, `}dòng ${line + 1}: ${text.trim()}`,
    ),
  ].join('\n');
}
