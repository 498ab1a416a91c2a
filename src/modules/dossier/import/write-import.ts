import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import { dayOf, type Moment, toIso } from '#kernel/moment.ts';
import { type Context, getSession } from '#server/context.ts';
import { rulesOn } from '../domain/deadline/rules.ts';
import type { ImportedDossier } from '../domain/import/read-row.ts';
import { nameFold, searchTextOf } from '../domain/search-text.ts';
import { endStates } from '../domain/states.ts';
import { findMoment } from '../queries/dossier-answer.ts';
import type { HeldDossier } from './held.ts';
import type { ImportPlan } from './plan-import.ts';

/** Where a file came from. */
export interface ImportSource {
  readonly name: string;
  /** When the file was made: what it tells holds then. */
  readonly at: string;
}

const atOnce = 1_000;
const text = (at: Moment | null) => (at === null ? null : toIso(at));

/** Takes a file over: new dossiers, changed ones, an act in the journal of each, and the counts. */
export async function writeImport(ctx: Context, plan: ImportPlan, source: ImportSource): Promise<void> {
  for (let from = 0; from < plan.add.length; from += atOnce)
    await addAll(ctx, plan.add.slice(from, from + atOnce), source);
  for (let from = 0; from < plan.change.length; from += atOnce) {
    await changeAll(ctx, plan.change.slice(from, from + atOnce), source);
  }
  await count(ctx, plan);
}

async function addAll(ctx: Context, dossiers: readonly ImportedDossier[], source: ImportSource): Promise<void> {
  const made = dossiers.map((told) => ({ id: ctx.newId(), told }));
  const rows = made.map(({ id, told }) => ({
    ...{
      unit_id: ctx.unitId,
      id,
      code: told.code,
      source: 'imported',
      rules_code: rulesOn(dayOf(told.receivedAt)).version,
    },
    ...{ received_at: text(told.receivedAt), received_on: dayOf(told.receivedAt), recorded_at: ctx.at },
    ...{ received_by_name: source.name, first_due_at: text(told.dueAt), statutory_due_at: text(told.dueAt) },
    ...toldColumns(told, source, { firstDue: told.dueAt, extended: false, owed: false }),
  }));
  const columns = sql.raw(Object.keys(rows[0] ?? {}).join(', '));
  await sql`insert into dossier (${columns}) select ${columns}
    from jsonb_populate_recordset(null::dossier, ${JSON.stringify(rows)}::jsonb)`.execute(ctx.db);
  await journal(
    ctx,
    made.map(({ id, told }) => ({
      id,
      seq: 1,
      from: 'submitted',
      to: told.state,
      before: null,
      after: text(told.dueAt),
    })),
    source,
  );
}

async function changeAll(ctx: Context, changes: ImportPlan['change'], source: ImportSource): Promise<void> {
  const rows = changes.map(({ held, told }) => ({
    id: held.id,
    ...toldColumns(told, source, {
      firstDue: findMoment(held.firstDueAt) ?? told.dueAt,
      extended: held.extended,
      owed: held.apologyOwed,
    }),
    first_due_at: held.firstDueAt ?? text(told.dueAt),
    received_at: text(told.receivedAt),
    received_on: dayOf(told.receivedAt),
  }));
  const names = Object.keys(rows[0] ?? {}).filter((name) => name !== 'id');
  const sets = sql.join(names.map((name) => sql`${sql.ref(name)} = n.${sql.ref(name)}`));
  await sql`update dossier d set ${sets}, version = d.version + 1
    from jsonb_populate_recordset(null::dossier, ${JSON.stringify(rows)}::jsonb) n
    where d.unit_id = ${ctx.unitId} and d.id = n.id`.execute(ctx.db);
  await journal(
    ctx,
    changes.map(({ held, told }) => ({
      ...{ id: held.id, seq: held.seq + 1, from: held.told.state, to: told.state },
      ...{ before: text(held.told.dueAt), after: text(told.dueAt) },
    })),
    source,
  );
}

interface Judged {
  readonly firstDue: Moment | null;
  readonly extended: boolean;
  readonly owed: boolean;
}

/** The columns that a file tells of, and what follows from them. */
function toldColumns(told: ImportedDossier, source: ImportSource, { firstDue, extended, owed }: Judged) {
  const ended = told.endedAt;
  const past = (due: Moment | null) => (ended === null || due === null ? null : ended > due);
  const lateFirst = past(firstDue);
  return {
    ...{ source_name: source.name, source_at: source.at, state: told.state, channel: told.channel },
    ...{ procedure_code: told.procedureCode ?? '', procedure_name: told.procedureName, field: told.field ?? '' },
    ...{
      owner_name: told.ownerName,
      owner_number: told.ownerNumber,
      owner_phone: told.phone,
      owner_address: told.address,
    },
    ...{ summary: told.summary ?? '', holder_name: told.holder ?? '', due_at: text(told.dueAt) },
    ...{ ended_at: text(ended), ended_on: ended === null ? null : dayOf(ended), returned_at: text(told.returnedAt) },
    ...{ late_first: lateFirst, late_current: past(told.dueAt), late_766: lateFirst },
    apology_owed: owed || (lateFirst === true && !extended),
    name_fold: nameFold(told.ownerName),
    fold: searchTextOf({ ownerName: told.ownerName, procedureName: told.procedureName, summary: told.summary ?? '' }),
  };
}

interface JournalRow {
  readonly id: Id;
  readonly seq: number;
  readonly from: string;
  readonly to: string;
  readonly before: string | null;
  readonly after: string | null;
}

async function journal(ctx: Context, rows: readonly JournalRow[], source: ImportSource): Promise<void> {
  if (rows.length === 0) return;
  const of = <T>(pick: (row: JournalRow) => T) => rows.map(pick);
  await sql`insert into dossier_act (unit_id, id, dossier_id, seq, act, from_state, to_state, at, day, recorded_at, by_id,
      by_name, due_before, due_after, note)
    select ${ctx.unitId}::uuid, r.id, r.dossier, r.seq, 'import', r.was, r.becomes, ${source.at}::timestamptz,
      ${ctx.today}::date, ${ctx.at}::timestamptz, ${getSession(ctx).accountId}::uuid, ${getSession(ctx).name}::text, r.before,
      r.after, ${source.name}::text
    from unnest(${of(() => ctx.newId())}::uuid[], ${of(({ id }) => id)}::uuid[], ${of(({ seq }) => seq)}::integer[],
      ${of(({ from }) => from)}::text[], ${of(({ to }) => to)}::text[], ${of(({ before }) => before)}::timestamptz[],
      ${of(({ after }) => after)}::timestamptz[]) as r (id, dossier, seq, was, becomes, before, after)`.execute(ctx.db);
}

/** Counts live dossiers by state where they are now; imported ones belong to no department here. */
async function count(ctx: Context, { add, change }: ImportPlan): Promise<void> {
  const sums = new Map<string, number>();
  const note = (state: HeldDossier['told']['state'], n: number) => {
    if (!endStates.includes(state)) sums.set(state, (sums.get(state) ?? 0) + n);
  };
  for (const { state } of add) note(state, 1);
  for (const { held, told } of change) {
    note(held.told.state, -1);
    note(told.state, 1);
  }
  const rows = [...sums].filter(([, n]) => n !== 0);
  if (rows.length === 0) return;
  const values = rows.map(
    ([state, n]) => sql`(${ctx.unitId}::uuid, ${ctx.newId()}::uuid, ${state}::text, ${n}::integer)`,
  );
  await sql`insert into dossier_count (unit_id, id, state, n) values ${sql.join(values)}`.execute(ctx.db);
}
