import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Id } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import type { Context } from '#server/context.ts';
import { DocumentRefusal } from '#server/documents/document-refusal.ts';
import type { PlanFile } from '#server/documents/plan-file.ts';
import { readPlanFile } from '#server/documents/read-in-worker.ts';
import type { FileStore } from '#server/files.ts';
import type { LongWork } from '#server/module.ts';
import { findContradictions, issuerOf } from '../domain/contradictions/find-contradictions.ts';
import { openCounts } from '../domain/review/decisions.ts';
import { rebaseEdits } from '../domain/review/rebase-edits.ts';
import { refusalOf } from '../handlers/import-answers.ts';
import { decisionsOf } from '../handlers/review.ts';
import { loadReviewActs, markEdits } from '../store/import-review.ts';
import {
  findImport,
  findImportForWrite,
  type ImportChange,
  type StoredImport,
  setProgress,
  updateImport,
} from '../store/imports.ts';
import { steps } from '../text/words.ts';

/** Which reading of which import. */
export interface ReadingOrder {
  readonly importId: Id;
  readonly reading: number;
}

/**
 * Reads the document of an import and puts the answer where the review begins: what was read, with earlier corrections
 * made again, or why it was refused. Does nothing when the import no longer waits for this reading.
 */
export async function readImport(work: LongWork, files: FileStore, order: ReadingOrder): Promise<void> {
  const waiting = await work.read((ctx) => findImport(ctx.db, ctx.unitId, order.importId));
  if (!isWaiting(waiting, order)) return;
  await work.act(undefined, (ctx) => setProgress(ctx.db, ctx.unitId, order.importId, 10, steps.reading));
  const bytes = await readFile(files.path(work.unitId, waiting.sha256));
  const read = await readPlanFile(bytes, waiting.file_name).catch((error: unknown) => refusalFrom(error));
  if ('refused' in read) {
    await work.act(`refused-${order.reading}`, (ctx) => refuse(ctx, order, read));
    return;
  }
  await work.act(undefined, (ctx) => setProgress(ctx.db, ctx.unitId, order.importId, 80, steps.saving));
  const packed = gzipSync(JSON.stringify(read.document));
  await work.act(`read-${order.reading}`, (ctx) => takeReading(ctx, order, read, packed));
}

interface Refused {
  readonly refused: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A refusal of the document; any other error of the reading is told as one (and kept), so that nobody waits for ever. */
function refusalFrom(error: unknown): Refused {
  if (error instanceof DocumentRefusal) return { refused: error.code, params: error.params };
  return { refused: 'import-failed', params: { fault: shortened(String(error)) } };
}

function isWaiting(stored: StoredImport | undefined, order: ReadingOrder): stored is StoredImport {
  return stored !== undefined && stored.state === 'reading' && stored.readings === order.reading;
}

async function refuse(ctx: Context, order: ReadingOrder, { refused, params }: Refused): Promise<void> {
  const stored = await findImportForWrite(ctx.db, ctx.unitId, order.importId);
  if (!isWaiting(stored, order)) return;
  await updateImport(ctx.db, ctx.unitId, order.importId, {
    state: 'refused',
    progress: 100,
    step: null,
    refusal_code: refused,
    refusal_params: JSON.stringify(params),
  });
  const message = refusalOf({ refusal_code: refused, refusal_params: params })?.message ?? '';
  ctx.log({
    action: 'plan-import.refused',
    record: { type: 'plan-import', id: order.importId },
    after: { refusal: message },
  });
  ctx.publish('plan-import.refused', { importId: order.importId });
  tell(ctx, stored, 'plan.import-refused', { fileName: shortened(stored.file_name), message: shortened(message) });
}

async function takeReading(ctx: Context, order: ReadingOrder, file: PlanFile, packed: Buffer): Promise<void> {
  const stored = await findImportForWrite(ctx.db, ctx.unitId, order.importId);
  if (!isWaiting(stored, order)) return;
  const acts = await loadReviewActs(ctx.db, ctx.unitId, order.importId);
  const { reading, left } = rebaseEdits(file.reading, acts.edits);
  const contradictions =
    acts.edits.length === 0 ? file.contradictions : findContradictions(reading, issuerOf(reading), file.document.lines);
  const open = openCounts(contradictions, new Set(decisionsOf(acts).map((one) => one.key)));
  const settled = new Set(acts.lines.map((one) => one.line));
  const change: ImportChange = {
    state: 'review',
    progress: 100,
    step: null,
    format: file.document.format,
    document: packed,
    line_count: file.document.lines.length,
    original: JSON.stringify(file.reading),
    reading: JSON.stringify(reading),
    doubts: JSON.stringify(contradictions),
    blocking_count: open.blocking,
    open_count: open.all,
    unread_count: reading.unread.filter((one) => !settled.has(one.line)).length,
    title: reading.title,
    year: reading.year,
    issuer: reading.issuer,
    fold: fold(`${stored.file_name} ${reading.title} ${reading.issuer}`),
  };
  await updateImport(ctx.db, ctx.unitId, order.importId, change);
  if (acts.edits.length > 0) await markEdits(ctx.db, ctx.unitId, order.importId, left);
  ctx.log({
    action: 'plan-import.read',
    record: { type: 'plan-import', id: order.importId },
    after: {
      title: reading.title,
      year: reading.year,
      tasks: reading.appendices.reduce((sum, appendix) => sum + appendix.tasks.length, 0),
      targets: reading.targets.length,
    },
  });
  ctx.publish('plan-import.read', { importId: order.importId });
  tell(ctx, stored, 'plan.import-read', { fileName: shortened(stored.file_name), open: open.all });
}

function shortened(text: string): string {
  return text.length > 480 ? `${text.slice(0, 479)}…` : text;
}

/** Tells who began the import how it went. */
function tell(
  ctx: Context,
  stored: StoredImport,
  kind: string,
  params: Readonly<Record<string, string | number>>,
): void {
  if (stored.created_by === null) return;
  ctx.publish('notification.wanted', {
    kind,
    accountIds: [stored.created_by],
    record: { type: 'plan-import', id: stored.id },
    params,
    once: `${stored.id}:${stored.readings}`,
  });
}
