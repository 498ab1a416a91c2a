import type { SourceDocument, SourceLine } from '../source-document.ts';
import { tidy } from './passage.ts';

/** A line of the document as the reading works on it. */
export interface ReadingLine {
  readonly id: number;
  /** Tidied text, its automatic marker in front. */
  readonly text: string;
  /** Text as it stands (NFC), for columns kept apart by tabs or runs of spaces. */
  readonly raw: string;
  readonly page: number | undefined;
  /** Blank lines directly before it: extracted text has more of them where a cell of a table begins. */
  readonly gap: number;
  readonly box: SourceLine['box'];
  readonly marker: string | undefined;
  /** Nesting of an automatic list, from 0. */
  readonly level: number;
}

/** All lines that have text, in order of the document, with the number of blank ones before each. */
export function readingLines(document: SourceDocument): ReadingLine[] {
  const lines: ReadingLine[] = [];
  let gap = 0;
  for (const line of document.lines) {
    const raw = line.text.normalize('NFC');
    const text = tidy(line.marker === undefined ? raw : `${line.marker} ${raw}`);
    if (text === '') {
      gap += 1;
      continue;
    }
    lines.push({
      id: line.id,
      text,
      raw,
      page: line.page,
      gap,
      box: line.box,
      marker: line.marker,
      level: line.level ?? 0,
    });
    gap = 0;
  }
  return lines;
}
