import { type RawBuilder, sql } from 'kysely';
import { type Id, isUuid, type UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import { fail } from '#server/errors.ts';
import type { FeeRule, ProcedureContent, TermRule } from '../domain/procedure-content.ts';
import { heldVersions, unknownSince } from './held-versions.ts';

/**
 * All a dossier needs of a procedure: give it to `termFor`, `feesFor`; its `content` to `componentsFor`. Cases, questions
 * and results are in `content`.
 */
export interface ProcedureFor {
  /** The dossier keeps it: asked again by this id, the same content comes back. */
  readonly versionId: Id;
  readonly code: string;
  readonly name: string;
  readonly field: string;
  /** Null where the day is not known. */
  readonly effectiveFrom: PlainDate | null;
  /** A version the unit added itself. */
  readonly own: boolean;
  readonly abolished: boolean;
  readonly successorCode: string | null;
  readonly content: ProcedureContent;
  /** Whether the unit offers it now, and why not. */
  readonly isOn: boolean;
  readonly offReason: string | null;
  readonly unitTerms: readonly TermRule[];
  readonly unitFees: readonly FeeRule[];
  /** The document the unit's own terms and fees stand on. */
  readonly citation: string | null;
  readonly unitNote: string | null;
  /** Who is responsible, where the unit said so. */
  readonly positionId: Id | null;
  readonly departmentId: Id | null;
  /** Where it is taken in; empty for every reception point of the unit. */
  readonly receptionPointIds: readonly Id[];
  /** Version of the unit's own settings; 0 while it has none. */
  readonly unitVersion: number;
}

type Row = Omit<ProcedureFor, 'effectiveFrom'> & { readonly effectiveFrom: PlainDate };

/**
 * A procedure with what the unit says of it: by the id of a version (a running dossier; whatever holds today), or by code
 * as it holds on the day. Undefined when there is none; a code abolished by then is given with `abolished`.
 */
export async function findProcedureFor(
  db: Db,
  unitId: UnitId,
  versionIdOrCode: string,
  day: PlainDate,
): Promise<ProcedureFor | undefined> {
  const { rows } = await sql<Row>`
    with asked as (${isUuid(versionIdOrCode) ? sql`select ${versionIdOrCode}::uuid as id` : heldId(unitId, versionIdOrCode, day)})
    select v.id as "versionId", v.code, v.name, v.field, v.effective_from as "effectiveFrom", v.own, v.abolished,
      v.successor_code as "successorCode", v.content, coalesce(u.is_on, true) as "isOn", u.off_reason as "offReason",
      coalesce(u.terms, '[]') as "unitTerms", coalesce(u.fees, '[]') as "unitFees", u.citation, u.note as "unitNote",
      u.position_id as "positionId", u.department_id as "departmentId",
      array(select p.reception_point_id from unit_procedure_point p
        where p.unit_id = ${unitId} and p.code = v.code order by p.reception_point_id) as "receptionPointIds",
      coalesce(u.version, 0) as "unitVersion"
    from (
      select id, code, name, field, effective_from, false as own, abolished, successor_code, content
      from national_procedure where id = (select id from asked)
      union all
      select id, code, name, field, effective_from, true, abolished, successor_code, content
      from procedure_version where unit_id = ${unitId} and id = (select id from asked)
    ) as v
    left join unit_procedure u on u.unit_id = ${unitId} and u.code = v.code`.execute(db);
  const [row] = rows;
  return row && { ...row, effectiveFrom: row.effectiveFrom === unknownSince ? null : row.effectiveFrom };
}

/** As `findProcedureFor`; refuses with `not-found` when there is none. */
export async function getProcedureFor(
  db: Db,
  unitId: UnitId,
  versionIdOrCode: string,
  day: PlainDate,
): Promise<ProcedureFor> {
  return (await findProcedureFor(db, unitId, versionIdOrCode, day)) ?? fail('not-found', {}, 404);
}

function heldId(unitId: UnitId, code: string, day: PlainDate): RawBuilder<unknown> {
  return sql`select h.id from ${heldVersions(unitId, day, code)} as h`;
}
