import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import { loadStaffedDay } from '#modules/org/queries.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { FormPerson } from '../domain/forms/form-content.ts';
import { readerOf, visible } from '../visible.ts';

/** What other modules ask of a dossier that they add something to. */
export interface ReadableDossier {
  readonly id: Id;
  readonly code: string | null;
  readonly procedureVersionId: Id | null;
  readonly procedureName: string;
  readonly summary: string;
  readonly channel: 'counter' | 'postal' | 'online';
  readonly caseCode: string;
  /** The dossier whose wrong result this one mends at no cost; null otherwise. */
  readonly correctsId: Id | null;
  readonly owner: FormPerson;
  readonly submitter: (FormPerson & { readonly paper: string }) | null;
}

/** A dossier that the person who asks may read; 404 for any other. */
export async function getReadableDossier(ctx: Context, id: Id): Promise<ReadableDossier> {
  const reader = readerOf(ctx, await loadStaffedDay(ctx.db, ctx.unitId, ctx.today));
  const { rows } = await sql<ReadableDossier>`
    select d.id, d.code, d.procedure_version_id as "procedureVersionId", d.procedure_name as "procedureName", d.summary,
      d.channel, d.case_code as "caseCode", d.corrects_id as "correctsId", d.submitter,
      jsonb_build_object('name', d.owner_name, 'number', d.owner_number, 'address', d.owner_address,
        'phone', d.owner_phone, 'email', d.owner_email) as owner
    from dossier d where d.unit_id = ${ctx.unitId} and d.id = ${id} and ${visible(reader)}`.execute(ctx.db);
  return rows[0] ?? fail('not-found', {}, 404);
}
