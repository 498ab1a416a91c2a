import type { SourceDocument } from '#modules/plan/domain/source-document.ts';
import { DocumentBuilder } from '../document-builder.ts';

/** A text file line by line, each line a block of its own: what belongs together is for the reading to say. */
export function readText(text: string): SourceDocument {
  const builder = new DocumentBuilder('txt');
  const lines = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\f', '\n')
    .split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  for (const [index, line] of lines.entries()) {
    builder.addParagraph([builder.addLine({ text: line, lineNo: index + 1 })]);
  }
  return builder.finish();
}
