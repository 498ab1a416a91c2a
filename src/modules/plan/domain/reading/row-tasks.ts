import { deadlineOf, itemsOf, outputsOf } from './cell-items.ts';
import { cellParts } from './cell-labels.ts';
import type { Column, ColumnKind } from './columns.ts';
import { hasDueWords } from './cues.ts';
import type { FoundAssignment, FoundGroup, FoundTask, RowLine, TaskTable } from './found.ts';
import { capitalise, dropEnd, itemText, joinPassages, type Passage, sentenceCase, withText } from './passage.ts';
import { rolesOf } from './units.ts';

/** The tasks of a table's rows, each with the group it stands under. */
export function tasksOf(table: TaskTable): FoundTask[] {
  const tasks: FoundTask[] = [];
  let group: FoundGroup | undefined;
  let ordinal = 0;
  for (const row of table.rows) {
    if (row.kind === 'group') {
      group = {
        no: row.no,
        noLines: row.noLines,
        title: withText(row.title, capitalise(sentenceCase(dropEnd(row.title.text)))),
      };
      ordinal = 0;
      continue;
    }
    const number = Number(/(\d+)\D*$/u.exec(row.no)?.[1] ?? ordinal + 1);
    const written = row.no.replace(/[.)\s]+$/u, '');
    ordinal = number;
    tasks.push({
      ...partsOf(row.cells, table.columns, table.paragraphs),
      no: number,
      noLines: row.noLines,
      noText: /^\d*$/u.test(written) ? '' : written,
      group,
      pageSplit: row.pageSplit,
    });
  }
  return tasks.filter((task) => task.content.text !== '' || task.outputs.length > 0);
}

type Parts = FoundAssignment & Pick<FoundTask, 'content' | 'otherCells'>;
type Cells = readonly (readonly RowLine[])[];

/** Kinds of column whose cells may hold labelled parts of other kinds. */
const mixed: readonly ColumnKind[] = [
  'content',
  'lead',
  'coordinators',
  'leadAndCoordinators',
  'outputs',
  'deadline',
  'outputsAndDeadline',
  'other',
];
const roleKinds: readonly ColumnKind[] = ['lead', 'coordinators', 'leadAndCoordinators'];

/** The lines of a row by what they are: by their column, or by the label inside their cell. */
function linesByKind(cells: Cells, columns: readonly Column[], paragraphs: boolean): Map<ColumnKind, RowLine[]> {
  const byKind = new Map<ColumnKind, RowLine[]>();
  const add = (kind: ColumnKind, lines: readonly RowLine[]) => {
    byKind.set(kind, [...(byKind.get(kind) ?? []), ...lines]);
  };
  for (const [index, { kind }] of columns.entries()) {
    const lines = cells[index] ?? [];
    const parts = mixed.includes(kind) ? cellParts(lines, kind, paragraphs) : { plain: lines, labelled: [] };
    const onlyRoles = roleKinds.includes(kind) && parts.labelled.every((part) => roleKinds.includes(part.kind));
    add(kind, onlyRoles ? lines : parts.plain);
    if (!onlyRoles) for (const part of parts.labelled) add(part.kind, part.lines);
  }
  return byKind;
}

function partsOf(cells: Cells, columns: readonly Column[], paragraphs: boolean): Parts {
  const byKind = linesByKind(cells, columns, paragraphs);
  const of = (...kinds: readonly ColumnKind[]) => kinds.flatMap((kind) => byKind.get(kind) ?? []);
  const content = joinPassages(itemsOf(of('content'), false));
  const both = outputsWithTime(of('outputsAndDeadline'), paragraphs);
  const lead = rolesOf(of('lead', 'leadAndCoordinators'), 'lead', paragraphs);
  const coordinators = rolesOf(of('coordinators'), 'coordinators', paragraphs);
  const deadline = joinPassages([deadlineOf(of('deadline'), paragraphs), both.deadline], '; ');
  return {
    content: withText(content, dropEnd(content.text)),
    outputs: [...outputsOf(of('outputs'), paragraphs), ...both.outputs],
    lead: [...lead.lead, ...coordinators.lead],
    coordinators: [...lead.coordinators, ...coordinators.coordinators],
    others: [...lead.others, ...coordinators.others, ...otherRoles(cells, columns, paragraphs)].filter(
      ({ units }) => units.length > 0,
    ),
    deadline: deadline.text === '' ? { text: '', lines: [] } : deadline,
    otherCells: otherCells(cells, columns),
  };
}

function passageOf(lines: readonly RowLine[]): Passage {
  return joinPassages(lines.map((line) => ({ text: line.text, lines: [line.id] })));
}

function otherRoles(cells: Cells, columns: readonly Column[], paragraphs: boolean): FoundAssignment['others'] {
  return columns.flatMap((column, index) => {
    if (column.kind !== 'otherRole') return [];
    const roles = rolesOf(cells[index] ?? [], 'lead', paragraphs);
    return [{ role: column.title, units: roles.lead }, ...roles.others];
  });
}

function otherCells(cells: Cells, columns: readonly Column[]): (readonly [string, Passage])[] {
  return columns.flatMap((column, index) => {
    const kept = column.kind === 'other' || column.kind === 'value' || column.kind === 'indicator';
    const passage = passageOf(cells[index] ?? []);
    return kept && column.title !== '' && passage.text !== '' ? [[column.title, passage] as const] : [];
  });
}

/** Items of a column that holds product and time together: "Báo cáo: quý IV/2024", "Kế hoạch (tháng 01/2024)". */
function outputsWithTime(lines: readonly RowLine[], paragraphs: boolean): { outputs: Passage[]; deadline: Passage } {
  const outputs: Passage[] = [];
  const due: Passage[] = [];
  for (const item of outputsOf(lines, paragraphs)) {
    const match = /^(?<what>[^:(]+?)\s*(?::|\(|,(?=\s*(?:trước|quý|tháng|hằng|hàng)))\s*(?<when>.+?)\)?$/iu.exec(
      item.text,
    )?.groups;
    const timed = match !== undefined && hasDueWords(match.when ?? '');
    const onlyTime = !timed && hasDueWords(item.text) && !/^(?:báo cáo|kế hoạch|quyết định)/iu.test(item.text);
    if (!onlyTime) outputs.push(withText(item, itemText(timed ? (match.what ?? '') : item.text)));
    if (timed) due.push(withText(item, `${match.what}: ${match.when}`));
    else if (onlyTime) due.push(item);
  }
  return { outputs, deadline: joinPassages(due, '; ') };
}
