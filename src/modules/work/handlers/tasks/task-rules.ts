import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';

/** Nothing is given out with a day that is past. */
export function obeyDue(ctx: Context, outputs: readonly { readonly due: PlainDate }[]): void {
  if (outputs.some((one) => one.due < ctx.today)) fail('work-due-past', { today: formatDate(ctx.today) }, 409);
}

/** A field must be one of reform. */
export async function obeyField(ctx: Context, code: string | undefined): Promise<void> {
  if (code === undefined) return;
  const known = await ctx.db.selectFrom('plan_field').select('code').where('code', '=', code).executeTakeFirst();
  if (!known) fail('plan-field-unknown', {}, 409);
}
