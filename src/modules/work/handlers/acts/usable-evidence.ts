import type { Id } from '#kernel/brands.ts';
import { type Evidence, getUsable } from '#modules/evidence/queries.ts';
import type { Context } from '#server/context.ts';
import { AppError, fail } from '#server/errors.ts';

/** The evidence that is to be linked; refuses, in the words of this module, what the person may not read. */
export async function usableEvidence(ctx: Context, ids: readonly Id[]): Promise<Evidence[]> {
  try {
    return await getUsable(ctx, ids);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') fail('work-evidence-unknown', {}, 404);
    throw error;
  }
}

/** What people call a piece of evidence. */
export function nameOfEvidence({ kind, number, symbol, title }: Evidence): string {
  return kind === 'document' ? `văn bản số ${number}/${symbol}` : `“${title}”`;
}
