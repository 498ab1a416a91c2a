import { Worker } from 'node:worker_threads';
import { DocumentRefusal } from './document-refusal.ts';
import { limits } from './limits.ts';
import type { PlanFile, WorkerAnswer, WorkerQuestion } from './plan-file.ts';

/** Bounds of one reading; smaller ones are for tests. */
export interface ReadingBounds {
  /** Milliseconds. */
  readonly deadline: number;
  readonly heapMegabytes: number;
  /** By how much the whole process may grow meanwhile: unpacked streams lie outside of the heap. */
  readonly growthMegabytes: number;
}

const usualBounds: ReadingBounds = {
  deadline: limits.deadline,
  heapMegabytes: limits.heapMegabytes,
  growthMegabytes: limits.growthMegabytes,
};

const watchEvery = 50;

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function startWorker(question: WorkerQuestion, heapMegabytes: number): Worker {
  return new Worker(new URL('./plan-worker.ts', import.meta.url), {
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

async function readOnce(question: WorkerQuestion, bounds: ReadingBounds): Promise<PlanFile> {
  const worker = startWorker(question, bounds.heapMegabytes);
  let unwatch = () => {};
  try {
    return await new Promise<PlanFile>((resolve, reject) => {
      unwatch = watch(worker, bounds, reject);
      worker.once('message', (answer: WorkerAnswer) => {
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
  const read = last.then(() => readOnce({ bytes, name }, bounds));
  last = read.catch(() => undefined);
  try {
    return await read;
  } catch (error) {
    throw error instanceof DocumentRefusal ? new DocumentRefusal(error.code, { name, ...error.params }) : error;
  }
}
