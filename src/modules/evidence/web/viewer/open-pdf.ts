import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.mjs?url';

GlobalWorkerOptions.workerSrc = workerAddress;

/** Opens a PDF by its address; only the parts that are looked at are fetched. `close` lets go of it. */
export function openPdf(address: string): { readonly opened: Promise<PDFDocumentProxy>; readonly close: () => void } {
  const task = getDocument({ url: address, disableAutoFetch: true, rangeChunkSize: 262_144, useWasm: false });
  return { opened: task.promise, close: () => void task.destroy() };
}
