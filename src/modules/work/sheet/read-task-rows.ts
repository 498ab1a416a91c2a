import { fail } from '#server/errors.ts';
import { readSheet } from '#server/read-sheet.ts';
import type { SheetRow } from './check-rows.ts';
import { type TaskColumn, taskColumns } from './columns.ts';
import { findHeading, type Heading } from './find-heading.ts';

const mostRows = 2_000;

/** A sheet of tasks as it was read. */
export interface ReadTasks {
  readonly heading: Heading;
  readonly rows: readonly SheetRow[];
}

/** Reads the rows below the heading, wherever it stands; empty rows are passed over. Refuses a sheet without a table of tasks. */
export async function readTaskRows(path: string): Promise<ReadTasks> {
  const sheet = await readSheet(path);
  const heading = findHeading(sheet);
  if ('missing' in heading) {
    const { missing, twice } = heading;
    return missing.length > 0
      ? fail('work-sheet-columns-missing', { columns: missing.join(', ') })
      : fail('work-sheet-columns-twice', { columns: twice.join(', ') });
  }
  const has = new Set(heading.columns.keys());
  const rows = sheet
    .map((cells, index) => ({ row: index + 1, cells: cellsOf(cells, heading), has }))
    .slice(heading.row + 1)
    .filter(({ cells }) => Object.values(cells).some((text) => text !== ''));
  if (rows.length === 0) fail('work-sheet-empty');
  if (rows.length > mostRows) fail('work-sheet-too-long', { most: mostRows });
  return { heading, rows };
}

function cellsOf(cells: readonly string[], { columns }: Heading): Readonly<Record<TaskColumn, string>> {
  const text = (key: TaskColumn) => {
    const at = columns.get(key);
    return at === undefined
      ? ''
      : (cells[at] ?? '')
          .normalize('NFC')
          .replace(/[ \t\u00a0]+/g, ' ')
          .trim();
  };
  return Object.fromEntries(taskColumns.map(({ key }) => [key, text(key)])) as Record<TaskColumn, string>;
}

/** The address of a cell as Excel writes it, e.g. `F12`; the column counts from 0. */
export function addressOf(column: number | undefined, row: number): string {
  let letters = '';
  for (let rest = (column ?? 0) + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}
