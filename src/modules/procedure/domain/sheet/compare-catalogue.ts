import type { PlainDate } from '#kernel/plain-date.ts';
import { contentKey } from '../content-key.ts';
import type { ProcedureContent } from '../procedure-content.ts';
import { type CatalogueRow, differencesOf, type SheetColumn, sheetColumns } from './procedure-sheet.ts';

/** A version a unit has, as a file is held against it. */
export interface KnownVersion extends Omit<CatalogueRow, 'effectiveFrom'> {
  readonly effectiveFrom: PlainDate;
}

/** What a file changes for one code. */
export interface CatalogueChange {
  readonly what: 'added' | 'changed' | 'abolished' | 'missing';
  /** Row of the file; 0 for what it does not have. */
  readonly row: number;
  /** The version to be added. */
  readonly version: KnownVersion;
  readonly fields: readonly { readonly column: SheetColumn; readonly before: string; readonly after: string }[];
}

export interface Compared {
  readonly changes: readonly CatalogueChange[];
  readonly same: number;
}

interface Given {
  readonly rows: readonly (CatalogueRow & { readonly row: number })[];
  /** Columns the file has; what it has not stays as it is held. */
  readonly columns: ReadonlySet<SheetColumn>;
}

/**
 * A file beside the catalogue: each row against the version that holds on the day it names (today, when it names none).
 * `heldOn` gives that version, `held` every code held today. A change without a day of its own holds from today; a code
 * that is abolished already stays so, whatever else its row says.
 */
export function compareCatalogue(
  file: Given,
  heldOn: (code: string, day: PlainDate) => KnownVersion | undefined,
  held: Iterable<KnownVersion>,
  today: PlainDate,
): Compared {
  const changes: CatalogueChange[] = [];
  let same = 0;
  const named = new Set<string>();
  for (const given of file.rows) {
    named.add(given.code);
    const day = given.effectiveFrom ?? today;
    const before = heldOn(given.code, day);
    const change = changeOf(withHeld(given, before, file.columns), given.row, before, day);
    if (change) changes.push(change);
    else same += 1;
  }
  for (const version of held) {
    if (version.abolished || named.has(version.code)) continue;
    const gone = { ...version, abolished: true, successorCode: null, effectiveFrom: today };
    changes.push({ what: 'missing', row: 0, version: gone, fields: [] });
  }
  return { changes, same };
}

function changeOf(
  given: CatalogueRow,
  row: number,
  before: KnownVersion | undefined,
  day: PlainDate,
): CatalogueChange | undefined {
  const version = { ...given, effectiveFrom: day };
  if (!before) return given.abolished ? undefined : { what: 'added', row, version, fields: [] };
  if (given.abolished && before.abolished && given.successorCode === before.successorCode) return undefined;
  if (given.abolished) {
    const gone = { ...version, content: before.content };
    return { what: 'abolished', row, version: gone, fields: differencesOf(before, gone) };
  }
  const isSame =
    !before.abolished &&
    given.successorCode === before.successorCode &&
    contentKey(given.content) === contentKey(before.content);
  if (isSame) return undefined;
  const fields = differencesOf(before, given);
  return { what: before.abolished ? 'added' : 'changed', row, version, fields };
}

const contentColumns = sheetColumns.flatMap(({ id }) =>
  ['code', 'state', 'effectiveFrom', 'successorCode'].includes(id) ? [] : [id as keyof ProcedureContent & SheetColumn],
);

/** The row with what its file does not speak of as it is held. */
function withHeld(
  given: CatalogueRow,
  before: KnownVersion | undefined,
  columns: ReadonlySet<SheetColumn>,
): CatalogueRow {
  if (!before) return given;
  const kept = contentColumns
    .filter((column) => !columns.has(column))
    .map((column) => [column, before.content[column]]);
  return {
    ...given,
    content: { ...given.content, ...Object.fromEntries(kept) },
    ...(columns.has('state') ? {} : { abolished: before.abolished }),
    ...(columns.has('successorCode') ? {} : { successorCode: before.successorCode }),
  };
}
