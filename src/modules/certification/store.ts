import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '#kernel/brands.ts';
import { foldWords } from '#kernel/fold.ts';
import { type Context, getSession } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { enterCertification, setTariff } from './contract.ts';
import type { Book } from './domain/tariff.ts';

export type CertificationBody = z.output<NonNullable<typeof enterCertification.body>>;
export type TariffBody = z.output<NonNullable<typeof setTariff.body>>;

/** Enters under the next number of its book in the year; numbers have neither gaps nor doubles. */
export async function insertCertification(
  ctx: Context,
  body: CertificationBody,
  fee: number,
): Promise<{ id: Id; number: number }> {
  const session = getSession(ctx);
  const [id, year] = [ctx.newId(), Number(ctx.today.slice(0, 4))];
  const { rows } = await sql<{ last: number }>`
    insert into dossier_code_counter as c (unit_id, series, day, last)
    values (${ctx.unitId}, ${`certification:${body.book}`}, ${`${year}-01-01`}::date, 1)
    on conflict (unit_id, series, day) do update set last = c.last + 1 returning last`.execute(ctx.db);
  const number = rows[0]?.last ?? fail('busy', {}, 503);
  const fold = foldWords([body.requester, body.others, body.content, String(number)].join(' '));
  await sql`insert into certification (unit_id, id, book, year, number, day, at, requester, requester_number, others,
      content, pages, copies, fee, exemption, signer, dossier_id, evidence_id, by_id, by_name, fold)
    values (${ctx.unitId}, ${id}, ${body.book}, ${year}, ${number}, ${ctx.today}, ${ctx.at}, ${body.requester},
      ${body.requesterNumber}, ${body.others}, ${body.content}, ${body.pages}, ${body.copies}, ${fee}, ${body.exemption},
      ${body.signer}, ${body.dossierId}, ${body.evidenceId}, ${session.accountId}, ${session.name}, ${fold})`.execute(
    ctx.db,
  );
  return { id, number };
}

/** Strikes an entry out; undefined when the version is not the newest or it was struck out before. */
export async function voidEntry(ctx: Context, id: Id, version: number, reason: string): Promise<boolean> {
  const { rows } = await sql`update certification set voided_at = ${ctx.at}, voided_by_name = ${getSession(ctx).name},
      voided_reason = ${reason}, version = version + 1
    where unit_id = ${ctx.unitId} and id = ${id} and version = ${version} and voided_at is null returning id`.execute(
    ctx.db,
  );
  return rows.length > 0;
}

/** Sets the tariff of a book from a day; false when another set the same day meanwhile. */
export async function upsertTariff(ctx: Context, book: Book, body: TariffBody): Promise<number | undefined> {
  const { validFrom, firstPages, firstPrice, nextPrice, mostPerCopy, perCase, citation, verified, version } = body;
  const { rows } = await sql<{ version: number }>`
    insert into certification_tariff as t (unit_id, book, valid_from, first_pages, first_price, next_price,
      most_per_copy, per_case, citation, verified, set_at, set_by_name)
    values (${ctx.unitId}, ${book}, ${validFrom}, ${firstPages}, ${firstPrice}, ${nextPrice}, ${mostPerCopy}, ${perCase},
      ${citation}, ${verified}, ${ctx.at}, ${getSession(ctx).name})
    on conflict (unit_id, book, valid_from) do update set first_pages = excluded.first_pages,
      first_price = excluded.first_price, next_price = excluded.next_price, most_per_copy = excluded.most_per_copy,
      per_case = excluded.per_case, citation = excluded.citation, verified = excluded.verified, set_at = excluded.set_at,
      set_by_name = excluded.set_by_name, version = t.version + 1
    where t.version = ${version} returning version`.execute(ctx.db);
  return rows[0]?.version;
}
