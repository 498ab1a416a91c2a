import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { type Context, getSession } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import { type FeeRow, totalOf } from './domain/fee-rows.ts';

/** What is booked: a taking, or the refund of one. */
export interface Booking {
  readonly kind: 'taking' | 'refund';
  readonly dossierId: Id | null;
  readonly refundsId: Id | null;
  readonly payer: string;
  readonly rows: readonly FeeRow[];
  readonly way: 'cash' | 'transfer';
  readonly reference: string | null;
  readonly reason: string | null;
}

/** Keeps a day from being closed while something is booked on it, and the other way round. */
export async function lockDay(ctx: Context, day: PlainDate): Promise<{ readonly isClosed: boolean }> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`cash:${ctx.unitId}:${day}`}, 0))`.execute(ctx.db);
  const { rows } = await sql`select from cash_day where unit_id = ${ctx.unitId} and day = ${day}`.execute(ctx.db);
  return { isClosed: rows.length > 0 };
}

/** Books an entry under the next number of its kind in the year; refused on a closed day. */
export async function book(ctx: Context, booking: Booking): Promise<{ id: Id; number: number; amount: number }> {
  const { isClosed } = await lockDay(ctx, ctx.today);
  if (isClosed) fail('cash-day-closed', { day: ctx.today }, 409);
  const session = getSession(ctx);
  const [id, amount, year] = [ctx.newId(), totalOf(booking.rows), Number(ctx.today.slice(0, 4))];
  const { kind, dossierId, refundsId, payer, rows, way, reference, reason } = booking;
  const { rows: taken } = await sql<{ last: number }>`
    insert into dossier_code_counter as c (unit_id, series, day, last)
    values (${ctx.unitId}, ${`fee:${kind}`}, ${`${year}-01-01`}::date, 1)
    on conflict (unit_id, series, day) do update set last = c.last + 1 returning last`.execute(ctx.db);
  const number = taken[0]?.last ?? fail('busy', {}, 503);
  await sql`insert into fee_entry (unit_id, id, kind, number, year, dossier_id, refunds_id, payer, rows, amount, way,
      reference, reason, at, day, by_id, by_name)
    values (${ctx.unitId}, ${id}, ${kind}, ${number}, ${year}, ${dossierId}, ${refundsId}, ${payer},
      ${JSON.stringify(rows)}::jsonb, ${amount}, ${way}, ${reference}, ${reason}, ${ctx.at}, ${ctx.today},
      ${session.accountId}, ${session.name})`.execute(ctx.db);
  return { id, number, amount };
}

/** Closes a day as counted. */
export async function insertCashDay(
  ctx: Context,
  day: PlainDate,
  { booked, counted, note }: { readonly booked: number; readonly counted: number; readonly note: string },
): Promise<void> {
  const session = getSession(ctx);
  await sql`insert into cash_day (unit_id, day, booked, counted, note, closed_at, closed_by, closed_by_name)
    values (${ctx.unitId}, ${day}, ${booked}, ${counted}, ${note || null}, ${ctx.at}, ${session.accountId},
      ${session.name})`.execute(ctx.db);
}
