import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import { fold } from '#kernel/fold.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#server/context.ts';

/** What a list of dated records is asked for. */
export interface Listing {
  /** The day records hold on; undefined for records of every day. */
  readonly on: PlainDate | undefined;
  /** The day on which names beside a record are read. */
  readonly day: PlainDate;
  readonly id: Id | undefined;
  readonly words: string | undefined;
  readonly sort: string | undefined;
  readonly page: number;
  readonly size: number;
}

interface AskedList {
  readonly page: number;
  readonly size: number;
  readonly id?: Id | undefined;
  readonly q?: string | undefined;
  readonly on?: PlainDate | undefined;
  readonly every?: 'yes' | undefined;
  readonly sort?: string | undefined;
}

/** Today, when no day was asked for. */
export function listingOf(ctx: Pick<Context, 'today'>, query: AskedList): Listing {
  const day = query.on ?? ctx.today;
  const on = query.every === 'yes' ? undefined : day;
  const words = query.q === '' ? undefined : query.q;
  return { on, day, id: query.id, words, sort: query.sort, page: query.page, size: query.size };
}

const always = sql<SqlBool>`true`;

/** The record holds on the day; every record when there is none. */
export function holdsOn(table: string, day: PlainDate | undefined): RawBuilder<SqlBool> {
  if (day === undefined) return always;
  const [from, to] = [sql.ref(`${table}.valid_from`), sql.ref(`${table}.valid_to`)];
  return sql<SqlBool>`${from} <= ${day} and (${to} is null or ${to} >= ${day})`;
}

/** The record asked for; every record when none is. */
export function isOne(table: string, id: Id | undefined): RawBuilder<SqlBool> {
  return id === undefined ? always : sql<SqlBool>`${sql.ref(`${table}.id`)} = ${id}`;
}

/** The folded column holds the words, which are folded the same way. */
export function hasWords(column: string, words: string | undefined): RawBuilder<SqlBool> {
  if (words === undefined) return always;
  const pattern = `%${fold(words).replace(/[\\%_]/g, '\\$&')}%`;
  return sql<SqlBool>`${sql.ref(column)} like ${pattern}`;
}

/** Vietnamese alphabetical order. */
export function inVietnamese(column: string): RawBuilder<string> {
  return sql<string>`${sql.ref(column)} collate "vi-x-icu"`;
}

/** The order asked for, by the names of sortable columns; the list's own order follows it. */
export function orderOf(
  listing: Listing,
  columns: Readonly<Record<string, RawBuilder<string>>>,
): { readonly by: RawBuilder<string>; readonly way: 'asc' | 'desc' } {
  const by = columns[listing.sort?.replace(/^-/, '') ?? ''];
  return { by: by ?? sql<string>`null::text`, way: listing.sort?.startsWith('-') ? 'desc' : 'asc' };
}

/** How many rows come before a page. */
export function before(listing: Listing): number {
  return (listing.page - 1) * listing.size;
}

/** Counts all rows of a list. */
export const numberOfRows = sql<number>`count(*)`.as('n');

export interface Page<Row> {
  readonly rows: Row[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
}

/** A page of rows that each carry the number of all rows as `total`; `count` is asked only beyond the last page. */
export async function pageOfRows<Row>(
  listing: Listing,
  found: readonly (Row & { readonly total: number })[],
  count: () => Promise<{ readonly n: number }>,
): Promise<Page<Row>> {
  const total = found[0]?.total ?? (listing.page === 1 ? 0 : (await count()).n);
  return { rows: [...found], total, page: listing.page, size: listing.size };
}
