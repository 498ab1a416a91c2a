import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import { formatDate, type PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#server/context.ts';

/** A run of projecting dates again; an unfinished one is gone on with. */
export interface Run {
  readonly id: Id;
  readonly cursor: Id | null;
  readonly because: string;
}

const kinds: Readonly<Record<string, string>> = {
  worked: 'làm bù',
  ordinary: 'trở lại như ngày thường',
  national: 'theo lịch chung',
};
const mostNamed = 10;

/** Takes up the run that was cut off, or begins one; undefined when the calendar was not edited since the last. */
export async function takeUpRun(ctx: Context): Promise<Run | undefined> {
  const { rows: open } = await sql<Run>`select id, cursor, because from dossier_reprojection
    where unit_id = ${ctx.unitId} and ended_at is null order by begun_at limit 1`.execute(ctx.db);
  if (open[0]) return open[0];
  const { rows } = await sql<{ now: number; before: number }>`
    select coalesce((select revision from calendar_head where unit_id = ${ctx.unitId}), 0) as now,
      coalesce((select max(calendar_revision) from dossier_reprojection where unit_id = ${ctx.unitId}), -1) as before`.execute(
    ctx.db,
  );
  const revision = rows[0] ?? { now: 0, before: -1 };
  if (revision.now <= revision.before) return undefined;
  const because = await becauseOf(ctx, Math.max(revision.before, 0));
  const id = ctx.newId();
  const by = ctx.session?.name ?? 'Hệ thống';
  await sql`insert into dossier_reprojection (unit_id, id, calendar_revision, because, begun_at, begun_by_name)
    values (${ctx.unitId}, ${id}, ${revision.now}, ${because}, ${ctx.at}, ${by})`.execute(ctx.db);
  return { id, cursor: null, because };
}

/** Which days and weeks of the calendar were edited since, in words. */
async function becauseOf(ctx: Context, since: number): Promise<string> {
  const { rows: days } = await sql<{ day: PlainDate; kind: string; name: string; citation: string }>`
    select day, kind, name, citation from calendar_day where unit_id = ${ctx.unitId} and revision > ${since}
    order by revision desc, day limit ${mostNamed}`.execute(ctx.db);
  const { rows: weeks } = await sql<{ from: PlainDate; citation: string }>`
    select effective_from as "from", citation from calendar_week where unit_id = ${ctx.unitId} and revision > ${since}
    order by revision desc limit ${mostNamed}`.execute(ctx.db);
  const named = [
    ...days.map(({ day, kind, name, citation }) =>
      [`${formatDate(day)} ${kinds[kind] ?? 'nghỉ'}`, name, citation].filter(Boolean).join(', '),
    ),
    ...weeks.map(({ from, citation }) => `giờ làm việc từ ${formatDate(from)}, ${citation}`),
  ];
  return named.length === 0 ? 'Lịch làm việc được sửa' : `Lịch làm việc được sửa: ${named.join('; ')}`;
}

/** How far a run has come. */
export async function markRun(
  ctx: Context,
  run: Run,
  { cursor, looked, moved }: { readonly cursor: Id; readonly looked: number; readonly moved: number },
): Promise<void> {
  await sql`update dossier_reprojection set cursor = ${cursor}, looked_at = looked_at + ${looked},
      moved = moved + ${moved}, version = version + 1
    where unit_id = ${ctx.unitId} and id = ${run.id}`.execute(ctx.db);
}

/** The run has looked at every open dossier. */
export async function endRun(ctx: Context, run: Run): Promise<void> {
  await sql`update dossier_reprojection set ended_at = ${ctx.at}, version = version + 1
    where unit_id = ${ctx.unitId} and id = ${run.id} and ended_at is null`.execute(ctx.db);
}
