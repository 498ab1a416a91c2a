import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import { moment, toIso } from '#kernel/moment.ts';
import type { Context } from '#server/context.ts';
import { findSigns, type Sign } from './find-signs.ts';

const dayMs = 86_400_000;
const overlapMs = 2 * dayMs;

/** Looks at what was done since the last look, a little further back for what came late, and keeps what it finds. */
export async function scanDossiers(ctx: Context): Promise<number> {
  const { rows } = await sql<{ since: string | null }>`
    select max(found_at) as since from dossier_finding where unit_id = ${ctx.unitId}`.execute(ctx.db);
  const last = rows[0]?.since;
  const since = toIso(moment(last ? Date.parse(last) - overlapMs : 0));
  const signs = await findSigns(ctx, since);
  await keep(ctx, signs);
  return signs.length;
}

async function keep(ctx: Context, signs: readonly Sign[]): Promise<void> {
  if (signs.length === 0) return;
  const of = <T>(pick: (sign: Sign) => T) => signs.map(pick);
  await sql`insert into dossier_finding (unit_id, id, dossier_id, kind, found_at, day, facts)
    select ${ctx.unitId}::uuid, s.id, s.dossier, s.kind, ${ctx.at}::timestamptz, ${ctx.today}::date, s.facts
    from unnest(${of(() => ctx.newId())}::uuid[], ${of((sign) => sign.dossierId)}::uuid[],
      ${of((sign) => sign.kind)}::text[], ${of((sign) => JSON.stringify(sign.facts))}::jsonb[])
      as s (id, dossier, kind, facts)
    on conflict (unit_id, dossier_id, kind) do nothing`.execute(ctx.db);
  const counts = Object.fromEntries([...new Set(of((sign) => sign.kind))].map((kind) => [kind, countOf(signs, kind)]));
  ctx.log({ action: 'dossier.watched', record: { type: 'dossier-watch', id: ctx.today }, after: counts });
}

function countOf(signs: readonly Sign[], kind: string): number {
  return signs.filter((sign) => sign.kind === kind).length;
}

const mostOwed = 5_000;

interface Late {
  readonly id: Id;
  readonly seq: number;
  readonly state: string;
  readonly step: number | null;
  readonly due: string;
}

/** Running dossiers whose date passed without an apology are owed one from now on: noted in their journal, never hidden. */
export async function noteLate(ctx: Context): Promise<void> {
  const { rows } = await sql<Late>`
    select d.id, d.state, d.step_no as step, d.due_at as due, (select max(a.seq) from dossier_act a
      where a.unit_id = d.unit_id and a.dossier_id = d.id) as seq
    from dossier d where d.unit_id = ${ctx.unitId} and d.timed and d.due_at < ${ctx.at} and not d.apology_owed
      and not exists (select from dossier_extension x where x.unit_id = d.unit_id and x.dossier_id = d.id
        and x.kind = 'apology-only' and x.state = 'issued')
    order by d.due_at, d.id limit ${mostOwed} for update of d skip locked`.execute(ctx.db);
  if (rows.length === 0) return;
  const of = <T>(pick: (late: Late) => T) => rows.map(pick);
  await sql`update dossier set apology_owed = true, version = version + 1
    where unit_id = ${ctx.unitId} and id = any(${of(({ id }) => id)}::uuid[])`.execute(ctx.db);
  await sql`insert into dossier_act (unit_id, id, dossier_id, seq, act, from_state, to_state, at, day, recorded_at, by_name,
      from_step, to_step, due_before, due_after)
    select ${ctx.unitId}::uuid, s.id, s.dossier, s.seq, 'late-without-apology', s.state, s.state, ${ctx.at}::timestamptz,
      ${ctx.today}::date, ${ctx.at}::timestamptz, 'Hệ thống', s.step, s.step, s.due, s.due
    from unnest(${of(() => ctx.newId())}::uuid[], ${of(({ id }) => id)}::uuid[], ${of(({ seq }) => (seq ?? 0) + 1)}::integer[],
      ${of(({ state }) => state)}::text[], ${of(({ step }) => step)}::integer[], ${of(({ due }) => due)}::timestamptz[])
      as s (id, dossier, seq, state, step, due)`.execute(ctx.db);
  const after = { dossiers: rows.length };
  ctx.log({ action: 'dossier.late-without-apology', record: { type: 'dossier-watch', id: ctx.today }, after });
}
