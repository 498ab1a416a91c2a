import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import { type Moment, moment, toIso } from '#kernel/moment.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import { loadWorkingCalendar } from '#modules/calendar/queries.ts';
import type { Context } from '#server/context.ts';
import type { LongWork } from '#server/module.ts';
import { type Projection, project } from '../domain/project.ts';
import { findMoment } from '../queries/dossier-answer.ts';
import { endRun, markRun, type Run, takeUpRun } from './journal.ts';
import { listOpen, lockOpen, type OpenDossier } from './load-open.ts';

const atOnce = 2_000;

/**
 * Makes the dates of all open dossiers again after the calendar was edited: batch by batch, each in a transaction of its
 * own that also says how far it came, so that a run cut off goes on where it stood. Each date that moves is kept with
 * what it was and why, in the journal of the dossier too; one that stays is not touched.
 */
export async function reproject(work: LongWork): Promise<void> {
  let run: Run | undefined;
  await work.act(undefined, async (ctx) => {
    run = await takeUpRun(ctx);
  });
  if (!run) return;
  const taken = run;
  const ids = await work.read((ctx) => listOpen(ctx, taken.cursor));
  for (let from = 0; from < ids.length; from += atOnce) {
    const batch = ids.slice(from, from + atOnce);
    await work.act(undefined, (ctx) => reprojectBatch(ctx, taken, batch));
  }
  await work.act(undefined, async (ctx) => {
    await endRun(ctx, taken);
    ctx.publish('dossier.reprojected', { reprojectionId: taken.id });
  });
}

interface Move {
  readonly dossier: OpenDossier;
  readonly after: Projection;
}

async function reprojectBatch(ctx: Context, run: Run, batch: readonly Id[]): Promise<void> {
  const calendar = await loadWorkingCalendar(ctx.db, ctx.unitId);
  const open = await lockOpen(ctx, batch);
  const moves = open.flatMap((dossier) => findMove(dossier, calendar, moment(ctx.now)));
  if (moves.length > 0) {
    await writeDates(ctx, moves);
    await writeMoves(ctx, run, moves);
    await writeActs(ctx, run, moves);
    const after = { moved: moves.length };
    const record = { type: 'dossier-reprojection', id: run.id };
    ctx.log({ action: 'dossier.reproject', record, after, reason: run.because });
  }
  const cursor = batch.at(-1);
  if (cursor) await markRun(ctx, run, { cursor, looked: open.length, moved: moves.length });
}

function findMove(dossier: OpenDossier, calendar: WorkingCalendar, now: Moment): Move[] {
  const after = project(dossier.facts, calendar, now);
  const isSame = after.firstDue === findMoment(dossier.firstDueAt) && after.due === findMoment(dossier.dueAt);
  // While the clock stands still, the date of the law moves on by itself.
  const isLawSame = after.due === null || after.statutoryDue === findMoment(dossier.statutoryDueAt);
  return isSame && isLawSame ? [] : [{ dossier, after }];
}

const text = (at: Moment | null) => (at === null ? null : toIso(at));

async function writeDates(ctx: Context, moves: readonly Move[]): Promise<void> {
  const of = <T>(pick: (move: Move) => T) => moves.map(pick);
  await sql`update dossier d set first_due_at = m.first, statutory_due_at = m.statutory, due_at = m.due,
      calendar_revision = (select coalesce(max(revision), 0) from calendar_head where unit_id = ${ctx.unitId}),
      version = d.version + 1
    from unnest(${of((move) => move.dossier.id)}::uuid[], ${of(({ after }) => text(after.firstDue))}::timestamptz[],
      ${of(({ after }) => text(after.statutoryDue))}::timestamptz[], ${of(({ after }) => text(after.due))}::timestamptz[])
      as m (id, first, statutory, due)
    where d.unit_id = ${ctx.unitId} and d.id = m.id`.execute(ctx.db);
}

async function writeMoves(ctx: Context, run: Run, moves: readonly Move[]): Promise<void> {
  const of = <T>(pick: (move: Move) => T) => moves.map(pick);
  await sql`insert into dossier_due_move (unit_id, id, reprojection_id, dossier_id, first_before, first_after, due_before,
      due_after)
    select ${ctx.unitId}::uuid, m.id, ${run.id}::uuid, m.dossier, m.fb, m.fa, m.db, m.da
    from unnest(${of(() => ctx.newId())}::uuid[], ${of((move) => move.dossier.id)}::uuid[],
      ${of((move) => move.dossier.firstDueAt)}::timestamptz[], ${of(({ after }) => text(after.firstDue))}::timestamptz[],
      ${of((move) => move.dossier.dueAt)}::timestamptz[], ${of(({ after }) => text(after.due))}::timestamptz[])
      as m (id, dossier, fb, fa, db, da)
    on conflict (unit_id, reprojection_id, dossier_id) do nothing`.execute(ctx.db);
}

async function writeActs(ctx: Context, run: Run, moves: readonly Move[]): Promise<void> {
  const of = <T>(pick: (move: Move) => T) => moves.map(pick);
  await sql`insert into dossier_act (unit_id, id, dossier_id, seq, act, from_state, to_state, at, day, recorded_at, by_name,
      from_step, to_step, due_before, due_after, reason, ref_id)
    select ${ctx.unitId}::uuid, m.id, m.dossier, m.seq, 'reproject', m.state, m.state, ${ctx.at}::timestamptz,
      ${ctx.today}::date, ${ctx.at}::timestamptz, 'Hệ thống', m.step, m.step, m.db, m.da, ${run.because}::text, ${run.id}::uuid
    from unnest(${of(() => ctx.newId())}::uuid[], ${of((move) => move.dossier.id)}::uuid[],
      ${of((move) => (move.dossier.seq ?? 0) + 1)}::integer[], ${of((move) => move.dossier.state)}::text[],
      ${of((move) => move.dossier.stepNo)}::integer[], ${of((move) => move.dossier.dueAt)}::timestamptz[],
      ${of(({ after }) => text(after.due))}::timestamptz[]) as m (id, dossier, seq, state, step, db, da)`.execute(
    ctx.db,
  );
}
