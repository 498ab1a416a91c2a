import type { TextRun } from './page-content.ts';

/** Runs, of which there is at least one. */
type Runs = readonly [TextRun, ...TextRun[]];

/** Neighbouring runs of one row that read as one text. */
export interface Segment {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
}

/** What stands on one baseline, from left to right. */
export interface TextRow {
  readonly y: number;
  readonly segments: readonly Segment[];
}

/** Gaps wider than this part of the size are a space, whether or not the file has one. */
const spaceGap = 0.16;
/** Baselines nearer than this part of the size are one row. */
const sameRow = 0.4;

/** The right side of a letterhead, however near the left side comes to it. */
const motto = /(?:CỘNG H[OÒ][AÀ] XÃ HỘI|Độc lập\s*[-–]\s*Tự do)/u;

/** Cuts a run that holds both sides of a letterhead. */
function withoutMotto(run: TextRun): TextRun[] {
  const at = run.text.search(motto);
  if (at <= 0) return [run];
  const cut = run.x + ((run.right - run.x) * at) / run.text.length;
  const left = run.text.slice(0, at).trimEnd();
  const leftEnd = run.x + ((run.right - run.x) * left.length) / run.text.length;
  return [
    { ...run, text: left, right: leftEnd },
    { ...run, text: run.text.slice(at), x: cut },
  ];
}

function byPlace(a: TextRun, b: TextRun): number {
  return a.y - b.y || a.x - b.x;
}

/** Runs drawn twice a hair apart (a poor man's bold) are kept once. */
function isDoubled(run: TextRun, previous: TextRun | undefined): boolean {
  return previous !== undefined && previous.text === run.text && Math.abs(previous.x - run.x) < run.size * 0.1;
}

function joinRuns(runs: Runs): Segment {
  const [first] = runs;
  let text = '';
  let right = first.x;
  for (const run of runs) {
    const gap = run.x - right;
    const apart = gap > run.size * spaceGap || (run.spaced && gap > -run.size * 0.1);
    if (apart && !text.endsWith(' ') && !run.text.startsWith(' ')) text += ' ';
    text += run.text;
    right = Math.max(right, run.right);
  }
  const size = Math.max(...runs.map((run) => run.size));
  return { text: text.trim(), x: first.x, right, y: first.y, size, bold: runs.every((run) => run.bold) };
}

function segmentsOf(runs: readonly TextRun[], columnGap: number): Segment[] {
  const groups: [TextRun, ...TextRun[]][] = [];
  let right = 0;
  for (const run of runs.flatMap(withoutMotto).sort((a, b) => a.x - b.x)) {
    const group = groups.at(-1);
    if (group && isDoubled(run, group.at(-1))) continue;
    const apart = run.x - right > run.size * columnGap || run.text.search(motto) === 0;
    if (group && !apart) group.push(run);
    else groups.push([run]);
    right = group ? Math.max(right, run.right) : run.right;
  }
  return groups.map(joinRuns);
}

/** Runs on one baseline. */
export interface RunRow {
  readonly y: number;
  readonly runs: Runs;
}

/** Puts runs together by their baselines, from top to bottom. */
export function runRows(runs: readonly TextRun[]): RunRow[] {
  const rows: { y: number; runs: [TextRun, ...TextRun[]] }[] = [];
  for (const run of [...runs].sort(byPlace)) {
    const row = rows.at(-1);
    const size = Math.max(run.size, row?.runs[0].size ?? 0);
    if (row && run.y - row.y <= size * sameRow) row.runs.push(run);
    else rows.push({ y: run.y, runs: [run] });
  }
  return rows;
}

/**
 * Puts runs together as rows from top to bottom. Runs further apart than `columnGap` times their size become separate
 * segments of the row; inside a cell nothing is apart (`Infinity`).
 */
export function textRows(runs: readonly TextRun[], columnGap: number): TextRow[] {
  return runRows(runs).map((row) => ({ y: row.y, segments: segmentsOf(row.runs, columnGap) }));
}
