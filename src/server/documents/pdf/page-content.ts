/** A run of text with one baseline; y is counted from the top of the page, in points. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  /** A space stands before it in the file. */
  readonly spaced: boolean;
}

/** A ruled line, horizontal (`y1 = y2`) or vertical (`x1 = x2`). */
export interface Ruling {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface PageContent {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly TextRun[];
  readonly rulings: readonly Ruling[];
  /** The page has no text but a picture. */
  readonly isPicture: boolean;
}
