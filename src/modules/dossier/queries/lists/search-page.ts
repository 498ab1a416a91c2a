import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#server/db.ts';
import type { Search } from '../../domain/read-search.ts';
import { visible } from '../../visible.ts';
import { type DossierRecord, recordColumns } from '../dossier-record.ts';
import type { Asked } from './list-conditions.ts';
import { allOf, type DossierPage, newestSeen, pageInOrder, pageOfFound, preparedIf, type Span } from './list-page.ts';
import { hasBegun, hasWords, hasWordsByIndex, lastBegun, type SoughtWords, wholeWords } from './word-conditions.ts';

type Condition = RawBuilder<unknown>;

/** How many of the newest dossiers are looked through before the index of words is asked. */
const firstWindow = 1_600;
/** Fewer finds than this among them: the words are rare enough for their index. */
const rare = 6;
/** Windows grow to the larger of these; words found too seldom even there are left to their index. */
const lastWindow = 20_000;
const windowPerRow = 80;
/** More finds by the index than this are not fetched. */
const mostFound = 25_000;

const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&');
/** All that begins with a text, in the order of bytes that codes and numbers are kept in. */
const beginsWith = (column: RawBuilder<unknown>, prefix: string) =>
  sql`${column} >= ${prefix} and ${column} < ${`${prefix}\u{10ffff}`}`;

/** Whether somebody searched for something by which dossiers can be found. */
export type Found = Exclude<Search, { kind: 'nothing' }>;

/**
 * A page of the dossiers that a search finds, newest first. Frequent words are found among the newest dossiers, rare ones
 * by the index of words: which of the two is cheaper shows in a first, short window.
 */
export async function pageOfSearch(
  db: Db,
  asked: Asked,
  conditions: readonly Condition[],
  search: Found,
  span: Span,
): Promise<DossierPage> {
  if (search.kind === 'words') return pageOfNames(db, asked, conditions, search.words, span);
  if (search.kind === 'code') return pageOfCode(db, asked, conditions, search, span);
  return pageByIndex(db, asked, [...conditions, exactly(search)], span);
}

function exactly(search: Extract<Found, { kind: 'number' | 'day-number' }>): Condition {
  if (search.kind === 'day-number')
    return sql`d.received_on = ${search.day} and d.code like ${`%${escaped(search.suffix)}`}`;
  const { digits } = search;
  const phone = digits.startsWith('84') && digits.length >= 11 ? `0${digits.slice(2)}` : digits;
  const branch = digits.length === 13 ? `${digits.slice(0, 10)}-${digits.slice(10)}` : digits;
  return sql`(${beginsWith(sql`d.owner_number`, digits)} or d.owner_number = ${branch}
    or ${beginsWith(sql`d.owner_phone`, phone)})`;
}

/** All that an index finds, sorted. */
function pageByIndex(db: Db, asked: Asked, conditions: readonly Condition[], span: Span): Promise<DossierPage> {
  const where = allOf([sql`d.unit_id = ${asked.unitId}`, ...conditions, visible(asked.reader)]);
  const found = sql`select d.id, d.received_on from dossier d where ${where} limit ${sql.lit(mostFound + 1)}`;
  return pageOfFound(db, { ...asked, isWhole: false }, found, mostFound + 1, span);
}

async function pageOfCode(
  db: Db,
  asked: Asked,
  conditions: readonly Condition[],
  { prefix, other }: Extract<Found, { kind: 'code' }>,
  span: Span,
): Promise<DossierPage> {
  const byCode = [...conditions, beginsWith(sql`d.code`, prefix)];
  const found = await pageInOrder(db, { ...asked, isWhole: false }, byCode, sql`d.code desc`, span);
  return found.total > 0
    ? found
    : pageByIndex(db, asked, [...conditions, hasWordsByIndex(asked.unitId, wholeWords([other]), 0)], span);
}

/** Whole words first, as of a name that is known; where no dossier has them all, the last one may be only begun. */
async function pageOfNames(
  db: Db,
  asked: Asked,
  conditions: readonly Condition[],
  words: readonly string[],
  span: Span,
): Promise<DossierPage> {
  const found = await pageOfWords(db, asked, conditions, wholeWords(words), span);
  return found.total > 0 ? found : pageOfWords(db, asked, conditions, lastBegun(words), span);
}

async function pageOfWords(
  db: Db,
  asked: Asked,
  conditions: readonly Condition[],
  words: SoughtWords,
  span: Span,
): Promise<DossierPage> {
  const wanted = span.offset + span.limit + 1;
  const longest = Math.max(lastWindow, windowPerRow * wanted);
  let share = 0;
  for (let window = firstWindow; ; ) {
    const page = await pageAmongNewest(db, asked, conditions, words, window, span);
    share = page.begun / window;
    if (page.seen < window) return { ...page, totalIsAtLeast: false };
    if (page.total >= wanted) return { ...page, totalIsAtLeast: true };
    const next = widened(window, (wanted * 1.5) / Math.max(page.total, 1));
    if (page.total < rare || next > longest || next <= window) break;
    window = next;
  }
  return pageByIndex(db, asked, [...conditions, hasWordsByIndex(asked.unitId, words, share)], span);
}

/** A window about so many times as wide; only a few widths, so that their statements stay prepared. */
function widened(window: number, times: number): number {
  return window * 2 ** Math.ceil(Math.log2(times));
}

type WindowRow = { readonly total: number; readonly seen: number; readonly begun: number } & (
  | DossierRecord
  | { readonly id: null }
);

/**
 * The page as it would be if there were only so many dossiers, the newest; `seen` is how many there were, `begun` how many
 * of them have a word beginning as the last one searched for.
 */
async function pageAmongNewest(
  db: Db,
  asked: Asked,
  conditions: readonly Condition[],
  words: SoughtWords,
  window: number,
  { limit, offset }: Span,
): Promise<Omit<DossierPage, 'totalIsAtLeast'> & { readonly seen: number; readonly begun: number }> {
  const newest = newestSeen(asked, conditions, window, sql`d.id, d.received_on, d.fold`);
  const { rows } = await sql<WindowRow>`${preparedIf(asked.isWhole)}
    with seen as materialized (${newest}),
      found as materialized (select d.id, d.received_on from seen d where ${hasWords(words)})
    select n.*, r.* from (select (select count(*)::integer from found) as total, count(*)::integer as seen,
      (count(*) filter (where ${hasBegun(words.begun)}))::integer as begun from seen d) n
    left join (select p.nth, ${recordColumns} from (
        select id, row_number() over (order by received_on desc, id desc) as nth from found
        order by received_on desc, id desc limit ${sql.lit(limit)} offset ${sql.lit(offset)}) p
      join dossier d on d.unit_id = ${asked.unitId} and d.id = p.id) r on true order by r.nth`.execute(db);
  return {
    rows: rows.flatMap((row) => (row.id === null ? [] : [row])),
    total: rows[0]?.total ?? 0,
    seen: rows[0]?.seen ?? 0,
    begun: rows[0]?.begun ?? 0,
  };
}
