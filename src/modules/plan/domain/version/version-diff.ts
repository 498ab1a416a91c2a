import { type Part, type PlanContent, parts, type RowOf, rowsOf } from './plan-content.ts';
import { labelOfRow, placeOfRow, wordsOfRow } from './row-words.ts';

/** `moved`: only its place, number or links differ, not what it says. */
export type RowChange = 'same' | 'moved' | 'changed' | 'added' | 'removed';

export interface FieldChange {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface DiffEntry {
  readonly part: Part | 'header';
  readonly kind: 'added' | 'changed' | 'removed';
  /** Key of the row; empty for the header. */
  readonly key: string;
  readonly path: string | null;
  readonly label: string;
  readonly fields: readonly FieldChange[];
}

export interface PlanDiff {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly untouched: number;
  readonly changes: readonly DiffEntry[];
}

function fieldsBetween(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .filter((name) => (before[name] ?? null) !== (after[name] ?? null))
    .map((name) => ({ name, before: before[name] ?? null, after: after[name] ?? null }));
}

/** How a row differs from the row of the same key in the version before, if there was one. */
export function changeOfRow<P extends Part>(part: P, before: RowOf[P] | undefined, after: RowOf[P]): RowChange {
  if (!before) return 'added';
  if (fieldsBetween(wordsOfRow(part, before), wordsOfRow(part, after)).length > 0) return 'changed';
  return placeOfRow(part, before) === placeOfRow(part, after) ? 'same' : 'moved';
}

function diffPart<P extends Part>(part: P, before: readonly RowOf[P][], after: readonly RowOf[P][]) {
  const earlier = new Map(before.map((row) => [row.key, row]));
  const kept = new Set(after.map((row) => row.key));
  const changes: DiffEntry[] = [];
  let untouched = 0;
  for (const row of after) {
    const former = earlier.get(row.key);
    const fields = fieldsBetween(former ? wordsOfRow(part, former) : {}, wordsOfRow(part, row));
    if (former && fields.length === 0) untouched += 1;
    else {
      const kind = former ? 'changed' : 'added';
      changes.push({ part, kind, key: row.key, path: row.path, label: labelOfRow(part, row), fields });
    }
  }
  for (const row of before) {
    if (kept.has(row.key)) continue;
    const fields = fieldsBetween(wordsOfRow(part, row), {});
    changes.push({ part, kind: 'removed', key: row.key, path: null, label: labelOfRow(part, row), fields });
  }
  return { changes, untouched };
}

/**
 * What differs between two versions whose rows are matched by key: additions, changes and removals in the order of the
 * parts, with the words before and after. Rows that only moved count as untouched.
 */
export function diffContents(before: PlanContent, after: PlanContent): PlanDiff {
  const header = fieldsBetween(headerWords(before), headerWords(after));
  const changes: DiffEntry[] =
    header.length > 0
      ? [{ part: 'header', kind: 'changed', key: '', path: null, label: after.header.title, fields: header }]
      : [];
  let untouched = 0;
  for (const part of parts) {
    const found = diffPart(part, rowsOf(before, part), rowsOf(after, part));
    changes.push(...found.changes);
    untouched += found.untouched;
  }
  const count = (kind: DiffEntry['kind']) => changes.filter((change) => change.kind === kind).length;
  return { added: count('added'), changed: count('changed'), removed: count('removed'), untouched, changes };
}

function headerWords({ header }: PlanContent): Record<string, string> {
  return { title: header.title, year: String(header.year), issuer: header.issuer };
}
