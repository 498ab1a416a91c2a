/** A cell of a table, with how many columns and rows it covers. */
export interface RenderedCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

export type RenderedBlock =
  | { readonly kind: 'paragraph'; readonly text: string; readonly isBold: boolean }
  | { readonly kind: 'table'; readonly rows: RenderedCell[][] };

/** A sheet of a workbook; `isCut` when it has more than is shown. */
export interface RenderedSheet {
  readonly name: string;
  readonly rows: RenderedCell[][];
  readonly isCut: boolean;
}

/**
 * A Word or Excel file as text and tables: enough to read beside a form, nothing that could run. Screens build their
 * elements from it, so no markup of the file ever reaches a page.
 */
export type RenderedFile =
  | { readonly kind: 'text'; readonly blocks: RenderedBlock[]; readonly isCut: boolean }
  | { readonly kind: 'sheets'; readonly sheets: RenderedSheet[] };
