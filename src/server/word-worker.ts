import { parentPort, workerData } from 'node:worker_threads';
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';

/** What a rendering is given and gives. */
export interface WordQuestion {
  readonly template: Uint8Array;
  readonly data: unknown;
}

export type WordAnswer =
  | { readonly kind: 'rendered'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly message: string };

interface Part {
  readonly module?: string;
  readonly value: string;
}

/** A tag that the data does not hold would print "undefined": it is refused instead. */
function refuseMissing(part: Part): string {
  if (part.module === 'rawxml') return '';
  throw new Error(`the template asks for {${part.value}}, which the plan does not give`);
}

function render({ template, data }: WordQuestion): Uint8Array {
  const document = new Docxtemplater(new PizZip(Buffer.from(template)), {
    paragraphLoop: true,
    linebreaks: true,
    nullGetter: refuseMissing,
  });
  document.render(data as Record<string, unknown>);
  return document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' });
}

function answer(): WordAnswer {
  try {
    return { kind: 'rendered', bytes: render(workerData as WordQuestion) };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.postMessage(answer());
