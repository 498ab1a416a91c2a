import { sql } from 'kysely';
import type { UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import type { KnownVersion } from '../domain/sheet/compare-catalogue.ts';

/** The whole catalogue of a unit with its history, for holding a file against it. */
export interface EveryVersion {
  /** The version of a code on a day; abolished ones too. */
  heldOn(code: string, day: PlainDate): KnownVersion | undefined;
  /** Every code on a day, in the order of the catalogue. */
  allOn(day: PlainDate): KnownVersion[];
}

/** Reads every version of a unit: the nation's and its own, the latest first. */
export async function loadEveryVersion(db: Db, unitId: UnitId): Promise<EveryVersion> {
  const { rows } = await sql<KnownVersion>`
    select code, effective_from as "effectiveFrom", abolished, successor_code as "successorCode", content
    from (
      select code, effective_from, revision, abolished, successor_code, content, false as own, sort from national_procedure
      union all
      select code, effective_from, revision, abolished, successor_code, content, true, 1000
      from procedure_version where unit_id = ${unitId}
    ) as v
    order by min(sort) over (partition by code), code, effective_from desc, own desc, revision desc`.execute(db);
  const byCode = new Map<string, KnownVersion[]>();
  for (const row of rows) {
    const known = byCode.get(row.code);
    if (known) known.push(row);
    else byCode.set(row.code, [row]);
  }
  const heldOn = (code: string, day: PlainDate) => byCode.get(code)?.find((one) => one.effectiveFrom <= day);
  return {
    heldOn,
    allOn: (day) => [...byCode.keys()].flatMap((code) => heldOn(code, day) ?? []),
  };
}
