import { randomBytes } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { Context } from '#server/context.ts';
import type { FormContents, IssuedKind } from '../domain/forms/form-content.ts';
import { formRegimeOn } from '../domain/forms/form-names.ts';
import { type Series, yearOfSlips } from './counters.ts';

/** A slip to be issued with an act. */
export type SlipDraft = {
  readonly [K in IssuedKind]: { readonly kind: K; readonly content: FormContents[K]; readonly refId?: Id | null };
}[IssuedKind];

/** A slip as issued. */
export interface IssuedSlip {
  readonly id: Id;
  readonly kind: IssuedKind;
  readonly number: number;
}

/** A random token that nobody guesses. */
export function newToken(): string {
  return randomBytes(16).toString('base64url');
}

/** The running number a slip takes: by kind and year. */
export function seriesOfSlip(ctx: Context, { kind }: SlipDraft): Series {
  return { series: `form:${kind}`, day: yearOfSlips(ctx.today) };
}

/** The statement that keeps slips as issued, and what the answer tells of them. */
export function insertSlips(
  ctx: Context,
  dossierId: Id,
  slips: readonly { readonly draft: SlipDraft; readonly number: number }[],
  byName: string,
): { readonly statement: RawBuilder<unknown>; readonly issued: readonly IssuedSlip[] } {
  const issued = slips.map(({ draft, number }) => ({ id: ctx.newId(), kind: draft.kind, number }));
  const rows = slips.map(
    (
      { draft, number },
      index,
    ) => sql`(${ctx.unitId}::uuid, ${issued[index]?.id}::uuid, ${dossierId}::uuid, ${draft.kind}::text,
      ${formRegimeOn(ctx.today)}::text, ${number}::integer, ${Number(ctx.today.slice(0, 4))}::integer, ${ctx.at}::timestamptz,
      ${byName}::text, ${newToken()}::text, ${JSON.stringify(draft.content)}::jsonb, ${draft.refId ?? null}::uuid)`,
  );
  const statement = sql`insert into dossier_form (unit_id, id, dossier_id, kind, regime, number, year, issued_at,
      issued_by_name, token, content, ref_id) values ${sql.join(rows)}`;
  return { statement, issued };
}
