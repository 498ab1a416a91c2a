import { formatDate, parsePlainDate } from '#kernel/plain-date.ts';
import { describeDueRule } from '../../domain/due-rule/describe-due-rule.ts';
import type { PlanReading, ReadAssignment, ReadTarget } from '../../domain/reading/plan-reading.ts';
import { frequencyWords } from '../frequency-words.ts';
import { operatorWords } from '../operator-words.ts';

/** One value that was read, shown and corrected by itself. */
export interface ReadField {
  readonly path: string;
  readonly label: string;
  readonly text: string;
  readonly kind: 'text' | 'number' | 'operator' | 'date';
  /** How people read it, where that is not the text itself. */
  readonly shown?: string;
  /** It cannot be corrected in place; it follows from another field. */
  readonly isDerived?: boolean;
}

/** Fields that belong together: one task, one target. */
export interface ReadGroupOfFields {
  readonly path: string;
  readonly title: string;
  readonly fields: readonly ReadField[];
  /** Lists a new element may be added to. */
  readonly addable?: readonly { readonly path: string; readonly label: string }[];
  readonly isRemovable?: boolean;
  /** A second one like it, to split a sentence that holds two. */
  readonly copy?: { readonly path: string; readonly value: unknown };
}

export interface ReadSection {
  readonly key: string;
  readonly title: string;
  readonly groups: readonly ReadGroupOfFields[];
}

const text = (path: string, label: string, value: string | null | undefined): ReadField => ({
  path,
  label,
  text: value ?? '',
  kind: 'text',
});

function dateField(path: string, label: string, value: string | null): ReadField {
  const day = value === null ? undefined : parsePlainDate(value);
  return { path, label, text: value ?? '', kind: 'date', ...(day && { shown: formatDate(day) }) };
}

/** A second target like this one, with an id of its own. */
function copyOfTarget({ conflictsWith: _, duplicateOf: __, ...target }: ReadTarget): ReadTarget {
  return { ...target, id: `${target.id}b` };
}

function otherCellsOf(task: object): Readonly<Record<string, string>> {
  return 'otherCells' in task ? (task.otherCells as Record<string, string>) : {};
}

/** Everything that was read, in the order of the document, as fields with their JSON pointers. */
export function readingSections(reading: PlanReading): readonly ReadSection[] {
  return [
    identitySection(reading),
    listSection('purposes', 'Mục đích, yêu cầu', reading.purposes),
    listSection('qualitativeObjectives', 'Mục tiêu định tính', reading.qualitativeObjectives),
    targetSection(reading),
    ...narrativeSection(reading),
    ...reading.appendices.map((appendix, index) => ({
      key: `appendix-${index}`,
      title: `Phụ lục ${appendix.number}: ${appendix.title} (${appendix.tasks.length} nhiệm vụ)`,
      groups: appendix.tasks.map((task, row) => ({
        path: `/appendices/${index}/tasks/${row}`,
        title: `${task.noText ?? task.no}. ${task.content}`,
        isRemovable: true,
        ...assignmentFields(`/appendices/${index}/tasks/${row}`, task, task.content),
      })),
    })),
    responsibilitySection(reading),
    reportSection(reading),
  ].filter((section) => section.groups.length > 0);
}

function identitySection(reading: PlanReading): ReadSection {
  return {
    key: 'identity',
    title: 'Văn bản',
    groups: [
      {
        path: '/title',
        title: reading.title,
        fields: [
          text('/title', 'Tên kế hoạch', reading.title),
          { path: '/year', label: 'Năm', text: reading.year === null ? '' : String(reading.year), kind: 'number' },
          text('/issuer', 'Cơ quan ban hành', reading.issuer),
          text('/decision/number', 'Số quyết định', reading.decision.number),
          dateField('/decision/date', 'Ngày quyết định', reading.decision.date),
          text('/funding', 'Kinh phí', reading.funding),
        ],
      },
    ],
  };
}

function listSection(key: 'purposes' | 'qualitativeObjectives', title: string, values: readonly string[]): ReadSection {
  return {
    key,
    title,
    groups: values.map((value, index) => ({
      path: `/${key}/${index}`,
      title: value,
      isRemovable: true,
      fields: [text(`/${key}/${index}`, `${index + 1}`, value)],
    })),
  };
}

