import { foldWords } from '#kernel/fold.ts';
import type { PlacedTable } from './appendices.ts';
import { cellOf, type FoundNarrative, type TaskTable } from './found.ts';
import { isHeading, type OutlineNode, wholeText } from './outline.ts';
import { type Passage, withText } from './passage.ts';
import { pathOf } from './section-path.ts';
import { type FoundTarget, targetsOfText } from './target-sentence.ts';

/** A target with its place and its lines. */
export interface PlacedTarget extends FoundTarget {
  readonly section: string;
  readonly lines: readonly number[];
  readonly alsoIn: readonly string[];
  /** Position of the earlier target that it repeats. */
  readonly duplicateOf: number | undefined;
  /** What it measures and its figure, alike for all who say the same in other words. */
  readonly key: string;
}

/** A text that repeats targets: a row of an appendix, by its place ("PL02/2"). */
export interface NamedText {
  readonly place: string;
  readonly text: string;
}

export interface Objectives {
  readonly targets: readonly PlacedTarget[];
  /** Objectives without a figure. */
  readonly qualitative: readonly Passage[];
}

/**
 * Targets of the objectives and of the tasks of the text, and the objectives that have no figure. A text whose figures
 * all repeat earlier targets is joined to them; beside a new figure a repeat stays a target of its own.
 */
export function objectivesOf(
  chapters: readonly OutlineNode[],
  narrative: readonly FoundNarrative[],
  rows: readonly NamedText[],
  tables: readonly PlacedTable[],
): Objectives {
  const targets: PlacedTarget[] = [];
  const qualitative: Passage[] = [];
  for (const { section, passage } of chapters.flatMap(objectiveItems)) {
    const found = targetsOfText(passage.text);
    if (found.length === 0) qualitative.push(passage);
    addTargets(targets, found, section, passage.lines);
  }
  for (const { table, section } of tables) {
    for (const { found, lines } of targetsOfTable(table)) addTargets(targets, found, section, lines);
  }
  for (const task of narrative) {
    addTargets(targets, targetsOfText(task.text.text).filter(isOutcome), task.path, task.text.lines);
  }
  for (const row of rows) joinRow(targets, row);
  return { targets, qualitative };
}

/** Targets of a table of targets: the measure in one column, its figure in another. */
function targetsOfTable(table: TaskTable): { found: FoundTarget[]; lines: number[] }[] {
  return table.rows.flatMap((row) => {
    if (row.kind === 'group') return [];
    const measure = cellOf(table.columns, row.cells, 'indicator');
    const value = cellOf(table.columns, row.cells, 'value');
    const figure = value.map((line) => line.text).join(' ');
    const text = `${measure.map((line) => line.text).join(' ')} đạt ${/%/u.test(figure) ? figure : `${figure}%`}`;
    return [{ found: targetsOfText(text), lines: [...row.noLines, ...row.cells.flat().map((line) => line.id)] }];
  });
}

interface ObjectiveItem {
  readonly section: string;
  readonly passage: Passage;
}

/** The items of the objectives under a node: whatever is no heading itself, under the headings that are of objectives. */
function objectiveItems(node: OutlineNode): ObjectiveItem[] {
  if (node.role !== 'objective' || node.parent === undefined || isHeading(node))
    return node.children.flatMap(objectiveItems);
  const whole = wholeText(node);
  const inline = inlineHeading.exec(whole.text);
  const labels = inline ? node.labels : node.parent.labels;
  return [{ section: pathOf(labels), passage: inline ? withText(whole, whole.text.slice(inline[0].length)) : whole }];
}

/** "Về thủ tục hành chính: …", "Mục tiêu chung: …": a heading on the line of its only item. */
const inlineHeading = /^(?:về |mục tiêu|chỉ tiêu|cải cách|xây dựng)[^:;.%\d]{0,60}:\s*/iu;

const activity =
  /^(?:(?:thường xuyên|kịp thời|tổ chức|tự)\s+)*(?:rà soát|kiểm tra|niêm yết|công khai|cập nhật|tuyên truyền|phổ biến|đánh giá|tiếp nhận|thẩm định|khảo sát|theo dõi|kiểm soát|cử|bố trí|quán triệt)/iu;

/** "Rà soát 100 % văn bản" says how far an activity goes; "số hóa 100 % kết quả" says what is to be reached. */
function isOutcome(target: FoundTarget): boolean {
  return target.act === undefined || !activity.test(target.act);
}

function addTargets(
  targets: PlacedTarget[],
  found: readonly FoundTarget[],
  section: string,
  lines: readonly number[],
): void {
  const earlier = found.map((target) => lastSame(targets, target));
  const allRepeat = earlier.every((index) => index >= 0);
  found.forEach((target, position) => {
    const index = earlier[position] ?? -1;
    const same = targets[index];
    if (allRepeat && same) targets[index] = { ...same, alsoIn: [...same.alsoIn, section] };
    else
      targets.push({
        ...target,
        section,
        lines,
        alsoIn: [],
        duplicateOf: same ? (same.duplicateOf ?? index) : undefined,
        key: keyOf(target),
      });
  });
}

function joinRow(targets: PlacedTarget[], row: NamedText): void {
  for (const target of targetsOfText(row.text)) {
    const index = lastSame(targets, target);
    const same = targets[index];
    if (same) targets[index] = { ...same, alsoIn: [...same.alsoIn, row.place] };
  }
}

function lastSame(targets: readonly PlacedTarget[], target: FoundTarget): number {
  const key = keyOf(target);
  return targets.findLastIndex((other) => other.key === key);
}

const fillers = new Set(['duoc', 'ty', 'le', 'ti', 'cac', 'thuc', 'hien', 'trong']);

function keyOf({ measure, valuePercent }: FoundTarget): string {
  const words = `${valuePercent} ${foldWords(measure)}`.split(' ');
  return words
    .filter((word) => !fillers.has(word))
    .sort()
    .join(' ');
}
