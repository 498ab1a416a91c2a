import type { SourceDocument } from '#modules/plan/domain/source-document.ts';
import { DocumentBuilder } from '../document-builder.ts';

/**
 * A text file line by line, each line a block of its own: what belongs together is for the reading to say. Form feeds,
 * which extractors put at page ends, give the lines their page.
 */
export function readText(text: string): SourceDocument {
  const builder = new DocumentBuilder('txt');
  const lines = text.replace(/(?:\r\n|\r|\n)\f*$/, '').split(/\r\n|\r|\n/);
  const paged = text.includes('\f');
  let page = 1;
  for (const [index, line] of lines.entries()) {
    const feeds = line.length - line.replaceAll('\f', '').length;
    if (line.startsWith('\f')) page += feeds;
    const shown = line.replace(/^\f+/, '').replaceAll('\f', ' ');
    builder.addParagraph([builder.addLine({ text: shown, lineNo: index + 1, ...(paged ? { page } : {}) })]);
    if (!line.startsWith('\f')) page += feeds;
  }
  return builder.finish();
}
