import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import { addDays, type PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import { fail } from '#server/errors.ts';
import type { ProcedurePage } from '../contract/catalogue.ts';
import { heldVersions, unknownSince } from './held-versions.ts';
import { getProcedureFor } from './procedure-for.ts';

interface VersionRow {
  readonly versionId: Id;
  readonly effectiveFrom: PlainDate;
  readonly revision: number;
  readonly own: boolean;
  readonly abolished: boolean;
  readonly successorCode: string | null;
  readonly decision: string | null;
  readonly reason: string | null;
  readonly byName: string | null;
  readonly at: string | null;
}

/** A procedure for its staff page: a version, what the unit says of it, and every version of its code. */
export async function procedurePageOf(
  db: Db,
  unitId: UnitId,
  asked: {
    readonly code: string;
    readonly version: Id | undefined;
    readonly day: PlainDate;
    readonly today: PlainDate;
  },
): Promise<ProcedurePage> {
  const found = await getProcedureFor(db, unitId, asked.version ?? asked.code, asked.day);
  if (found.code !== asked.code) fail('not-found', {}, 404);
  const { unitVersion, positionId, departmentId, receptionPointIds, ...rest } = found;
  const names = await namesOf(db, unitId, found.code, positionId, departmentId);
  const { rows: held } = await sql<{ id: Id }>`
    select h.id from ${heldVersions(unitId, asked.today, found.code)} as h`.execute(db);
  return {
    ...rest,
    decision: found.content.decision,
    unitTerms: [...found.unitTerms],
    unitFees: [...found.unitFees],
    version: unitVersion,
    ...names,
    receptionPoints: names.receptionPoints.filter((one) => receptionPointIds.includes(one.id)),
    isHeld: held[0]?.id === found.versionId,
    versions: withEnds(await versionsOf(db, unitId, found.code)),
  } as ProcedurePage;
}

type Names = Pick<
  ProcedurePage,
  'position' | 'department' | 'receptionPoints' | 'changedAt' | 'changedByName' | 'unitCode'
>;

async function namesOf(
  db: Db,
  unitId: UnitId,
  code: string,
  positionId: Id | null,
  departmentId: Id | null,
): Promise<Names> {
  const { rows } = await sql<Names>`
    select
      (select jsonb_build_object('id', id, 'name', title) from position where unit_id = ${unitId} and id = ${positionId}) as position,
      (select jsonb_build_object('id', id, 'name', name) from department where unit_id = ${unitId} and id = ${departmentId}) as department,
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name) order by r.sort, r.name)
        from unit_procedure_point p join reception_point r on r.unit_id = p.unit_id and r.id = p.reception_point_id
        where p.unit_id = ${unitId} and p.code = ${code}), '[]') as "receptionPoints",
      (select code from unit where id = ${unitId}) as "unitCode",
      (select changed_at from unit_procedure where unit_id = ${unitId} and code = ${code}) as "changedAt",
      (select changed_by_name from unit_procedure where unit_id = ${unitId} and code = ${code}) as "changedByName"`.execute(
    db,
  );
  const [row] = rows;
  if (!row) throw new Error('a select without from gives one row');
  return row;
}

async function versionsOf(db: Db, unitId: UnitId, code: string): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    select id as "versionId", effective_from as "effectiveFrom", revision, false as own, abolished,
      successor_code as "successorCode", decision, null as reason, null as "byName", null::timestamptz as at
    from national_procedure where code = ${code}
    union all
    select id, effective_from, revision, true, abolished, successor_code, decision, reason, by_name, at
    from procedure_version where unit_id = ${unitId} and code = ${code}
    order by "effectiveFrom" desc, own desc, revision desc
    limit 200`.execute(db);
  return rows;
}

/** Each version ends the day before the next later one begins; one of the same day was corrected by the newer. */
function withEnds(rows: readonly VersionRow[]): ProcedurePage['versions'] {
  return rows.map((row, index) => {
    const next = rows.slice(0, index).findLast((later) => later.effectiveFrom >= row.effectiveFrom);
    const isCorrected = next?.effectiveFrom === row.effectiveFrom;
    const end = next === undefined ? null : isCorrected ? next.effectiveFrom : addDays(next.effectiveFrom, -1);
    return {
      ...row,
      effectiveFrom: row.effectiveFrom === unknownSince ? null : row.effectiveFrom,
      effectiveTo: end === unknownSince ? null : end,
    };
  });
}
