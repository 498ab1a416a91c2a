import type { SourceDocument } from '#modules/plan/domain/source-document.ts';
import { DocumentBuilder } from '../document-builder.ts';
import { DocumentRefusal } from '../document-refusal.ts';
import { findFurniture } from './furniture.ts';
import { readPages } from './open-pdf.ts';
import type { PageContent } from './page-content.ts';
import { layoutOf, type PageLayout } from './page-layout.ts';
import { findPageNumber } from './page-number.ts';
import { PdfWriter } from './pdf-writer.ts';

/** Fewer letters than this on a page on average means that the text is a picture. */
const lettersPerPage = 30;

/** Column edges of a table without ruled lines that reaches the end of a page. */
function openColumns(layout: PageLayout | undefined): readonly number[] {
  const last = layout?.items.findLast((item) => item.kind === 'table' || findPageNumber(item) === undefined);
  return last?.kind === 'table' && last.aligned ? last.xs : [];
}

function checkText(pages: readonly PageContent[]): void {
  const text = pages.flatMap((page) => page.runs.map((run) => run.text)).join('');
  const count = (pattern: RegExp) => [...text.matchAll(pattern)].length;
  const letters = count(/\p{L}/gu);
  const strange = count(/[\p{Co}\p{Cn}\uFFFD\p{Cc}]/gu);
  if (strange > letters) throw new DocumentRefusal('unreadableFont');
  if (letters < lettersPerPage * pages.length) throw new DocumentRefusal('scanned');
}

/**
 * Reads a PDF that has text: rows by their baselines, tables by their ruled lines, columns by the strip between them.
 * Tables and paragraphs go on over page ends; page numbers and running heads are marked.
 */
export async function readPdf(bytes: Uint8Array): Promise<SourceDocument> {
  const pages = await readPages(bytes);
  checkText(pages);
  const layouts: PageLayout[] = [];
  for (const page of pages) layouts.push(layoutOf(page, openColumns(layouts.at(-1))));
  const builder = new DocumentBuilder('pdf');
  const writer = new PdfWriter(builder, findFurniture(layouts));
  for (const layout of layouts) writer.writePage(layout);
  writer.finish();
  return builder.finish();
}
