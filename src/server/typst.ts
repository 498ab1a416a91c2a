import { Worker } from 'node:worker_threads';
import type { TypstAnswer, TypstQuestion } from './typst-worker.ts';

const most = { seconds: 30, heapMegabytes: 512, waiting: 200 };

interface Waiting {
  readonly resolve: (pdf: Buffer) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

let worker: Worker | undefined;
let last = 0;
const waiting = new Map<number, Waiting>();

function settle(number: number, how: (one: Waiting) => void): void {
  const one = waiting.get(number);
  if (!one) return;
  waiting.delete(number);
  clearTimeout(one.timer);
  if (waiting.size === 0) worker?.unref();
  how(one);
}

function giveUp(from: Worker, why: Error): void {
  if (worker !== from) return;
  worker = undefined;
  for (const number of [...waiting.keys()]) settle(number, (one) => one.reject(why));
  void from.terminate();
}

function begin(): Worker {
  const made = new Worker(new URL('./typst-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: most.heapMegabytes },
  });
  made.on('message', (answer: TypstAnswer) =>
    settle(answer.number, (one) =>
      answer.kind === 'printed' ? one.resolve(Buffer.from(answer.pdf)) : one.reject(new Error(answer.message)),
    ),
  );
  made.on('error', (error) => giveUp(made, error));
  made.on('exit', () => giveUp(made, new Error('the printer stopped')));
  made.unref();
  return made;
}

/**
 * Prints a form as PDF/A-2b: `template` names a `.typ` file below `templates/`, which reads `data` from its inputs. Runs in
 * a thread that is kept for the next one. Rejects when the template cannot be filled, when too many wait, and after half
 * a minute.
 */
export async function printTypst(template: string, data: unknown, at: number): Promise<Buffer> {
  if (waiting.size >= most.waiting) throw new Error('too many documents wait to be printed');
  worker ??= begin();
  const printer = worker;
  last += 1;
  const question: TypstQuestion = { number: last, template, data: JSON.stringify(data), at: Math.floor(at / 1_000) };
  return await new Promise<Buffer>((resolve, reject) => {
    const timer = setTimeout(() => giveUp(printer, new Error('the form took too long to print')), most.seconds * 1_000);
    waiting.set(question.number, { resolve, reject, timer });
    printer.ref();
    printer.postMessage(question);
  });
}
