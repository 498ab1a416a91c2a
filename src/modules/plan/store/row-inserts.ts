import type { Insertable } from 'kysely';
import { foldWords } from '#kernel/fold.ts';
import type { DB } from '#server/db.gen.ts';
import { dueSummary } from '../domain/due-days.ts';
import { searchedText } from '../domain/searched-text.ts';
import type { Part, RowOf } from '../domain/version/plan-content.ts';
import type { StoredChange, tableOfPart } from './load-content.ts';
import type { ListedChildren } from './save-children.ts';
import type { VersionToSave } from './save-content.ts';

export interface RowStateOf extends VersionToSave {
  readonly change: StoredChange;
}

type Inserts = {
  readonly [P in Part]: (
    row: RowOf[P],
    state: RowStateOf,
    children: () => ListedChildren,
  ) => Insertable<DB[(typeof tableOfPart)[P]]>;
};

function shared(row: RowOf[Part], state: RowStateOf) {
  return {
    unit_id: state.unitId,
    id: row.key,
    plan_id: state.planId,
    from_version: state.version,
    change: state.change,
    position: row.position,
    source_import: row.importId,
    source_path: row.path,
    source_lines: [...row.lines],
  };
}

/** What the list of tasks searches. */
function searchedIn(task: RowOf['task']): string {
  const words = [
    task.place,
    task.content,
    ...task.outputs.map((one) => one.content),
    ...task.roles.map((one) => one.written),
  ];
  return searchedText(words.join(' '));
}

/** The table row of each part's rows; a task asks for its children as lists show them. */
export const rowInserts: Inserts = {
  appendix: (row, state) => ({
    ...shared(row, state),
    number: row.number,
    title: row.title,
    field_text: row.fieldText,
  }),
  statement: (row, state) => ({ ...shared(row, state), kind: row.kind, content: row.content }),
  target: (row, state) => ({
    ...shared(row, state),
    section: row.section,
    measure: row.measure,
    operator: row.operator,
    value: row.value,
    value_unit: row.unit,
    content: row.content,
    ours: row.ours,
    aspiration: row.aspiration,
    reduction: row.reduction,
    baseline: row.baseline,
    also_in: [...row.alsoIn],
  }),
  task: (row, state, children) => {
    const listed = children();
    const due = dueSummary(
      row.dues.map((one) => one.rule),
      state.year,
    );
    return {
      ...shared(row, state),
      appendix_id: row.appendixKey,
      field_code: row.fieldCode,
      number: row.number,
      place: row.place,
      group_number: row.groupNumber,
      group_title: row.groupTitle,
      content: row.content,
      ours: row.ours,
      due_text: row.dueText,
      due_months: due.months,
      due_first: due.first,
      due_last: due.last,
      output_count: row.outputs.length,
      holder_words: [...new Set(listed.roles.map((role) => role.words))],
      listed: JSON.stringify(listed),
      fold: searchedIn(row),
    };
  },
  narrative: (row, state) => ({
    ...shared(row, state),
    section: row.section,
    section_title: row.sectionTitle,
    letter: row.letter,
    content: row.content,
    pointer_only: row.pointerOnly,
    task_ids: [...row.taskKeys],
  }),
  responsibility: (row, state) => ({
    ...shared(row, state),
    written: row.written,
    words: foldWords(row.written),
    duties: [...row.duties],
  }),
  reportDuty: (row, state) => ({
    ...shared(row, state),
    written: row.written,
    words: foldWords(row.written),
    recipient: row.to,
    via: row.via,
    frequency: [...row.frequency],
    frequency_text: row.frequencyText,
    due_text: row.dueText,
    ad_hoc: row.adHoc,
    about: row.about,
    section: row.section,
  }),
};
