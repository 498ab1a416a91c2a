import { findRecordWords } from '#server/act-words.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';

/**
 * Refuses whoever may not read the history of a record: those who may read the log read all; others what the module of
 * the record lets them; records of types that no module names are for readers of the log only.
 */
export async function refuseUnlessReadable(ctx: Context, type: string, recordId: string): Promise<void> {
  if (ctx.may('log.read')) return;
  const words = findRecordWords(type);
  const mayRead =
    words !== undefined && (words.mayRead ? await words.mayRead(ctx, recordId) : ctx.may(words.permission));
  if (!mayRead) fail('history-not-yours', {}, 403);
}
