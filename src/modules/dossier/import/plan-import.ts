import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import { compareImported, type FieldChange, mergeImported } from '../domain/import/compare.ts';
import type { CellDoubt } from '../domain/import/doubt.ts';
import { fieldWords, type ImportField } from '../domain/import/fields.ts';
import { findImportTable } from '../domain/import/find-table.ts';
import { type ImportedDossier, readImportRow } from '../domain/import/read-row.ts';
import { type HeldDossier, heldByCode } from './held.ts';

/** What taking a file over would do. */
export interface ImportPlan {
  readonly add: readonly ImportedDossier[];
  readonly change: readonly {
    readonly held: HeldDossier;
    readonly told: ImportedDossier;
    readonly changes: readonly FieldChange[];
  }[];
  readonly same: number;
  readonly doubts: readonly CellDoubt[];
  /** So many columns the values stand beside their headings. */
  readonly shift: number;
}

/** Reads the rows of a file against what is held from earlier files; nothing is written. */
export async function planImport(
  ctx: Context,
  rows: readonly (readonly string[])[],
  profile: Readonly<Partial<Record<ImportField, string>>>,
): Promise<ImportPlan> {
  const table = findImportTable(rows, profile);
  if ('missing' in table) {
    return fail('import-headings-missing', { headings: table.missing.map((field) => fieldWords[field]).join(', ') });
  }
  const doubts: CellDoubt[] = [];
  const told = new Map<string, { dossier: ImportedDossier; row: number }>();
  const cellOf = (row: number, field: ImportField) => `${columnName(table.columns.get(field) ?? 0)}${row + 1}`;
  for (let row = table.firstRow; row < rows.length; row += 1) {
    const cells = rows[row] ?? [];
    if (isFurniture(cells)) continue;
    const read = readImportRow((field) => cells[table.columns.get(field) ?? -1] ?? '');
    doubts.push(...read.doubts.map((doubt) => ({ ...doubt, cell: cellOf(row, doubt.field) })));
    if (!read.dossier) continue;
    const { code } = read.dossier;
    if (told.has(code)) doubts.push({ cell: cellOf(row, 'code'), field: 'code', value: code, why: 'twice' });
    else told.set(code, { dossier: read.dossier, row });
  }
  const held = await heldByCode(ctx, [...told.keys()]);
  const add: ImportedDossier[] = [];
  const change: { held: HeldDossier; told: ImportedDossier; changes: FieldChange[] }[] = [];
  let same = 0;
  for (const { dossier, row } of told.values()) {
    const known = held.get(dossier.code);
    if (!known) add.push(dossier);
    else if (known.source === 'own')
      doubts.push({ cell: cellOf(row, 'code'), field: 'code', value: dossier.code, why: 'own' });
    else {
      const changes = compareImported(known.told, dossier);
      if (changes.length === 0) same += 1;
      else change.push({ held: known, told: mergeImported(known.told, dossier), changes });
    }
  }
  return { add, change, same, doubts, shift: table.shift };
}

/** A row without content, or one that only numbers the columns ("(1) (2) (3)") or sums up. */
function isFurniture(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return (
    filled.length < 2 ||
    filled.every((cell) => /^\(?\d{1,2}\)?$/.test(cell.trim())) ||
    /^(tổng|cộng)/i.test(filled[0] ?? '')
  );
}

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`;
}
