import { gunzipSync } from 'node:zlib';
import type { Id } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import {
  discardImport,
  getImport,
  getImportDocument,
  getImportProgress,
  listImports,
  readAgain,
  startImport,
} from '../contract/imports.ts';
import type { SourceDocument } from '../domain/source-document.ts';
import { listIssuedOfYear } from '../queries/plan-heads.ts';
import { loadReviewActs } from '../store/import-review.ts';
import {
  findDocument,
  findImport,
  findImportHead,
  findImportOfFile,
  listImportsOf,
  type StoredImport,
  updateImport,
} from '../store/imports.ts';
import { beginImport, queueReading } from './begin-import.ts';
import { importHeadOf, refusalOf, reviewOf } from './import-answers.ts';
import { getImportAt } from './review.ts';

/** Routes of an import but for those that change what was read. */
export function mountImports(mount: Mount): void {
  mount(startImport, async (ctx) => {
    if (!ctx.file) fail('file-missing');
    const { sha256 } = ctx.file;
    const earlier = await findImportOfFile(ctx.db, ctx.unitId, sha256);
    const begun = earlier ? undefined : await beginImport(ctx);
    if (begun) return begun;
    const known = earlier ?? (await findImportOfFile(ctx.db, ctx.unitId, sha256)) ?? fail('busy', {}, 503);
    const again = { id: known.id as Id, again: true };
    if (known.state !== 'refused') return { ...again, state: known.state, version: known.version };
    return { ...again, state: 'reading' as const, version: await queueReading(ctx, known) };
  });

  mount(listImports, async (ctx, { query }) => {
    const { rows, total } = await listImportsOf(ctx.db, ctx.unitId, { ...query, folded: fold(query.q ?? '') });
    return {
      rows: rows.map((row) => importHeadOf(row)),
      total,
      page: query.page,
      size: query.size,
    };
  });

  mount(getImport, async (ctx, { params }) => {
    const stored = await getStored(ctx, params.importId);
    const acts = await loadReviewActs(ctx.db, ctx.unitId, params.importId);
    const plans = stored.year === null ? [] : await listIssuedOfYear(ctx.db, ctx.unitId, stored.year);
    return reviewOf(stored, acts, plans);
  });

  mount(getImportProgress, async (ctx, { params }) => {
    const stored = await findImportHead(ctx.db, ctx.unitId, params.importId);
    if (!stored) fail('not-found', {}, 404);
    const { state, progress, step, version } = stored;
    return { state, progress, step, version, refusal: refusalOf(stored) };
  });

  mount(getImportDocument, async (ctx, { params, query }) => {
    const packed = await findDocument(ctx.db, ctx.unitId, params.importId);
    if (!packed) fail('not-found', {}, 404);
    return pageOfDocument(JSON.parse(gunzipSync(packed).toString('utf8')) as SourceDocument, query);
  });

  mount(readAgain, async (ctx, { params, body }) => {
    const stored = await getImportAt(ctx, params.importId, body.version);
    if (stored.state === 'reading') fail('import-still-reading', {}, 409);
    if (stored.state !== 'review' && stored.state !== 'refused') fail('import-not-reviewed', {}, 409);
    const version = await queueReading(ctx, stored);
    ctx.log({ action: 'plan-import.read-again', record: { type: 'plan-import', id: stored.id } });
    return { id: params.importId, version, state: 'reading' as const, open: importHeadOf(stored).open };
  });

  mount(discardImport, async (ctx, { params, body }) => {
    const stored = await getImportAt(ctx, params.importId, body.version);
    if (stored.state === 'accepted' || stored.state === 'discarded') fail('import-not-reviewed', {}, 409);
    const version = await updateImport(ctx.db, ctx.unitId, params.importId, {
      state: 'discarded',
      refusal_code: null,
    });
    ctx.log({
      action: 'plan-import.discarded',
      record: { type: 'plan-import', id: stored.id },
      before: { state: stored.state },
      after: { state: 'discarded' },
      ...(body.reason === undefined ? {} : { reason: body.reason }),
    });
    return { id: params.importId, version, state: 'discarded' as const, open: importHeadOf(stored).open };
  });
}

async function getStored(ctx: Context, id: Id): Promise<StoredImport> {
  const stored = await findImport(ctx.db, ctx.unitId, id);
  if (!stored) fail('not-found', {}, 404);
  return stored;
}

/** Some lines of a document, and the blocks that begin among them. */
function pageOfDocument(document: SourceDocument, { from, size }: { readonly from: number; readonly size: number }) {
  const starts = (lines: readonly number[]) => {
    const first = lines[0];
    return first !== undefined && first >= from && first < from + size;
  };
  return {
    format: document.format,
    total: document.lines.length,
    from,
    lines: document.lines.slice(from, from + size).map(({ box: _, ...line }) => line),
    blocks: document.blocks
      .filter((block) =>
        starts(block.kind === 'paragraph' ? block.lines : block.cells.flatMap((cell) => [...cell.lines])),
      )
      .map((block) =>
        block.kind === 'paragraph'
          ? { ...block, lines: [...block.lines] }
          : { ...block, cells: block.cells.map((cell) => ({ ...cell, lines: [...cell.lines] })) },
      ),
  };
}
