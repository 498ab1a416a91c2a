import type { SourceDocument } from '#modules/plan/domain/source-document.ts';
import { DocumentRefusal } from './document-refusal.ts';
import { readDocx } from './docx/read-docx.ts';
import { limits } from './limits.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { sniff } from './sniff.ts';
import { findOldEncoding } from './text/old-encoding.ts';
import { readText } from './text/read-text.ts';

async function readBytes(bytes: Buffer): Promise<SourceDocument> {
  if (bytes.length === 0) throw new DocumentRefusal('emptyFile');
  if (bytes.length > limits.fileBytes) {
    const megabytes = Math.ceil(bytes.length / 1_048_576);
    throw new DocumentRefusal('tooLarge', { megabytes, limit: limits.fileBytes / 1_048_576 });
  }
  const sniffed = await sniff(bytes);
  if (sniffed.kind === 'txt') return readText(sniffed.text);
  return sniffed.kind === 'docx' ? readDocx(sniffed.zip) : readPdf(bytes);
}

/**
 * Reads a document's bytes as numbered lines and blocks. What it is, is told from the content; `name` is only for the
 * words of a refusal. Throws DocumentRefusal for everything that cannot be read correctly and within the limits.
 */
export async function readDocument(bytes: Uint8Array, name: string): Promise<SourceDocument> {
  try {
    const document = await readBytes(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (document.lines.every((line) => line.text.trim() === '')) throw new DocumentRefusal('emptyFile');
    if (document.format === 'docx' && document.lines.every((line) => line.text.startsWith('(Hình ảnh'))) {
      throw new DocumentRefusal('scanned');
    }
    const encoding = findOldEncoding(document.lines.map((line) => line.text).join('\n'));
    if (encoding) throw new DocumentRefusal('oldVietnameseText', { encoding });
    return document;
  } catch (error) {
    throw error instanceof DocumentRefusal ? new DocumentRefusal(error.code, { name, ...error.params }) : error;
  }
}
