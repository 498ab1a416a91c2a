import type { ScanAnswer } from '#server/clamd.ts';
import type { Context } from '#server/context.ts';

/** Keeps what the scanner said of some bytes; what was said first stays. */
export async function storeScan(ctx: Context, sha256: string, answer: ScanAnswer): Promise<void> {
  await ctx.db
    .insertInto('file_scan')
    .values({
      unit_id: ctx.unitId,
      sha256,
      state: answer.state,
      found: answer.state === 'infected' ? answer.found : null,
      at: ctx.at,
    })
    .onConflict((conflict) => conflict.columns(['unit_id', 'sha256']).doNothing())
    .execute();
}
