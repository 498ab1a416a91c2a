import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { Term } from '#kernel/term.ts';
import type { Context } from '#server/context.ts';
import type { Counting, PauseKind } from '../domain/deadline/types.ts';
import type { TimeFacts } from '../domain/project.ts';
import type { DossierState } from '../domain/states.ts';
import { findMoment, getMoment } from '../queries/dossier-answer.ts';

/** An open dossier with all that its dates follow from, its row locked. */
export interface OpenDossier {
  readonly id: Id;
  readonly state: DossierState;
  readonly stepNo: number | null;
  readonly seq: number;
  readonly firstDueAt: string | null;
  readonly statutoryDueAt: string | null;
  readonly dueAt: string | null;
  readonly facts: TimeFacts;
}

interface Row extends Omit<OpenDossier, 'facts'> {
  readonly unit: Term['unit'];
  readonly milli: number;
  readonly counting: Counting;
  readonly rulesCode: string;
  readonly receivedAt: string;
  readonly pauses: readonly { kind: PauseKind; from: string; to: string | null; basis: string; restarts: boolean }[];
  readonly extensions: readonly { id: string; at: string; due: string }[];
}

/** The ids of all dossiers whose dates may still move, in their order; a million dossiers have some ten thousands open. */
export async function listOpen(ctx: Context, after: Id | null): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select id from dossier where unit_id = ${ctx.unitId} and live and term_unit is not null and ended_at is null
      ${after === null ? sql`` : sql`and id > ${after}`} order by id`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

/** Locks these dossiers, those that are still open, and reads what their dates follow from. */
export async function lockOpen(ctx: Context, ids: readonly Id[]): Promise<OpenDossier[]> {
  const { rows } = await sql<Row>`
    select d.id, d.state, d.step_no as "stepNo", d.first_due_at as "firstDueAt", d.statutory_due_at as "statutoryDueAt",
      d.due_at as "dueAt", d.term_unit as unit, d.term_milli as milli, d.counting, d.rules_code as "rulesCode",
      d.received_at as "receivedAt", (select max(a.seq) from dossier_act a
        where a.unit_id = d.unit_id and a.dossier_id = d.id) as seq,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', p.kind, 'from', p.from_at, 'to', p.to_at, 'basis', p.basis,
          'restarts', p.restarts) order by p.from_at), '[]')
        from dossier_pause p where p.unit_id = d.unit_id and p.dossier_id = d.id) as pauses,
      (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'at', x.signed_at, 'due', x.due_after)), '[]')
        from dossier_extension x where x.unit_id = d.unit_id and x.dossier_id = d.id and x.kind = 'extension'
          and x.state = 'issued') as extensions
    from dossier d where d.unit_id = ${ctx.unitId} and d.id = any(${[...ids]}::uuid[]) and d.live and d.ended_at is null
    order by d.id for update of d`.execute(ctx.db);
  return rows.map(({ unit, milli, counting, rulesCode, receivedAt, pauses, extensions, ...row }) => ({
    ...row,
    facts: {
      term: { unit, milli },
      counting,
      rulesCode,
      receivedAt: getMoment(receivedAt),
      pauses: pauses.map((pause) => ({ ...pause, from: getMoment(pause.from), to: findMoment(pause.to) })),
      extensions: extensions.map(({ id, at, due }) => ({
        decidedAt: getMoment(at),
        newDue: getMoment(due),
        apology: id,
      })),
      endedAt: null,
    },
  }));
}
