import { Worker } from 'node:worker_threads';
import type { WordAnswer, WordQuestion } from './word-worker.ts';

const most = { seconds: 60, heapMegabytes: 512 };

/**
 * Fills a Word template (docxtemplater tags) in a thread of its own, so that a long document holds nobody up. Rejects
 * with the name of the tag when the template asks for something that `data` does not hold, and after a minute.
 */
export async function fillWord(template: Uint8Array, data: unknown): Promise<Buffer> {
  const question: WordQuestion = { template, data };
  const worker = new Worker(new URL('./word-worker.ts', import.meta.url), {
    workerData: question,
    resourceLimits: { maxOldGenerationSizeMb: most.heapMegabytes },
  });
  const timer = setTimeout(() => void worker.terminate(), most.seconds * 1_000);
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      worker.once('message', (answer: WordAnswer) =>
        answer.kind === 'rendered' ? resolve(Buffer.from(answer.bytes)) : reject(new Error(answer.message)),
      );
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the document took too long to make')));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
