import { type RawBuilder, sql } from 'kysely';
import { type Db, plannedEachTime } from '#server/db.ts';
import { visible, waysToSee } from '../../visible.ts';
import { type DossierRecord, recordColumns } from '../dossier-record.ts';
import type { Asked } from './list-conditions.ts';

type Condition = RawBuilder<unknown>;

/** Which rows of a list. */
export interface Span {
  readonly limit: number;
  readonly offset: number;
}

/** A page of dossiers with their number; of very many, one that there are at least. */
export interface DossierPage {
  readonly rows: readonly DossierRecord[];
  readonly total: number;
  readonly totalIsAtLeast: boolean;
}

/** A count goes no further than this, or than the page asked for. */
const mostCounted = 1_000;

/** The number of rows after which counting for a page ends. */
export function capOf({ limit, offset }: Span): number {
  return Math.max(mostCounted, offset + limit);
}

/** Lists that are not narrowed have one good plan, which is kept; others are planned for what they are narrowed by. */
export function preparedIf(isWhole: boolean | undefined): RawBuilder<unknown> {
  return sql.raw(isWhole ? '' : plannedEachTime);
}

export const allOf = (conditions: readonly Condition[]) => sql.join([...conditions], sql` and `);
const inUnit = ({ unitId }: Asked) => sql`d.unit_id = ${unitId}`;

type Row = { readonly total: number } & (DossierRecord | { readonly id: null });

function pageOf(rows: readonly Row[], cap: number): DossierPage {
  const total = rows[0]?.total ?? 0;
  return {
    rows: rows.flatMap((row) => (row.id === null ? [] : [row])),
    total: Math.min(total, cap),
    totalIsAtLeast: total > cap,
  };
}

/** A page in an order that an index gives, or of dossiers few enough to be sorted: all that is still live. */
export async function pageInOrder(
  db: Db,
  asked: Asked,
  conditions: readonly Condition[],
  order: RawBuilder<unknown>,
  span: Span,
): Promise<DossierPage> {
  const cap = capOf(span);
  const where = allOf([inUnit(asked), ...conditions, visible(asked.reader)]);
  const { rows } = await sql<Row>`${preparedIf(asked.isWhole)}
    select n.total, r.* from (select count(*)::integer as total from
      (select from dossier d where ${where} limit ${sql.lit(cap + 1)}) c) n
    left join (select p.nth, ${recordColumns} from (
        select d.id, row_number() over (order by ${order}) as nth from dossier d where ${where}
        order by ${order} limit ${sql.lit(span.limit)} offset ${sql.lit(span.offset)}) p
      join dossier d on d.unit_id = ${asked.unitId} and d.id = p.id) r on true order by r.nth`.execute(db);
  return pageOf(rows, cap);
}

/**
 * A page of the live dossiers of somebody who sees only own ones: few enough to be looked at once, counted to the last and
 * sorted.
 */
export async function pageOfOwn(
  db: Db,
  asked: Asked,
  conditions: readonly Condition[],
  order: RawBuilder<unknown>,
  { limit, offset }: Span,
): Promise<DossierPage> {
  const where = allOf([inUnit(asked), ...conditions, visible(asked.reader)]);
  const { rows } = await sql<Row>`${preparedIf(asked.isWhole)}
    with own as materialized (select d.id, row_number() over (order by ${order}) as nth from dossier d where ${where})
    select n.total, r.* from (select count(*)::integer as total from own) n
    left join (select o.nth, ${recordColumns} from own o join dossier d on d.unit_id = ${asked.unitId} and d.id = o.id
      where o.nth > ${sql.lit(offset)} and o.nth <= ${sql.lit(offset + limit)}) r on true order by r.nth`.execute(db);
  return pageOf(rows, Number.MAX_SAFE_INTEGER);
}

/**
 * The newest dossiers that somebody may read, by each way of seeing them: as many ordered walks of an index, none longer
 * than asked for, so that it takes as long among a million dossiers as among a thousand.
 */
export function newestSeen(
  asked: Asked,
  conditions: readonly Condition[],
  most: number,
  columns: RawBuilder<unknown> = sql`d.id, d.received_on`,
): RawBuilder<unknown> {
  const walks = waysToSee(asked.reader).map(
    (way) => sql`(select ${columns} from dossier d where ${allOf([inUnit(asked), ...conditions, way])}
      order by d.received_on desc, d.id desc limit ${sql.lit(most)})`,
  );
  if (walks.length === 0) return sql`select ${columns} from dossier d where false`;
  const [only] = walks;
  if (walks.length === 1 && only) return only;
  return sql`select * from (${sql.join(walks, sql` union `)}) w order by received_on desc, id desc limit ${sql.lit(most)}`;
}

/** A page of dossiers found, newest first, of a query that gives `id` and `received_on` of no more than `most`. */
export async function pageOfFound(
  db: Db,
  asked: Asked,
  found: RawBuilder<unknown>,
  most: number,
  span: Span,
): Promise<DossierPage> {
  const { rows } = await sql<Row>`${preparedIf(asked.isWhole)}
    with found as materialized (${found})
    select n.total, r.* from (select count(*)::integer as total from found) n
    left join (select p.nth, ${recordColumns} from (
        select id, row_number() over (order by received_on desc, id desc) as nth from found
        order by received_on desc, id desc limit ${sql.lit(span.limit)} offset ${sql.lit(span.offset)}) p
      join dossier d on d.unit_id = ${asked.unitId} and d.id = p.id) r on true order by r.nth`.execute(db);
  return pageOf(rows, most - 1);
}

/** A page of all the dossiers that hold these conditions, newest first. */
export async function pageOfNewest(
  db: Db,
  asked: Asked,
  conditions: readonly Condition[],
  span: Span,
): Promise<DossierPage> {
  const most = capOf(span) + 1;
  return pageOfFound(db, asked, newestSeen(asked, conditions, most), most, span);
}
