import type { Context } from '#server/context.ts';
import { exampleProcesses } from '../domain/examples.ts';
import { insertProcesses, insertVersions, type Maker } from '../store.ts';
import { newDraft } from './new-draft.ts';

/** Keeps examples apart from the unit's own processes of the same procedures. */
const exampleCase = 'vi-du';

/**
 * Adds the three example processes of provinces, as drafts that are never put into force, and gives how many were added;
 * those there already stay as they are.
 */
export async function addExampleProcesses(ctx: Context, maker: Maker): Promise<number> {
  const wanted = exampleProcesses.map((example) => ({ ...example, id: ctx.newId(), caseCode: exampleCase }));
  const made = new Set(await insertProcesses(ctx.db, ctx.unitId, ctx.at, wanted));
  const added = wanted.filter((example) => made.has(example.id));
  const drafts = added.map(({ id, body, exampleOf }) =>
    newDraft(ctx, { processId: id, number: 1, source: 'example', body, exampleOf, citation: exampleOf }),
  );
  await insertVersions(ctx.db, ctx.unitId, maker, drafts);
  for (const { id, procedureCode, name } of added)
    ctx.log({ action: 'process.example-added', record: { type: 'process', id }, after: { procedureCode, name } });
  return added.length;
}
