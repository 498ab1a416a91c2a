import type { ListPlace } from './numbering.ts';

/** One visual line of a Word paragraph: paragraphs are cut at line breaks. */
export interface WordLine {
  readonly text: string;
  readonly bold: boolean;
}

export interface WordParagraph {
  readonly kind: 'paragraph';
  readonly lines: readonly WordLine[];
  readonly list: ListPlace | undefined;
}

export interface WordCell {
  /** Grid columns it covers. */
  readonly span: number;
  /** Continues the cell above it. */
  readonly continued: boolean;
  readonly flow: readonly WordBlock[];
}

export interface WordRow {
  /** Grid columns left empty before the first cell. */
  readonly before: number;
  readonly cells: readonly WordCell[];
}

export interface WordTable {
  readonly kind: 'table';
  /** Widths of the grid columns in twentieths of a point; may be missing or wrong in files of other programs. */
  readonly grid: readonly number[];
  readonly rows: readonly WordRow[];
}

export type WordBlock = WordParagraph | WordTable;
