import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { fold } from '#kernel/fold.ts';
import { day } from '#modules/fields.ts';
import { fail } from '#server/errors.ts';
import type { StoredUpload } from '#server/files.ts';
import { readSheet } from '#server/read-sheet.ts';
import { procedureCode, procedureContent } from '../contract/content.ts';
import { type ContentFault, checkContent } from '../domain/check-content.ts';
import { codeOf } from '../domain/portal/code-of.ts';
import { contentOfPortal } from '../domain/portal/content-of-portal.ts';
import type { PortalEntry } from '../domain/portal/portal-entry.ts';
import { type CatalogueRow, type SheetColumn, sheetColumns } from '../domain/sheet/procedure-sheet.ts';
import { readRow } from '../domain/sheet/read-row.ts';
import { portalEntry } from './portal-schema.ts';

/** A cell that cannot be taken, with the address people find it by. */
export interface Doubt {
  readonly row: number;
  readonly cell: string;
  readonly column: SheetColumn;
  readonly value: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface ReadCatalogue {
  readonly rows: readonly (CatalogueRow & { readonly row: number })[];
  readonly doubts: readonly Doubt[];
  /** What the file speaks of; the rest of a procedure stays as it is held. */
  readonly columns: ReadonlySet<SheetColumn>;
}

type Taken = CatalogueRow & { readonly row: number };

/**
 * The procedures of an uploaded file: an Excel sheet as it is exported, a JSON file as it is exported, or a JSON list as
 * it was read from the national portal. What cannot be taken is named cell by cell and left out.
 */
export async function readCatalogueFile(path: string, upload: StoredUpload): Promise<ReadCatalogue> {
  const isJson = /\.json$/i.test(upload.name) || upload.mediaType === 'application/json';
  return isJson ? readJson(await readFile(path, 'utf8')) : readCells(await readSheet(path));
}

function readCells(cells: readonly (readonly string[])[]): ReadCatalogue {
  const headings = new Map(sheetColumns.map((column) => [fold(column.heading), column.id]));
  const at = cells.findIndex((row) => {
    const known = new Set(row.map((cell) => headings.get(fold(cell))));
    return known.has('code') && known.has('name') && known.has('field');
  });
  const heading = cells[at];
  if (!heading) fail('procedure-sheet-heading');
  const places = new Map<SheetColumn, number>();
  for (const [place, cell] of heading.entries()) {
    const column = headings.get(fold(cell));
    if (column && !places.has(column)) places.set(column, place);
  }
  const taken = new Map<string, Taken>();
  const doubts: Doubt[] = [];
  for (const [index, row] of cells.entries()) {
    if (index <= at || row.every((cell) => cell === '')) continue;
    const values = Object.fromEntries([...places].map(([column, place]) => [column, row[place] ?? '']));
    const doubt = (column: SheetColumn, code: string, params: Doubt['params']): Doubt => {
      const place = places.get(column) ?? places.get('code') ?? 0;
      const value = (values[column] ?? '').slice(0, 300);
      return { row: index + 1, cell: `${lettersOf(place)}${index + 1}`, column, value, code, params };
    };
    const read = readRow(values);
    doubts.push(...read.faults.map((fault) => doubt(fault.column, fault.code, fault.params)));
    if (read.row) take({ ...read.row, row: index + 1 }, taken, doubts, doubt);
  }
  return { rows: [...taken.values()], doubts, columns: new Set(places.keys()) };
}

const exportedRow = z.strictObject({
  code: procedureCode,
  effectiveFrom: day.nullable(),
  abolished: z.boolean(),
  successorCode: procedureCode.nullable(),
  content: procedureContent,
});

function readJson(text: string): ReadCatalogue {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    fail('procedure-json');
  }
  const list = Array.isArray(parsed) ? parsed : (parsed as { procedures?: unknown } | null)?.procedures;
  if (!Array.isArray(list) || list.length > 20_000) fail('procedure-json');
  const taken = new Map<string, Taken>();
  const doubts: Doubt[] = [];
  for (const [index, item] of list.entries()) {
    const row = index + 1;
    const doubt = (column: SheetColumn, code: string, params: Doubt['params']): Doubt => {
      const value = String((item as { code?: unknown } | null)?.code ?? '').slice(0, 300);
      return { row, cell: `#${row}`, column, value, code, params };
    };
    const read = readItem(item);
    if (read) take({ ...read, row }, taken, doubts, doubt);
    else doubts.push(doubt('code', 'procedure-sheet-long', {}));
  }
  return { rows: [...taken.values()], doubts, columns: new Set(sheetColumns.map(({ id }) => id)) };
}

function readItem(item: unknown): CatalogueRow | undefined {
  const exported = exportedRow.safeParse(item);
  if (exported.success) return exported.data;
  const portal = portalEntry.safeParse(item);
  if (!portal.success) return undefined;
  const entry: PortalEntry = portal.data;
  const { code } = codeOf(entry.code, entry.name);
  return { code, effectiveFrom: null, abolished: false, successorCode: null, content: contentOfPortal(entry) };
}

const columnOfPart: Readonly<Record<ContentFault['part'], SheetColumn>> = {
  cases: 'cases',
  terms: 'terms',
  fees: 'fees',
  components: 'components',
  questions: 'questions',
  channels: 'channels',
};

/** Takes a row that keeps to the contract, has no fault, and whose code did not come before; otherwise says why not. */
function take(
  row: Taken,
  taken: Map<string, Taken>,
  doubts: Doubt[],
  doubt: (column: SheetColumn, code: string, params: Doubt['params']) => Doubt,
): void {
  const parsed = procedureContent.safeParse(row.content);
  const twin = taken.get(row.code);
  if (!parsed.success) {
    const [part] = parsed.error.issues[0]?.path ?? [];
    const column = sheetColumns.find((one) => one.id === part)?.id ?? 'code';
    doubts.push(doubt(column, 'procedure-sheet-long', {}));
  } else if (twin) {
    doubts.push(doubt('code', 'procedure-sheet-code-twice', { row: twin.row }));
  } else {
    const faults = checkContent(parsed.data);
    doubts.push(...faults.map((fault) => doubt(columnOfPart[fault.part], fault.code, fault.params)));
    if (faults.length === 0) taken.set(row.code, { ...row, content: parsed.data });
  }
}

/** `A`, `Z`, `AA`: the column of an address. */
function lettersOf(place: number): string {
  const first = Math.floor(place / 26) - 1;
  return `${first < 0 ? '' : lettersOf(first)}${String.fromCharCode(65 + (place % 26))}`;
}
