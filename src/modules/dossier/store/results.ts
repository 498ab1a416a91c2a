import { type RawBuilder, sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#server/context.ts';
import { newToken } from './forms.ts';

/** A result or decision as it is signed. */
export interface NewResult {
  readonly id: Id;
  readonly dossierId: Id;
  readonly kind: 'electronic' | 'scan' | 'paper';
  readonly negative: boolean;
  readonly title: string;
  readonly number: string | null;
  readonly signer: string;
  readonly resultCode: string | null;
  readonly validUntil: PlainDate | null;
  readonly evidenceId: Id | null;
}

/** The statement that keeps a result, signed today. */
export function insertResult(ctx: Context, one: NewResult): RawBuilder<unknown> {
  return sql`insert into dossier_result (unit_id, id, dossier_id, kind, negative, title, number, signed_on, signer,
      result_code, valid_until, evidence_id, token, made_at, made_by_name, signed_file_at)
    values (${ctx.unitId}, ${one.id}, ${one.dossierId}, ${one.kind}, ${one.negative}, ${one.title}, ${one.number},
      ${ctx.today}, ${one.signer}, ${one.resultCode}, ${one.validUntil}, ${one.evidenceId}, ${newToken()}, ${ctx.at},
      ${one.signer}, ${one.kind === 'electronic' && one.evidenceId !== null ? ctx.at : null})`;
}

/** The statement after which the result of a dossier stands no more. */
export function voidResult(ctx: Context, dossierId: Id): RawBuilder<unknown> {
  return sql`update dossier_result set voided_at = ${ctx.at}, version = version + 1
    where unit_id = ${ctx.unitId} and dossier_id = ${dossierId} and voided_at is null`;
}

/** The statement that gives a result its number. */
export function numberResult(ctx: Context, id: Id, number: string): RawBuilder<unknown> {
  return sql`update dossier_result set number = ${number}, version = version + 1
    where unit_id = ${ctx.unitId} and id = ${id}`;
}
