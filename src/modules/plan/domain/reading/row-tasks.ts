import { deadlineOf, outputsOf } from './cell-items.ts';
import type { Column, ColumnKind } from './columns.ts';
import { hasDueWords } from './cues.ts';
import {
  cellOf,
  type FoundAssignment,
  type FoundGroup,
  type FoundTask,
  type RowLine,
  type TaskTable,
} from './found.ts';
import { cutAtLabels, type Labelled } from './labels.ts';
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

function partsOf(cells: Cells, columns: readonly Column[], paragraphs: boolean): Parts {
  const cell = (kind: ColumnKind) => cellOf(columns, cells, kind);
  const content = passageOf(cell('content'));
  const cut = cutAtLabels(content);
  const cutLead = cutAtLabels(passageOf([...cell('lead'), ...cell('leadAndCoordinators')]));
  const foreign = cutLead?.labelled.some((item) => item.kind === 'deadline' || item.kind === 'outputs')
    ? cutLead.labelled
    : [];
  const labelled = [...(cut?.labelled ?? []), ...foreign];
  const pick = (kind: ColumnKind): RowLine[] => labelled.filter((item) => item.kind === kind).map(lineOf);
  const both = outputsWithTime(cell('outputsAndDeadline'), paragraphs);
  const leadCell = foreign.length > 0 ? [] : [...cell('lead'), ...cell('leadAndCoordinators')];
  const lead = rolesOf(leadCell, 'lead', paragraphs);
  const coordinators = rolesOf(cell('coordinators'), 'coordinators', paragraphs);
  const inText = rolesOf(pick('lead'), 'lead', true);
  const besides = rolesOf(pick('coordinators'), 'coordinators', true);
  const outputs = [...outputsOf(cell('outputs'), paragraphs), ...both.outputs, ...outputsOf(pick('outputs'), true)];
  const deadline = joinPassages(
    [deadlineOf(cell('deadline'), paragraphs), both.deadline, deadlineOf(pick('deadline'), true)],
    '; ',
  );
  return {
    content: withText(content, dropEnd((cut?.before ?? content.text).replace(/\s*[(,;:]$/u, ''))),
    outputs,
    lead: [...lead.lead, ...coordinators.lead, ...inText.lead],
    coordinators: [...lead.coordinators, ...coordinators.coordinators, ...besides.coordinators],
    others: [...lead.others, ...coordinators.others, ...otherRoles(cells, columns, paragraphs)].filter(
      ({ units }) => units.length > 0,
    ),
    deadline: deadline.text === '' ? { text: '', lines: [] } : deadline,
    otherCells: otherCells(cells, columns),
  };
}

function lineOf(item: Labelled): RowLine {
  return { id: item.value.lines[0] ?? 0, text: item.value.text };
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
