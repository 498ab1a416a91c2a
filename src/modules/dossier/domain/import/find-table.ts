import { fieldOfHeading, type ImportField, neededFields } from './fields.ts';

/** Where the table begins and in which column what stands; rows and columns count from 0. */
export interface ImportTable {
  readonly firstRow: number;
  readonly columns: ReadonlyMap<ImportField, number>;
  /** So many columns the values stand beside their headings. */
  readonly shift: number;
}

const rowsLookedAt = 30;
const codeForm = /^[0-9A-Z]{2,4}([.-][0-9A-Z]{2,4}){1,6}[.-]\d{6}[.-]\d{3,10}$/i;
const rowsTried = 50;

/** Whether a text has the form of a dossier's code of any era (TT 01/2018 art. 19, QĐ 20/2020, TT 04/2025). */
export function looksLikeCode(text: string): boolean {
  return codeForm.test(text.trim());
}

/** The headings of a row, together with the group above each where there are two rows of headings. */
function columnsAt(
  cells: readonly string[],
  above: readonly string[],
  profile: Readonly<Partial<Record<ImportField, string>>>,
) {
  const columns = new Map<ImportField, number>();
  let group = '';
  cells.forEach((cell, index) => {
    group = above[index]?.trim() || group;
    const alone = cell.trim() === '' ? (above[index]?.trim() ?? '') : cell;
    const field = fieldOfHeading(`${group} ${cell}`, profile) ?? fieldOfHeading(alone, profile);
    if (field && !columns.has(field)) columns.set(field, index);
  });
  return columns;
}

/**
 * Finds the table of a file by its headings, in one row or two, wherever above the rows they stand; a heading over several
 * columns lends its words to those below. When the codes stand some columns beside their heading, all columns are taken
 * to be shifted by as much. Gives the fields that are missing when there is no such table.
 */
export function findImportTable(
  rows: readonly (readonly string[])[],
  profile: Readonly<Partial<Record<ImportField, string>>>,
): ImportTable | { readonly missing: readonly ImportField[] } {
  let best: { row: number; columns: ReadonlyMap<ImportField, number> } = { row: 0, columns: new Map() };
  for (const [row, cells] of rows.slice(0, rowsLookedAt).entries()) {
    for (const above of [[], rows[row - 1] ?? []]) {
      const columns = columnsAt(cells, above, profile);
      if (columns.size > best.columns.size) best = { row, columns };
    }
  }
  const missing = neededFields.filter((field) => !best.columns.has(field));
  if (missing.length > 0) return { missing };
  const shift = shiftOf(rows.slice(best.row + 1, best.row + 1 + rowsTried), best.columns.get('code') ?? 0);
  const columns = new Map([...best.columns].map(([field, column]) => [field, column + shift] as const));
  return { firstRow: best.row + 1, columns, shift };
}

function shiftOf(rows: readonly (readonly string[])[], column: number): number {
  const share = (shift: number) => rows.filter((cells) => looksLikeCode(cells[column + shift] ?? '')).length;
  if (share(0) * 2 >= rows.filter((cells) => cells.some((cell) => cell !== '')).length) return 0;
  const [best = 0] = [1, -1, 2, -2].sort((a, b) => share(b) - share(a));
  return share(best) > share(0) ? best : 0;
}
