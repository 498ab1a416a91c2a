import type { Id } from '#kernel/brands.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import { readableUses } from '#server/evidence-uses.ts';
import type { Mount } from '#server/module.ts';
import { getEvidence, listEvidence } from '../contract/evidence.ts';
import { mayChange, mayHaveFile } from '../domain/rights.ts';
import { versionsOf } from '../store/file-versions.ts';
import { findReadable, listReadable, type StoredEvidence } from '../store/read-evidence.ts';
import { askingOf, rowOf, verdictOf, versionOf } from './answers.ts';

/** Routes that read evidence. */
export function mountReads(mount: Mount): void {
  mount(listEvidence, async (ctx, { query }) => {
    const { rows, total } = await listReadable(ctx, query);
    return { rows: rows.map(rowOf), total, page: query.page, size: query.size };
  });

  mount(getEvidence, async (ctx, { params }) => {
    const stored = await getReadable(ctx, params.evidenceId);
    const versions = await versionsOf(ctx, stored.id);
    const uses = await readableUses(ctx.db, ctx, stored.id);
    const change = mayChange(stored, askingOf(ctx));
    const file = mayHaveFile(stored);
    return {
      ...rowOf(stored),
      versions: versions.map(versionOf),
      uses: uses.map(({ evidenceId: _, ...use }) => use),
      mayChange: verdictOf(change),
      mayAddFile: verdictOf(change.ok ? file : change),
    };
  });
}

/** What the acting account may read; 404 for anything else, so that nobody learns what exists. */
export async function getReadable(ctx: Context, id: Id): Promise<StoredEvidence> {
  return (await findReadable(ctx, id)) ?? fail('not-found', {}, 404);
}
