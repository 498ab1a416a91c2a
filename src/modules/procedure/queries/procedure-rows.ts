import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { type Db, plannedEachTime } from '#server/db.ts';
import type { ProcedureRow, ProcedureState } from '../contract/catalogue.ts';
import type { ProcedureContent, TermRule } from '../domain/procedure-content.ts';
import { termFor } from '../domain/term-for.ts';
import { heldVersions, unknownSince } from './held-versions.ts';
import { eventCodes } from './life-events.ts';
import { hasEveryWord } from './word-match.ts';

export interface AskedProcedures {
  readonly day: PlainDate;
  readonly words: string | undefined;
  readonly field: string | undefined;
  readonly event: string | undefined;
  readonly state: ProcedureState | undefined;
  readonly sort: string | undefined;
  readonly page: number;
  readonly size: number;
}

interface Found extends Omit<ProcedureRow, 'term' | 'bareMilli' | 'effectiveFrom'> {
  readonly effectiveFrom: PlainDate;
  readonly terms: ProcedureContent['terms'];
  readonly channels: ProcedureContent['channels'];
  readonly unitTerms: readonly TermRule[];
  readonly total: number;
}

/** Whether a version says a term that can be counted, or the unit does. */
export const hasTerm = sql<SqlBool>`(jsonb_path_exists(c.content, '$.terms[*].term.unit')
  or jsonb_path_exists(coalesce(u.terms, '[]'), '$[*].term.unit'))`;

const states: Readonly<Record<ProcedureState, RawBuilder<SqlBool>>> = {
  on: sql`not h.abolished and coalesce(u.is_on, true)`,
  off: sql`not h.abolished and not coalesce(u.is_on, true)`,
  'no-term': sql`not h.abolished and coalesce(u.is_on, true) and not ${hasTerm}`,
  unverified: sql`not h.abolished and coalesce(u.is_on, true) and not (c.content -> 'verified')::boolean`,
  own: sql`h.own and not h.abolished`,
  abolished: sql`h.abolished`,
};

const orders: Readonly<Record<string, RawBuilder<unknown>>> = {
  code: sql`h.code`,
  '-code': sql`h.code desc`,
  name: sql`h.name collate "vi-x-icu", h.code`,
  '-name': sql`h.name collate "vi-x-icu" desc, h.code`,
  field: sql`h.field collate "vi-x-icu", h.sort, h.name collate "vi-x-icu", h.code`,
  '-field': sql`h.field collate "vi-x-icu" desc, h.sort, h.name collate "vi-x-icu", h.code`,
};
const usualOrder = sql`h.sort, h.name collate "vi-x-icu", h.code`;

/** Content and the unit's settings beside the held versions `h`. */
export function besideHeld(unitId: UnitId): RawBuilder<unknown> {
  return sql`
    join lateral (
      select content from national_procedure n where n.id = h.id and not h.own
      union all
      select content from procedure_version v where v.unit_id = ${unitId} and v.id = h.id and h.own
    ) as c on true
    left join unit_procedure u on u.unit_id = ${unitId} and u.code = h.code`;
}

/** A page of the catalogue as it holds for a unit on a day; abolished codes only when they are asked for. */
export async function procedureRows(
  db: Db,
  unitId: UnitId,
  asked: AskedProcedures,
): Promise<{ rows: ProcedureRow[]; total: number; page: number; size: number }> {
  const { day, words, field, event, state, sort, page, size } = asked;
  const wanted = [
    state === undefined ? sql<SqlBool>`not h.abolished` : states[state],
    ...(words === undefined ? [] : [hasEveryWord(sql.ref('h.fold'), words)]),
    ...(field === undefined ? [] : [sql<SqlBool>`h.field = ${field}`]),
    ...(event === undefined ? [] : [sql<SqlBool>`h.code = any (${eventCodes(unitId, event)})`]),
  ];
  const from = sql`from ${heldVersions(unitId, day)} as h ${besideHeld(unitId)} where ${sql.join(wanted, sql` and `)}`;
  const { rows } = await sql<Found>`${sql.raw(plannedEachTime)}
    select h.id as "versionId", h.code, h.name, h.field, h.decision, h."effectiveFrom", h.own, h.abolished,
      h."successorCode", coalesce(u.is_on, true) as "isOn", u.off_reason as "offReason",
      (c.content -> 'verified')::boolean as verified, c.content -> 'terms' as terms, c.content -> 'channels' as channels,
      coalesce(u.terms, '[]') as "unitTerms", count(*) over ()::integer as total
    ${from} order by ${orders[sort ?? ''] ?? usualOrder} limit ${size} offset ${(page - 1) * size}`.execute(db);
  const total = rows[0]?.total ?? (page > 1 ? await countOf(db, from) : 0);
  return { rows: rows.map(shownRow), total, page, size };
}

async function countOf(db: Db, from: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*)::integer as total ${from}`.execute(db);
  return rows[0]?.total ?? 0;
}

function shownRow({ terms, channels, unitTerms, effectiveFrom, total: _total, ...row }: Found): ProcedureRow {
  const found = termFor({ content: { terms }, unitTerms }, channels[0] ?? 'counter', null);
  return {
    ...row,
    effectiveFrom: effectiveFrom === unknownSince ? null : effectiveFrom,
    term: found.ok ? found.term : null,
    bareMilli: found.ok ? null : Number(found.params.value ?? Number.NaN) || null,
  };
}
