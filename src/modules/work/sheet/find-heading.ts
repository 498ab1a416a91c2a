import { foldWords } from '#kernel/fold.ts';
import { neededColumns, type TaskColumn, taskColumns } from './columns.ts';

/** Where the table of tasks begins and in which column what stands; rows and columns count from 0. */
export interface Heading {
  readonly row: number;
  readonly columns: ReadonlyMap<TaskColumn, number>;
}

/** Why there is none: headings that are missing, or that stand there twice. */
export interface NoHeading {
  readonly missing: readonly string[];
  readonly twice: readonly string[];
}

const rowsLookedAt = 40;

/** Finds the row of headings by its words, wherever above the table it stands. */
export function findHeading(rows: readonly (readonly string[])[]): Heading | NoHeading {
  const candidates = rows.slice(0, rowsLookedAt).map((cells, row) => ({ row, ...columnsOf(cells) }));
  const best = candidates.reduce((a, b) => (b.columns.size > a.columns.size ? b : a), {
    row: 0,
    columns: new Map<TaskColumn, number>(),
    twice: [] as string[],
  });
  const missing = taskColumns.filter(({ key }) => isNeeded(key) && !best.columns.has(key)).map((one) => one.heading);
  return missing.length + best.twice.length > 0 ? { missing, twice: best.twice } : best;
}

function isNeeded(key: TaskColumn): boolean {
  return (neededColumns as readonly TaskColumn[]).includes(key);
}

function columnsOf(cells: readonly string[]): { columns: Map<TaskColumn, number>; twice: string[] } {
  const columns = new Map<TaskColumn, number>();
  const twice: string[] = [];
  cells.forEach((text, index) => {
    const words = foldWords(text);
    const column = taskColumns.find((one) => (one.words as readonly string[]).includes(words));
    if (!column) return;
    if (columns.has(column.key)) twice.push(column.heading);
    else columns.set(column.key, index);
  });
  return { columns, twice };
}
