import { askThread, type ReadingBounds, usualBounds } from './ask-thread.ts';
import { DocumentRefusal } from './document-refusal.ts';
import { limits } from './limits.ts';
import type { PlanFile } from './plan-file.ts';

const script = new URL('./plan-worker.ts', import.meta.url);

let last: Promise<unknown> = Promise.resolve();

/**
 * Reads a plan file in a thread of its own, one file at a time in a process, within bounds of time and memory; the
 * calling thread is never blocked. Throws DocumentRefusal for a file that is refused (`refusalText` has the words),
 * with `name` among its parameters.
 */
export async function readPlanFile(
  bytes: Uint8Array,
  name: string,
  bounds: ReadingBounds = usualBounds,
): Promise<PlanFile> {
  if (bytes.byteLength > limits.fileBytes) {
    const megabytes = Math.ceil(bytes.byteLength / 1_048_576);
    throw new DocumentRefusal('tooLarge', { name, megabytes, limit: limits.fileBytes / 1_048_576 });
  }
  const read = last.then(() => askThread<PlanFile>(script, { bytes, name }, bounds));
  last = read.catch(() => undefined);
  try {
    return await read;
  } catch (error) {
    throw error instanceof DocumentRefusal ? new DocumentRefusal(error.code, { name, ...error.params }) : error;
  }
}
