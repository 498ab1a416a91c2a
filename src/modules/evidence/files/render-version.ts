import { readFile } from 'node:fs/promises';
import type { Id } from '#kernel/brands.ts';
import { DocumentRefusal } from '#server/documents/document-refusal.ts';
import { renderOffice } from '#server/documents/render-office.ts';
import type { FileStore } from '#server/files.ts';
import type { LongWork } from '#server/module.ts';
import { mayOpenFile } from '../domain/rights.ts';
import { isRendered } from '../domain/viewable.ts';
import { findVersion } from '../store/file-versions.ts';
import { findRendering, type Rendering, storeRendering } from '../store/rendering.ts';

/** Makes text and tables of a Word or Excel file that may be opened, once for its bytes. */
export async function renderVersion(
  files: FileStore,
  work: LongWork,
  payload: Readonly<Record<string, unknown>>,
): Promise<void> {
  const waiting = await work.read(async (ctx) => {
    const version = await findVersion(ctx, payload.evidenceId as Id, Number(payload.number));
    if (!version || !isRendered(version.mediaType) || !mayOpenFile(version.scan).ok) return undefined;
    return (await findRendering(ctx, version.sha256)) ? undefined : version;
  });
  if (!waiting) return;
  const made = await rendered(files.path(work.unitId, waiting.sha256), waiting.name);
  await work.act(undefined, (ctx) => storeRendering(ctx, waiting.sha256, made));
}

/** Whatever cannot be read is for saving and opening elsewhere. */
async function rendered(path: string, name: string): Promise<Rendering> {
  try {
    return { state: 'ready', content: await renderOffice(await readFile(path), name) };
  } catch (error) {
    const refusal = error instanceof DocumentRefusal ? error.code : String(error).slice(0, 300);
    return { state: 'refused', refusal };
  }
}
