import { type RawBuilder, sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import { foldWords } from '#kernel/fold.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#server/context.ts';
import type { CertificationRow } from './contract.ts';
import { type Book, books, shippedTariffs, type Tariff } from './domain/tariff.ts';

export interface Asked {
  readonly book: Book;
  readonly q?: string | undefined;
  readonly from?: PlainDate | undefined;
  readonly to?: PlainDate | undefined;
}

const columns = sql`c.id, c.version, c.book, c.requester, c.requester_number as "requesterNumber", c.others, c.content,
  c.pages, c.copies, c.exemption, c.signer, c.dossier_id as "dossierId", c.evidence_id as "evidenceId", c.number, c.year,
  c.day, c.fee, c.by_name as "byName", c.voided_reason as "voidedReason", c.voided_by_name as "voidedByName"`;

function conditions(ctx: Context, { book, q, from, to }: Asked): RawBuilder<unknown> {
  const words = foldWords(q ?? '')
    .split(' ')
    .filter(Boolean);
  return sql.join(
    [
      sql`c.unit_id = ${ctx.unitId} and c.book = ${book}`,
      ...(from ? [sql`c.day >= ${from}`] : []),
      ...(to ? [sql`c.day <= ${to}`] : []),
      ...words.map((word) => sql`c.fold like ${`%${word}%`}`),
    ],
    sql` and `,
  );
}

/** Entries of a book, the newest first. */
export async function certificationsOf(
  ctx: Context,
  asked: Asked,
  page: number,
  size: number,
): Promise<CertificationRow[]> {
  const { rows } = await sql<CertificationRow>`select ${columns} from certification c where ${conditions(ctx, asked)}
    order by c.year desc, c.number desc limit ${size} offset ${(page - 1) * size}`.execute(ctx.db);
  return rows;
}

/** What the entries come to; struck-out ones count no fee and no copies. */
export async function certificationSums(ctx: Context, asked: Asked) {
  const { rows } = await sql<{ total: number; fees: number; copies: number }>`
    select count(*)::int as total, coalesce(sum(c.fee) filter (where c.voided_at is null), 0)::float8 as fees,
      coalesce(sum(c.copies) filter (where c.voided_at is null), 0)::int as copies
    from certification c where ${conditions(ctx, asked)}`.execute(ctx.db);
  return rows[0] ?? { total: 0, fees: 0, copies: 0 };
}

/** One entry of the unit. */
export async function findCertification(ctx: Context, id: Id): Promise<CertificationRow | undefined> {
  const { rows } = await sql<CertificationRow>`
    select ${columns} from certification c where c.unit_id = ${ctx.unitId} and c.id = ${id}`.execute(ctx.db);
  return rows[0];
}

export interface HeldTariff extends Tariff {
  readonly book: Book;
  readonly validFrom: PlainDate | null;
  readonly version: number;
}

/** What each book asks on a day: the unit's own, or the shipped one. */
export async function tariffsOn(ctx: Context, day: PlainDate): Promise<HeldTariff[]> {
  const { rows } = await sql<HeldTariff>`
    select distinct on (book) book, valid_from as "validFrom", first_pages as "firstPages", first_price as "firstPrice",
      next_price as "nextPrice", most_per_copy as "mostPerCopy", per_case as "perCase", citation, verified, version
    from certification_tariff where unit_id = ${ctx.unitId} and valid_from <= ${day}
    order by book, valid_from desc`.execute(ctx.db);
  const own = new Map(rows.map((row) => [row.book, row]));
  return books.map((book) => own.get(book) ?? { book, ...shippedTariffs[book], validFrom: null, version: 0 });
}
