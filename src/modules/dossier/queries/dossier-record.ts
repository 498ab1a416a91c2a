import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { TermUnit } from '#kernel/term.ts';
import type { DossierState, WaitsFor } from '../domain/states.ts';

/** What lists read of a dossier. Instants are text as the database gives them. */
export interface DossierRecord {
  readonly id: Id;
  readonly version: number;
  readonly code: string | null;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly field: string;
  readonly ownerName: string;
  readonly ownerNumber: string | null;
  readonly state: DossierState;
  readonly live: boolean;
  readonly waitsFor: WaitsFor | null;
  readonly stepName: string;
  readonly stepDueAt: string | null;
  readonly holderName: string;
  readonly departmentId: Id | null;
  readonly receivedAt: string;
  readonly termUnit: TermUnit | null;
  readonly firstDueAt: string | null;
  readonly statutoryDueAt: string | null;
  readonly dueAt: string | null;
  readonly answerDueAt: string | null;
  readonly endedAt: string | null;
  readonly lateFirst: boolean | null;
  readonly lateCurrent: boolean | null;
  readonly extended: boolean;
  readonly apologyOwed: boolean;
  readonly digitised: boolean;
  readonly source: 'own' | 'imported';
  readonly sourceName: string | null;
  readonly sourceAt: string | null;
}

/** Columns of a `DossierRecord`, of dossiers `d`. */
export const recordColumns = sql`d.id, d.version, d.code, d.procedure_code as "procedureCode",
  d.procedure_name as "procedureName", d.field, d.owner_name as "ownerName", d.owner_number as "ownerNumber", d.state, d.live,
  d.waits_for as "waitsFor", d.step_name as "stepName", d.step_due_at as "stepDueAt", d.holder_name as "holderName",
  d.department_id as "departmentId", d.received_at as "receivedAt", d.term_unit as "termUnit",
  d.first_due_at as "firstDueAt", d.statutory_due_at as "statutoryDueAt", d.due_at as "dueAt",
  d.answer_due_at as "answerDueAt", d.ended_at as "endedAt", d.late_first as "lateFirst", d.late_current as "lateCurrent",
  d.extended, d.apology_owed as "apologyOwed", d.digitised, d.source, d.source_name as "sourceName",
  d.source_at as "sourceAt"`;
