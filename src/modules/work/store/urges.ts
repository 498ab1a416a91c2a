import { type RawBuilder, sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { Context } from '#server/context.ts';
import type { Signature } from './apply-act.ts';

/** The statement that keeps an urging. */
export function insertUrge(
  ctx: Context,
  given: { readonly id: Id; readonly obligationId: Id; readonly words: string; readonly by: Signature },
): RawBuilder<unknown> {
  return sql`insert into urge (unit_id, id, obligation_id, words, urged_at, urged_by, urged_by_name)
    values (${ctx.unitId}, ${given.id}, ${given.obligationId}, ${given.words}, ${ctx.at}, ${given.by.id}, ${given.by.name})`;
}

/** The statement that keeps the answer to an urging. */
export function answerUrgeRow(ctx: Context, id: Id, answer: string, by: Signature): RawBuilder<unknown> {
  return sql`update urge set answer = ${answer}, answered_at = ${ctx.at}, answered_by_name = ${by.name},
    version = version + 1 where unit_id = ${ctx.unitId} and id = ${id}`;
}
