import type { Column, ColumnKind } from './columns.ts';
import type { Passage } from './passage.ts';

/** Who, what and when of an item, with the lines each came from. */
export interface FoundAssignment {
  readonly outputs: readonly Passage[];
  readonly lead: readonly Passage[];
  readonly coordinators: readonly Passage[];
  readonly others: readonly { readonly role: string; readonly units: readonly Passage[] }[];
  readonly deadline: Passage;
}

export interface FoundNarrative {
  readonly section: string;
  readonly sectionTitle: string;
  /** Its place as targets name it: "II.2.2.b". */
  readonly path: string;
  readonly letter: string;
  readonly ordinal: number;
  readonly text: Passage;
  readonly pointerOnly: boolean;
  readonly assignment: FoundAssignment | undefined;
}

export interface FoundTask extends FoundAssignment {
  readonly no: number;
  readonly noText: string;
  readonly noLines: readonly number[];
  readonly content: Passage;
  readonly group: FoundGroup | undefined;
  readonly pageSplit: boolean;
  readonly otherCells: readonly (readonly [string, Passage])[];
}

export interface FoundGroup {
  readonly no: string;
  readonly noLines: readonly number[];
  readonly title: Passage;
}

export interface FoundAppendix {
  readonly number: string;
  readonly title: Passage;
  readonly columns: readonly Column[];
  readonly tasks: readonly FoundTask[];
}

/** A row of a table before its cells were understood: the lines of each column, or a group's title. */
export type TableRow =
  | { readonly kind: 'group'; readonly no: string; readonly noLines: readonly number[]; readonly title: Passage }
  | {
      readonly kind: 'task';
      readonly no: string;
      readonly noLines: readonly number[];
      readonly cells: readonly (readonly RowLine[])[];
      readonly pageSplit: boolean;
    };

/** A line of a cell. */
export interface RowLine {
  readonly id: number;
  readonly text: string;
}

/** A table whose columns are known. */
export interface TaskTable {
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  readonly headerLines: readonly number[];
  /** A line of a cell is a paragraph of its own (Word), not a piece of wrapped text. */
  readonly paragraphs: boolean;
}

/** Cell lines of the first column of a kind; empty when the table has no such column. */
export function cellOf(
  columns: readonly Column[],
  cells: readonly (readonly RowLine[])[],
  kind: ColumnKind,
): readonly RowLine[] {
  const index = columns.findIndex((column) => column.kind === kind);
  return cells[index] ?? [];
}
