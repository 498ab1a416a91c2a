import { gunzipSync, gzipSync } from 'node:zlib';
import type { Context } from '#server/context.ts';
import type { RenderedFile } from '../domain/rendered-file.ts';

export type Rendering =
  | { readonly state: 'ready'; readonly content: RenderedFile }
  | { readonly state: 'refused'; readonly refusal: string };

/** What was made of some bytes; undefined while nothing was. */
export async function findRendering(
  ctx: Pick<Context, 'db' | 'unitId'>,
  sha256: string,
): Promise<Rendering | undefined> {
  const row = await ctx.db
    .selectFrom('file_rendering')
    .select(['content', 'refusal'])
    .where('unit_id', '=', ctx.unitId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.content === null) return { state: 'refused', refusal: row.refusal ?? '' };
  return { state: 'ready', content: JSON.parse(gunzipSync(row.content as Buffer).toString('utf8')) as RenderedFile };
}

/** Keeps what was made of some bytes. */
export async function storeRendering(ctx: Context, sha256: string, made: Rendering): Promise<void> {
  await ctx.db
    .insertInto('file_rendering')
    .values({
      unit_id: ctx.unitId,
      sha256,
      state: made.state,
      content: made.state === 'ready' ? gzipSync(JSON.stringify(made.content)) : null,
      refusal: made.state === 'refused' ? made.refusal : null,
    })
    .onConflict((conflict) => conflict.columns(['unit_id', 'sha256']).doNothing())
    .execute();
}
