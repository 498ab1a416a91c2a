import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** One document to be printed: which template below `templates/`, with what. */
export interface TypstQuestion {
  readonly number: number;
  readonly template: string;
  readonly data: string;
  /** Seconds since 1970, said in the document. */
  readonly at: number;
}

export type TypstAnswer =
  | { readonly number: number; readonly kind: 'printed'; readonly pdf: Uint8Array }
  | { readonly number: number; readonly kind: 'failed'; readonly message: string };

const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];

/** The letters come with the product, so that a slip looks the same on every machine. */
function fonts(): Buffer[] {
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));
  return faces.map((face) => readFileSync(join(folder, face, `Tinos_${face}.ttf`)));
}

const workspace = fileURLToPath(new URL('../../templates', import.meta.url));
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts() }] });

function print({ number, template, data, at }: TypstQuestion): TypstAnswer {
  const compiled = compiler.compile({ mainFilePath: join(workspace, template), inputs: { data } });
  if (!compiled.result) {
    const shown = compiled.takeDiagnostics()?.shortDiagnostics ?? [];
    return { number, kind: 'failed', message: `${template}: ${JSON.stringify(shown)}` };
  }
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'a-2b', creationTimestamp: at });
  compiler.evictCache(10);
  return { number, kind: 'printed', pdf: Uint8Array.from(pdf) };
}

function answer(question: TypstQuestion): TypstAnswer {
  try {
    return print(question);
  } catch (error) {
    return { number: question.number, kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (question: TypstQuestion) => parentPort?.postMessage(answer(question)));
