import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#server/context.ts';
import type { FeeEntry } from './contract.ts';

const columns = sql`f.id, f.kind, f.number, f.dossier_id as "dossierId", d.code as "dossierCode", f.payer, f.rows,
  f.amount::float8 as amount, f.way, f.reference, f.reason, f.at, f.day, f.by_name as "byName",
  (select r.at from fee_entry r where r.unit_id = f.unit_id and r.refunds_id = f.id) as "refundedAt"`;

const joined = sql`fee_entry f left join dossier d on d.unit_id = f.unit_id and d.id = f.dossier_id`;

/** One entry of the book; undefined when the unit has none of that id. */
export async function findEntry(ctx: Context, id: Id): Promise<FeeEntry | undefined> {
  const { rows } = await sql<FeeEntry>`
    select ${columns} from ${joined} where f.unit_id = ${ctx.unitId} and f.id = ${id}`.execute(ctx.db);
  return rows[0];
}

/** What was taken and given back for a dossier, in order. */
export async function entriesOfDossier(ctx: Context, dossierId: Id): Promise<FeeEntry[]> {
  const { rows } = await sql<FeeEntry>`
    select ${columns} from ${joined} where f.unit_id = ${ctx.unitId} and f.dossier_id = ${dossierId}
    order by f.at limit 100`.execute(ctx.db);
  return rows;
}

/** What a day of the book comes to by way of paying, in đồng: takings less refunds. */
export interface DaySums {
  readonly cash: number;
  readonly transfer: number;
  readonly entries: number;
}

const sums = sql`
  coalesce(sum(case when f.kind = 'taking' then f.amount else -f.amount end) filter (where f.way = 'cash'), 0)::float8 as cash,
  coalesce(sum(case when f.kind = 'taking' then f.amount else -f.amount end) filter (where f.way = 'transfer'), 0)::float8
    as transfer, count(*)::int as entries`;

export async function sumsOfDay(ctx: Context, day: PlainDate): Promise<DaySums> {
  const { rows } = await sql<DaySums>`
    select ${sums} from fee_entry f where f.unit_id = ${ctx.unitId} and f.day = ${day}`.execute(ctx.db);
  return rows[0] ?? { cash: 0, transfer: 0, entries: 0 };
}

/** The entries of a day, in order. */
export async function entriesOfDay(ctx: Context, day: PlainDate, page: number, size: number): Promise<FeeEntry[]> {
  const { rows } = await sql<FeeEntry>`
    select ${columns} from ${joined} where f.unit_id = ${ctx.unitId} and f.day = ${day}
    order by f.at, f.id limit ${size} offset ${(page - 1) * size}`.execute(ctx.db);
  return rows;
}

export interface ClosedDay {
  readonly booked: number;
  readonly counted: number;
  readonly note: string | null;
  readonly closedAt: string;
  readonly closedByName: string;
}

export async function findClosedDay(ctx: Context, day: PlainDate): Promise<ClosedDay | undefined> {
  const { rows } = await sql<ClosedDay>`
    select booked::float8 as booked, counted::float8 as counted, note, closed_at as "closedAt",
      closed_by_name as "closedByName"
    from cash_day where unit_id = ${ctx.unitId} and day = ${day}`.execute(ctx.db);
  return rows[0];
}

/** Days with entries, the newest first. */
export async function listDays(ctx: Context, page: number, size: number) {
  const { rows } = await sql<
    DaySums & { day: PlainDate; counted: number | null; closedByName: string | null; total: number }
  >`select f.day, ${sums}, c.counted::float8 as counted, c.closed_by_name as "closedByName",
      (count(*) over ())::int as total
    from fee_entry f left join cash_day c on c.unit_id = f.unit_id and c.day = f.day
    where f.unit_id = ${ctx.unitId} group by f.day, c.counted, c.closed_by_name
    order by f.day desc limit ${size} offset ${(page - 1) * size}`.execute(ctx.db);
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}
