import { readDocument } from '../read-document.ts';
import { type DocxParts, makeDocx } from '../testing/make-docx.ts';
import { outlineOf } from '../testing/outline.ts';

export const read = async (parts: DocxParts | string) =>
  readDocument(makeDocx(typeof parts === 'string' ? { body: parts } : parts), 'kế hoạch.docx');
export const outline = async (parts: DocxParts | string) => outlineOf(await read(parts));

export const run = (inside: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${inside}</w:r>`;
export const text = (words: string) => `<w:t xml:space="preserve">${words}</w:t>`;
