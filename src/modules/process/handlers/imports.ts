import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount, Services } from '#server/module.ts';
import { readSheetWithMerges } from '#server/read-sheet.ts';
import { acceptProcessImport, previewProcessImport, readProcessSheetFile } from '../contract/imports.ts';
import { type Matched, matchImport } from '../queries/import-changes.ts';
import { insertProcesses, insertVersions, saveDraft } from '../store.ts';
import { makerOf, newDraft } from './new-draft.ts';

/** Reading a sheet, comparing what was read of it, and taking it in as drafts. */
export function mountImports(mount: Mount, { files }: Services): void {
  mount(readProcessSheetFile, async (ctx) => {
    if (!ctx.file) fail('file-missing');
    return await readSheetWithMerges(files.path(ctx.unitId, ctx.file.sha256));
  });

  mount(previewProcessImport, async (ctx, { body }) => {
    const matched = await matchImport(ctx.db, ctx.unitId, ctx.today, body.processes);
    return { changes: matched.map(changeOf) };
  });

  mount(acceptProcessImport, async (ctx, { body: { processes, citation } }) => {
    const matched = await matchImport(ctx.db, ctx.unitId, ctx.today, processes);
    const of = (outcome: Matched['outcome']) => matched.filter((one) => one.outcome === outcome);
    const [added, changed] = [of('added'), of('changed')];
    if (changed.some((one) => one.before?.source === 'example')) fail('process-example', {}, 409);
    await addNew(ctx, added, citation);
    await changeDrafts(ctx, changed, citation);
    const counts = { added: added.length, changed: changed.length, same: of('same').length };
    if (counts.added + counts.changed > 0) {
      const after = { citation, codes: [...added, ...changed].map((one) => one.imported.procedureCode), ...counts };
      ctx.log({ action: 'process.imported', record: { type: 'process-import', id: ctx.newId() }, after });
    }
    return counts;
  });
}

function changeOf({ imported, before, outcome }: Matched) {
  const { procedureCode, caseCode } = imported;
  if (!before) return { procedureCode, caseCode, outcome, before: null };
  const { id, number, state, steps, links, declared } = before;
  return {
    procedureCode,
    caseCode,
    outcome,
    before: { versionId: id, number, state, steps: steps.map(asSent), links: [...links], declared },
  };
}

/** The contract's own type of a norm leaves out "immediate", which no stored step has. */
function asSent<Step extends Matched['body']['steps'][number]>(step: Step) {
  const { norm } = step;
  return { ...step, norm: norm && norm.unit !== 'immediate' ? { unit: norm.unit, milli: norm.milli } : null };
}

async function addNew(ctx: Context, added: readonly Matched[], citation: string): Promise<void> {
  const made = added.map(({ imported, body }) => ({ ...imported, body, id: ctx.newId() }));
  const ids = await insertProcesses(ctx.db, ctx.unitId, ctx.at, made);
  if (ids.length < made.length) fail('busy', {}, 503);
  const drafts = made.map(({ id, body }) =>
    newDraft(ctx, { processId: id, number: 1, source: 'table', body, citation }),
  );
  await insertVersions(ctx.db, ctx.unitId, makerOf(ctx), drafts);
}

/** A draft is written anew; what is in force gets a draft after it. */
async function changeDrafts(ctx: Context, changed: readonly Matched[], citation: string): Promise<void> {
  const fresh = changed.filter((one) => one.before?.state !== 'draft');
  const drafts = fresh.flatMap(({ processId, newestNumber, body }) =>
    processId ? [newDraft(ctx, { processId, number: newestNumber + 1, source: 'table', body, citation })] : [],
  );
  await insertVersions(ctx.db, ctx.unitId, makerOf(ctx), drafts);
  for (const { before, body } of changed) {
    if (before?.state !== 'draft') continue;
    const saved = { body, citation: citation || before.citation, note: before.note };
    if (!(await saveDraft(ctx.db, ctx.unitId, before.id, before.version, saved))) fail('stale-version', {}, 409);
  }
}
