import { parseDueText } from '../due-rule/parse-due-text.ts';
import type { FoundAppendix, FoundAssignment, FoundNarrative, FoundTask } from './found.ts';
import type { PlaceRecorder } from './place-recorder.ts';
import type { ReadAppendix, ReadAssignment, ReadGroup, ReadNarrativeTask, ReadTask } from './plan-reading.ts';

/** Fields of who, what and when, with their places under the pointer. */
function assignmentFields(
  found: FoundAssignment,
  pointer: string,
  year: number | null,
  places: PlaceRecorder,
): ReadAssignment {
  const outputs = places.texts(`${pointer}/outputs`, found.outputs);
  const deadlineText = places.text(`${pointer}/deadlineText`, found.deadline);
  const others = found.others.map(({ role, units }, index) => ({
    role,
    units: places.texts(`${pointer}/otherRoles/${index}/units`, units),
  }));
  return {
    outputs,
    lead: places.texts(`${pointer}/lead`, found.lead),
    coordinators: places.texts(`${pointer}/coordinators`, found.coordinators),
    ...(others.length > 0 && { otherRoles: others }),
    deadlineText,
    deadlines: parseDueText(deadlineText, { year, outputs }),
  };
}

/** A task of the text as the reading gives it. */
export function narrativeFields(
  found: FoundNarrative,
  pointer: string,
  year: number | null,
  places: PlaceRecorder,
): ReadNarrativeTask {
  return {
    section: found.section,
    sectionTitle: found.sectionTitle,
    letter: found.letter,
    ordinal: found.ordinal,
    text: places.text(`${pointer}/text`, found.text),
    ...(found.pointerOnly && { pointerOnly: true }),
    ...(found.assignment && assignmentFields(found.assignment, pointer, year, places)),
  };
}

function taskFields(found: FoundTask, pointer: string, year: number | null, places: PlaceRecorder): ReadTask {
  places.note(`${pointer}/no`, found.noLines);
  const cells = found.otherCells.map(([title, passage], index) => [
    title,
    places.text(`${pointer}/otherCells/${index}`, passage),
  ]);
  return {
    no: found.no,
    ...(found.noText !== '' && { noText: found.noText }),
    content: places.text(`${pointer}/content`, found.content),
    ...assignmentFields(found, pointer, year, places),
    ...(found.group && { group: found.group.title.text, groupNo: found.group.no }),
    ...(found.pageSplit && { pageSplit: true }),
    ...(cells.length > 0 && { otherCells: Object.fromEntries(cells) as Record<string, string> }),
  };
}

/** An appendix with its tasks as the reading gives it. */
export function appendixFields(
  found: FoundAppendix,
  pointer: string,
  year: number | null,
  places: PlaceRecorder,
): ReadAppendix {
  const tasks = found.tasks.map((task, index) => taskFields(task, `${pointer}/tasks/${index}`, year, places));
  const groups = groupsOf(found, pointer, places);
  return {
    number: found.number,
    field: groups.length > 1 ? '(nhiều lĩnh vực)' : fieldOf(found.title.text),
    title: places.text(`${pointer}/title`, found.title),
    columns: found.columns.map((column) => column.title),
    taskCount: tasks.length,
    ...(groups.length > 0 && { groups }),
    tasks,
  };
}

function groupsOf(found: FoundAppendix, pointer: string, places: PlaceRecorder): ReadGroup[] {
  const groups = [...new Set(found.tasks.flatMap((task) => task.group ?? []))];
  return groups.map((group, index) => {
    places.note(`${pointer}/groups/${index}/no`, group.noLines);
    return {
      no: group.no,
      field: places.text(`${pointer}/groups/${index}/field`, group.title),
      taskNos: found.tasks.filter((task) => task.group === group).map((task) => task.no),
    };
  });
}

/** The field of reform a title names: "Các nhiệm vụ trọng tâm về Cải cách thể chế năm 2022" → "Cải cách thể chế". */
export function fieldOf(title: string): string {
  const field = title
    .replace(
      /^(?:(?:biểu|bảng|danh mục|phân công|tổng hợp|các|những|một số|chi tiết)\s+)*(?:nhiệm vụ|nội dung)(?:\s+(?:trọng tâm|cụ thể|chủ yếu|thực hiện|về|công tác(?= cải cách)))*\s+/iu,
      '',
    )
    .replace(/\s+(?:của .{3,60} )?năm \d{4}.*$/u, '')
    .trim();
  return field.split(' ').length < 3 ? title : field.charAt(0).toUpperCase() + field.slice(1);
}
