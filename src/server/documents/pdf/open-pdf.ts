import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { DocumentRefusal } from '../document-refusal.ts';
import { limits } from '../limits.ts';
import { type Affine, affineOf, multiply } from './affine.ts';
import { loadPdfjs, pdfjsFolders } from './load-pdfjs.ts';
import type { PageContent, TextRun } from './page-content.ts';
import { findRulings } from './rulings.ts';

type Pdfjs = Awaited<ReturnType<typeof loadPdfjs>>;
type PDFOperatorList = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>;

/** Text that leans more than this is a stamp or a watermark across the page. */
const leaning = 0.2;
/** Smaller pictures (points) are seals, logos and signatures. */
const pictureSide = 100;

async function open(bytes: Uint8Array, pdfjs: Pdfjs): Promise<PDFDocumentProxy> {
  const task = pdfjs.getDocument({
    // The library takes the array over, so it is given a copy.
    data: new Uint8Array(bytes),
    ...pdfjsFolders,
    fontExtraProperties: true,
    maxImageSize: 1,
    verbosity: 0,
  });
  try {
    return await task.promise;
  } catch (error) {
    const encrypted = error instanceof Error && error.name === 'PasswordException';
    throw new DocumentRefusal(encrypted ? 'encryptedPdf' : 'damaged');
  }
}

function isBold(page: PDFPageProxy, font: string): boolean {
  if (!page.commonObjs.has(font)) return false;
  const { name }: { name?: unknown } = page.commonObjs.get(font);
  return /bold|black|heavy/i.test(String(name));
}

async function runsOf(page: PDFPageProxy, view: Affine): Promise<TextRun[]> {
  const content = await page.getTextContent();
  if (content.items.length > limits.runsOnPage) {
    throw new DocumentRefusal('tooLong', { limit: limits.runsOnPage, unit: 'đoạn chữ trên một trang' });
  }
  const runs: TextRun[] = [];
  let spaced = false;
  for (const item of content.items) {
    if (!('str' in item)) continue;
    if (item.str.trim() === '') {
      spaced = true;
      continue;
    }
    const matrix = multiply(view, affineOf(item.transform));
    const size = Math.hypot(matrix[2], matrix[3]);
    const upright = Math.abs(matrix[1]) <= leaning * matrix[0];
    if (!upright || size < 1) continue;
    const [x, y] = [matrix[4], matrix[5]];
    runs.push({ text: item.str, x, right: x + item.width, y, size, bold: isBold(page, item.fontName), spaced });
    spaced = item.hasEOL;
  }
  return runs;
}

/**
 * True when something is drawn large: pictures are dropped before they are decoded, and what remains of one is the
 * scaling to its size.
 */
function drawsPicture({ fnArray, argsArray }: PDFOperatorList, { OPS }: Pdfjs): boolean {
  return fnArray.some((operator, index) => {
    if (operator !== OPS.transform) return false;
    const [a, b, c, d] = affineOf(argsArray[index] ?? []);
    return Math.hypot(a, b) >= pictureSide && Math.hypot(c, d) >= pictureSide;
  });
}

async function contentOf(page: PDFPageProxy, pdfjs: Pdfjs): Promise<PageContent> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const view = affineOf(transform);
  const operators = await page.getOperatorList();
  const runs = await runsOf(page, view);
  const isPicture = runs.length === 0 && drawsPicture(operators, pdfjs);
  return { number: page.pageNumber, width, height, runs, rulings: findRulings(operators, pdfjs.OPS, view), isPicture };
}

/**
 * The pages of a PDF, each with its text runs and ruled lines; pictures are not decoded. Throws `encryptedPdf`,
 * `damaged`, or `tooLong` past the limit of pages.
 */
export async function readPages(bytes: Uint8Array): Promise<PageContent[]> {
  const pdfjs = await loadPdfjs();
  const document = await open(bytes, pdfjs);
  try {
    if (document.numPages > limits.pages) throw new DocumentRefusal('tooLong', { limit: limits.pages, unit: 'trang' });
    const pages: PageContent[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      pages.push(await contentOf(page, pdfjs));
      page.cleanup();
    }
    return pages;
  } catch (error) {
    throw error instanceof DocumentRefusal ? error : new DocumentRefusal('damaged');
  } finally {
    await document.loadingTask.destroy();
  }
}
