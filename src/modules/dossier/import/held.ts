import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { Context } from '#server/context.ts';
import type { ImportedDossier } from '../domain/import/read-row.ts';
import type { DossierState } from '../domain/states.ts';
import { findMoment, getMoment } from '../queries/dossier-answer.ts';

/** A dossier held under a code that a file names. */
export interface HeldDossier {
  readonly id: Id;
  readonly source: 'own' | 'imported';
  readonly seq: number;
  readonly firstDueAt: string | null;
  readonly extended: boolean;
  readonly apologyOwed: boolean;
  /** As the last file told it. */
  readonly told: ImportedDossier;
}

interface Row {
  id: Id;
  source: 'own' | 'imported';
  seq: number | null;
  firstDueAt: string | null;
  extended: boolean;
  apologyOwed: boolean;
  code: string;
  procedureCode: string;
  procedureName: string;
  field: string;
  ownerName: string;
  ownerNumber: string | null;
  phone: string | null;
  address: string | null;
  summary: string;
  receivedAt: string;
  dueAt: string | null;
  endedAt: string | null;
  returnedAt: string | null;
  state: DossierState;
  channel: ImportedDossier['channel'];
  holder: string;
}

/** What is held under these codes, locked for the act. */
export async function heldByCode(ctx: Context, codes: readonly string[]): Promise<ReadonlyMap<string, HeldDossier>> {
  const { rows } = await sql<Row>`
    select d.id, d.source, d.code, d.first_due_at as "firstDueAt", d.extended, d.apology_owed as "apologyOwed",
      d.procedure_code as "procedureCode", d.procedure_name as "procedureName", d.field, d.owner_name as "ownerName",
      d.owner_number as "ownerNumber", d.owner_phone as phone, d.owner_address as address, d.summary,
      d.received_at as "receivedAt", d.due_at as "dueAt", d.ended_at as "endedAt", d.returned_at as "returnedAt", d.state,
      d.channel, d.holder_name as holder,
      (select max(a.seq) from dossier_act a where a.unit_id = d.unit_id and a.dossier_id = d.id) as seq
    from dossier d where d.unit_id = ${ctx.unitId} and d.code = any(${[...codes]}::text[])
    order by d.id for update of d`.execute(ctx.db);
  return new Map(rows.map((row) => [row.code, heldOf(row)]));
}

function heldOf({ id, source, seq, firstDueAt, extended, apologyOwed, ...row }: Row): HeldDossier {
  const told = {
    ...row,
    procedureCode: row.procedureCode || null,
    field: row.field || null,
    summary: row.summary || null,
    holder: row.holder || null,
    receivedAt: getMoment(row.receivedAt),
    dueAt: findMoment(row.dueAt),
    endedAt: findMoment(row.endedAt),
    returnedAt: findMoment(row.returnedAt),
  };
  return { id, source, seq: seq ?? 0, firstDueAt, extended, apologyOwed, told };
}
