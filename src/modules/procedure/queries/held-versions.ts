import { type RawBuilder, sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';

/** The day on which a version holds that says no day: since ever. */
export const unknownSince = '1900-01-01' as PlainDate;

/** A version that holds on a day, without its content. */
export interface HeldVersion {
  readonly id: Id;
  readonly code: string;
  readonly effectiveFrom: PlainDate;
  readonly abolished: boolean;
  readonly successorCode: string | null;
  readonly name: string;
  readonly field: string;
  readonly decision: string | null;
  readonly fold: string;
  readonly sort: number;
  readonly own: boolean;
  readonly contentHash: string;
}

/**
 * A table expression of the versions that hold for a unit on a day, one row a code, abolished ones among them: the
 * latest day of effect, the unit's own before the nation's, the newest revision before others. Only one code when it is
 * named.
 */
export function heldVersions(unitId: UnitId, day: PlainDate, code?: string): RawBuilder<HeldVersion> {
  const [national, own] = code === undefined ? [sql``, sql``] : [sql`and code = ${code}`, sql`and v.code = ${code}`];
  return sql<HeldVersion>`(
    select distinct on (code) id, code, effective_from as "effectiveFrom", abolished, successor_code as "successorCode",
      name, field, decision, fold, sort, own, content_hash as "contentHash"
    from (
      select id, code, effective_from, revision, abolished, successor_code, name, field, decision, fold, sort,
        false as own, content_hash
      from national_procedure where effective_from <= ${day}::date ${national}
      union all
      select v.id, v.code, v.effective_from, v.revision, v.abolished, v.successor_code, v.name, v.field, v.decision, v.fold,
        coalesce((select min(n.sort) from national_procedure n where n.code = v.code), 1000), true, v.content_hash
      from procedure_version v where v.unit_id = ${unitId} and v.effective_from <= ${day}::date ${own}
    ) as every_version
    order by code, effective_from desc, own desc, revision desc
  )`;
}
