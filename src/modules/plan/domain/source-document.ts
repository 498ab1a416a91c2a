/**
 * A document as the reading sees it, whichever format it came from: numbered lines, and blocks that
 * group them into paragraphs and tables. Every field that is read names the lines it came from.
 */
export interface SourceLine {
  /** Position in `SourceDocument.lines`, from 0; what provenance refers to. */
  readonly id: number;
  /** Text as the document has it (NFC), without its line end; may be blank in plain text. */
  readonly text: string;
  /** Page from 1; undefined where the format has no pages (Word). */
  readonly page?: number;
  /** Line number from 1 in a text file; undefined elsewhere. */
  readonly lineNo?: number;
  /** Left and right edge, baseline (from the top of the page) and font size in points, where the format has positions (PDF). */
  readonly box?: { readonly x: number; readonly right: number; readonly y: number; readonly size: number };
  readonly bold?: boolean;
  /** Number or letter that the word processor makes by itself ("1.", "a)", "-"); it is not part of `text`. */
  readonly marker?: string;
  /** Nesting of an automatic list, from 0. */
  readonly level?: number;
  /** A page number or a running head: it belongs to the page, not to the text. */
  readonly furniture?: boolean;
}

export interface SourceCell {
  /** First row and column it covers, from 0, after merged cells were resolved. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Ids of its lines in reading order. */
  readonly lines: readonly number[];
}

export interface SourceTable {
  readonly kind: 'table';
  /** Position among the document's tables, from 0. */
  readonly table: number;
  readonly columnCount: number;
  readonly rowCount: number;
  readonly cells: readonly SourceCell[];
}

export interface SourceParagraph {
  readonly kind: 'paragraph';
  readonly lines: readonly number[];
}

export type SourceBlock = SourceParagraph | SourceTable;

export interface SourceDocument {
  readonly format: 'docx' | 'pdf' | 'txt';
  readonly lines: readonly SourceLine[];
  /** In reading order. A text file gives paragraphs only: its torn tables are put together by the reading. */
  readonly blocks: readonly SourceBlock[];
}
