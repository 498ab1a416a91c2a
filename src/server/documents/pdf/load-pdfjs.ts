import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type * as Pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';

const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** The library, loaded when the first PDF comes. */
export function loadPdfjs(): Promise<typeof Pdfjs> {
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** Folders of the package that it reads character maps and standard fonts from. */
export const pdfjsFolders = {
  cMapUrl: join(root, 'cmaps') + sep,
  standardFontDataUrl: join(root, 'standard_fonts') + sep,
};
