import type { RenderedFile } from '#modules/evidence/domain/rendered-file.ts';
import { askThread, type ReadingBounds, usualBounds } from './ask-thread.ts';
import { DocumentRefusal } from './document-refusal.ts';
import { limits } from './limits.ts';

const script = new URL('./render-worker.ts', import.meta.url);

/**
 * The bytes of a Word (.docx) or Excel (.xlsx) file as text and tables, read in a thread within bounds of time and memory.
 * Throws DocumentRefusal for what cannot be read.
 */
export async function renderOffice(
  bytes: Uint8Array,
  name: string,
  bounds: ReadingBounds = usualBounds,
): Promise<RenderedFile> {
  if (bytes.byteLength > limits.fileBytes) throw new DocumentRefusal('tooLarge', { name });
  return await askThread<RenderedFile>(script, { bytes, name }, bounds);
}
