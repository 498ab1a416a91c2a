import type { SheetCell } from '../sheet.ts';

/** A list to be written to Excel or printed: its title, what it was narrowed by, and its rows as cells. */
export interface ListSheet {
  readonly title: string;
  readonly lines: readonly string[];
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  readonly rows: readonly (readonly SheetCell[])[];
}
