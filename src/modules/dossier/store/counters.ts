import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#server/context.ts';

/** A running number to take: of an agency code on a day, or of a kind of slip in a year. */
export interface Series {
  readonly series: string;
  readonly day: PlainDate;
  readonly count?: number;
}

/** The first day of the year whose slips are numbered together. */
export function yearOfSlips(day: PlainDate): PlainDate {
  return `${day.slice(0, 4)}-01-01` as PlainDate;
}

/**
 * Takes the next numbers, in one statement and one order for everybody; given are the last ones taken. Whoever takes from
 * the same series waits until this transaction ends, so it is called when all else is ready to be written. A transaction
 * that fails gives its numbers back: there are neither gaps nor doubles.
 */
export async function takeNumbers(ctx: Context, wanted: readonly Series[]): Promise<number[]> {
  if (wanted.length === 0) return [];
  ctx.lockBriefly();
  const sorted = [...wanted].sort((a, b) => (a.series < b.series ? -1 : 1));
  const rows = sorted.map(
    ({ series, day, count = 1 }) => sql`(${ctx.unitId}::uuid, ${series}::text, ${day}::date, ${count}::integer)`,
  );
  const taken = await sql<{ series: string; last: number }>`
    insert into dossier_code_counter as c (unit_id, series, day, last) values ${sql.join(rows)}
    on conflict (unit_id, series, day) do update set last = c.last + excluded.last
    returning series, last`.execute(ctx.db);
  const lasts = new Map(taken.rows.map((row) => [row.series, row.last]));
  return wanted.map(({ series }) => lasts.get(series) ?? 0);
}
