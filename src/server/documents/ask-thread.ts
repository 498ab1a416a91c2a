import { Worker } from 'node:worker_threads';
import { DocumentRefusal, type RefusalCode, type RefusalParams } from './document-refusal.ts';
import { limits } from './limits.ts';

/** A file for a script in a thread. */
export interface ThreadQuestion {
  readonly bytes: Uint8Array;
  readonly name: string;
}

export type ThreadAnswer<T> =
  | { readonly kind: 'read'; readonly file: T }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly params: RefusalParams };

/** Bounds of one reading; smaller ones are for tests. */
export interface ReadingBounds {
  /** Milliseconds. */
  readonly deadline: number;
  readonly heapMegabytes: number;
  /** By how much the whole process may grow meanwhile: unpacked streams lie outside of the heap. */
  readonly growthMegabytes: number;
}

export const usualBounds: ReadingBounds = {
  deadline: limits.deadline,
  heapMegabytes: limits.heapMegabytes,
  growthMegabytes: limits.growthMegabytes,
};

const watchEvery = 50;

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function startWorker(script: URL, question: ThreadQuestion, heapMegabytes: number): Worker {
  return new Worker(script, {
    workerData: question,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    stdout: true,
    stderr: true,
  });
}

/** Rejects when the worker takes too long or too much, and says how to stop watching. */
function watch(worker: Worker, bounds: ReadingBounds, refuse: (refusal: DocumentRefusal) => void): () => void {
  const before = process.memoryUsage.rss();
  const stop = (refusal: DocumentRefusal) => {
    refuse(refusal);
    void worker.terminate();
  };
  const timer = setTimeout(
    () => stop(new DocumentRefusal('tooSlow', { seconds: Math.round(bounds.deadline / 1_000) })),
    bounds.deadline,
  );
  const meter = setInterval(() => {
    const grown = process.memoryUsage.rss() - before;
    if (grown > bounds.growthMegabytes * 1_048_576) stop(new DocumentRefusal('tooMuchMemory'));
  }, watchEvery);
  return () => {
    clearTimeout(timer);
    clearInterval(meter);
  };
}

/**
 * Asks a script in a thread of its own, within bounds of time and memory. The script takes one question as `workerData` and
 * posts one answer. Throws DocumentRefusal when it refuses the file, or past the bounds.
 */
export async function askThread<T>(script: URL, question: ThreadQuestion, bounds: ReadingBounds): Promise<T> {
  const worker = startWorker(script, question, bounds.heapMegabytes);
  let unwatch = () => {};
  try {
    return await new Promise<T>((resolve, reject) => {
      unwatch = watch(worker, bounds, reject);
      worker.once('message', (answer: ThreadAnswer<T>) => {
        if (answer.kind === 'read') resolve(answer.file);
        else reject(new DocumentRefusal(answer.code, answer.params));
      });
      worker.once('error', (error) => reject(isOutOfMemory(error) ? new DocumentRefusal('tooMuchMemory') : error));
      worker.once('exit', () => reject(new Error('the reading ended without an answer')));
    });
  } finally {
    unwatch();
    await worker.terminate();
  }
}

/** What such a script posts for a question: what it read, or the refusal it threw. */
export async function answerOf<T>(read: () => Promise<T>): Promise<ThreadAnswer<T>> {
  try {
    return { kind: 'read', file: await read() };
  } catch (error) {
    if (error instanceof DocumentRefusal) return { kind: 'refused', code: error.code, params: error.params };
    throw error;
  }
}
