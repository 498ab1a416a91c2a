import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import { fail } from '#server/errors.ts';
import type { FeeRule, TermRule } from '../domain/procedure-content.ts';

/** What a unit says of a procedure. */
export interface UnitProcedure {
  readonly isOn: boolean;
  readonly offReason: string | null;
  readonly terms: readonly TermRule[];
  readonly fees: readonly FeeRule[];
  readonly citation: string | null;
  readonly note: string | null;
  readonly positionId: Id | null;
  readonly departmentId: Id | null;
  readonly receptionPointIds: readonly Id[];
  readonly version: number;
}

/** What holds while a unit has said nothing. */
export const unsaid: UnitProcedure = {
  isOn: true,
  offReason: null,
  terms: [],
  fees: [],
  citation: null,
  note: null,
  positionId: null,
  departmentId: null,
  receptionPointIds: [],
  version: 0,
};

/** The settings a change is based on, locked; 409 with the present ones when they have moved on. */
export async function getSettingsAt(db: Db, unitId: UnitId, code: string, version: number): Promise<UnitProcedure> {
  const { rows } = await sql<UnitProcedure>`
    select u.is_on as "isOn", u.off_reason as "offReason", u.terms, u.fees, u.citation, u.note,
      u.position_id as "positionId", u.department_id as "departmentId", u.version,
      array(select p.reception_point_id from unit_procedure_point p
        where p.unit_id = ${unitId} and p.code = ${code} order by 1) as "receptionPointIds"
    from unit_procedure u where u.unit_id = ${unitId} and u.code = ${code} for update of u`.execute(db);
  const current = rows[0] ?? unsaid;
  if (current.version !== version) fail('stale-version', {}, 409, { current });
  return current;
}

/** Writes the settings of a procedure; refuses when somebody else wrote the first ones at the same moment. */
export async function saveSettings(
  db: Db,
  unitId: UnitId,
  code: string,
  given: Omit<UnitProcedure, 'version'> & { readonly version: number },
  by: { readonly at: string; readonly id: Id | null; readonly name: string },
): Promise<number> {
  const values = {
    is_on: given.isOn,
    off_reason: given.offReason,
    terms: JSON.stringify(given.terms),
    fees: JSON.stringify(given.fees),
    citation: given.citation,
    note: given.note,
    position_id: given.positionId,
    department_id: given.departmentId,
    changed_at: by.at,
    changed_by: by.id,
    changed_by_name: by.name,
  };
  const saved = await db
    .insertInto('unit_procedure')
    .values({ unit_id: unitId, code, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['unit_id', 'code'])
        .doUpdateSet({ ...values, version: sql<number>`unit_procedure.version + 1` })
        .where('unit_procedure.version', '=', given.version),
    )
    .returning('version')
    .executeTakeFirst();
  return saved?.version ?? fail('stale-version', {}, 409);
}

/** Sets the reception points of a procedure; those that are no points of the unit are refused. */
export async function savePoints(db: Db, unitId: UnitId, code: string, ids: readonly Id[]): Promise<void> {
  await db.deleteFrom('unit_procedure_point').where('unit_id', '=', unitId).where('code', '=', code).execute();
  const points = [...new Set(ids)];
  if (points.length === 0) return;
  await db
    .insertInto('unit_procedure_point')
    .values(points.map((id) => ({ unit_id: unitId, code, reception_point_id: id })))
    .execute();
}