function targetSection(reading: PlanReading): ReadSection {
  return {
    key: 'targets',
    title: `Chỉ tiêu (${reading.targets.length})`,
    groups: reading.targets.map((target, index) => {
      const path = `/targets/${index}`;
      return {
        path,
        title: target.text,
        isRemovable: true,
        copy: { path: `/targets/${index + 1}`, value: copyOfTarget(target) },
        fields: [
          text(`${path}/measure`, 'Nội dung', target.measure),
          {
            path: `${path}/operator`,
            label: 'So sánh',
            text: target.operator,
            shown: operatorWords(target.operator),
            kind: 'operator' as const,
          },
          {
            path: `${path}/valuePercent`,
            label: 'Mức (%)',
            text: String(target.valuePercent),
            shown: `${new Intl.NumberFormat('vi-VN').format(target.valuePercent)} %`,
            kind: 'number' as const,
          },
          text(`${path}/text`, 'Câu', target.text),
          {
            ...text(`${path}/section`, 'Ở mục', [target.section, ...(target.alsoIn ?? [])].join(', ')),
            isDerived: true,
          },
        ],
      };
    }),
  };
}

function narrativeSection(reading: PlanReading): readonly ReadSection[] {
  const sections = new Map<string, ReadGroupOfFields[]>();
  for (const [index, task] of reading.tasksNarrative.entries()) {
    const path = `/tasksNarrative/${index}`;
    const title = `${task.section}. ${task.sectionTitle}`;
    const whole = { outputs: [], lead: [], coordinators: [], deadlineText: '', deadlines: [], ...task };
    const isBare = task.lead === undefined && task.outputs === undefined;
    const group: ReadGroupOfFields = {
      path,
      title: `${task.letter ? `${task.letter}) ` : ''}${task.text}`,
      isRemovable: true,
      ...(isBare
        ? { fields: [text(`${path}/text`, 'Nội dung', task.text)] }
        : assignmentFields(path, whole as ReadAssignment, task.text, 'text')),
    };
    sections.set(title, [...(sections.get(title) ?? []), group]);
  }
  return [...sections].map(([title, groups]) => ({ key: `narrative-${title}`, title: `Mục ${title}`, groups }));
}

function assignmentFields(
  path: string,
  task: ReadAssignment,
  content: string,
  contentName: 'content' | 'text' = 'content',
): Pick<ReadGroupOfFields, 'fields' | 'addable'> {
  const list = (name: 'outputs' | 'lead' | 'coordinators', label: string) =>
    task[name].map((value, index) => text(`${path}/${name}/${index}`, label, value));
  return {
    fields: [
      text(`${path}/${contentName}`, 'Nội dung', content),
      ...list('outputs', 'Sản phẩm'),
      ...list('lead', 'Chủ trì'),
      ...list('coordinators', 'Phối hợp'),
      ...(task.otherRoles ?? []).flatMap((role, at) =>
        role.units.map((unit, index) => text(`${path}/otherRoles/${at}/units/${index}`, role.role, unit)),
      ),
      text(`${path}/deadlineText`, 'Thời hạn', task.deadlineText),
      ...(task.deadlines.length === 0
        ? []
        : [
            {
              path: `${path}/deadlines`,
              label: 'Hiểu là',
              text: task.deadlines.map(describeDueRule).join('; '),
              kind: 'text' as const,
              isDerived: true,
            },
          ]),
      ...Object.entries(otherCellsOf(task)).map(([column, cell]) => ({
        ...text(`${path}/otherCells/${column}`, column, cell),
        isDerived: true,
      })),
    ],
    addable: [
      { path: `${path}/outputs/-`, label: 'sản phẩm' },
      { path: `${path}/lead/-`, label: 'chủ trì' },
      { path: `${path}/coordinators/-`, label: 'phối hợp' },
    ],
  };
}

function responsibilitySection(reading: PlanReading): ReadSection {
  return {
    key: 'responsibilities',
    title: 'Trách nhiệm thực hiện',
    groups: reading.responsibilities.map((one, index) => ({
      path: `/responsibilities/${index}`,
      title: one.role,
      isRemovable: true,
      fields: [
        text(`/responsibilities/${index}/role`, 'Ai', one.role),
        ...one.duties.map((duty, at) => text(`/responsibilities/${index}/duties/${at}`, 'Việc', duty)),
      ],
    })),
  };
}

function reportSection(reading: PlanReading): ReadSection {
  return {
    key: 'reports',
    title: 'Chế độ báo cáo',
    groups: reading.recurringReports.map((one, index) => {
      const path = `/recurringReports/${index}`;
      return {
        path,
        title: `${one.who} → ${one.to}: ${one.about}`,
        isRemovable: true,
        fields: [
          text(`${path}/who`, 'Ai báo cáo', one.who),
          text(`${path}/to`, 'Gửi', one.to),
          text(`${path}/about`, 'Về', one.about),
          {
            path: `${path}/frequency`,
            label: 'Kỳ',
            text:
              one.frequency.map((frequency) => frequencyWords[frequency]).join(', ') ||
              (one.frequencyText ?? 'chưa nêu'),
            kind: 'text' as const,
            isDerived: true,
          },
        ],
      };
    }),
  };
}
