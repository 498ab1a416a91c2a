import { parentPort, workerData } from 'node:worker_threads';
import type { RenderedFile } from '#modules/evidence/domain/rendered-file.ts';
import { answerOf, type ThreadQuestion } from './ask-thread.ts';
import { readDocx } from './docx/read-docx.ts';
import { openZip } from './docx/zip-archive.ts';
import { renderDocument } from './render/render-document.ts';
import { renderWorkbook } from './render/render-workbook.ts';

/** What of a workbook may be unpacked: its reader keeps all of it in memory. */
const mostWorkbookBytes = 48 * 1024 * 1024;

async function renderOffice({ bytes }: ThreadQuestion): Promise<RenderedFile> {
  const zip = await openZip(bytes);
  if (!zip.names.some((name) => /^xl\/workbook/.test(name))) return renderDocument(await readDocx(zip));
  await openZip(bytes, mostWorkbookBytes);
  return renderWorkbook(bytes);
}

const question: ThreadQuestion = workerData;
parentPort?.postMessage(await answerOf(() => renderOffice(question)));
