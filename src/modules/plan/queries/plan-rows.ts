import type { Id, UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import { isInVersion } from '../store/in-version.ts';

/** A version of a plan. */
export interface VersionAt {
  readonly unitId: UnitId;
  readonly planId: Id;
  readonly version: number;
}

/** Figures of a version in their order. */
export async function listTargetsOf(db: Db, at: VersionAt) {
  return db.selectFrom('plan_target').selectAll().where(isInVersion(at)).orderBy('position').execute();
}

/** Purposes, objectives and funding of a version. */
export async function listStatementsOf(db: Db, at: VersionAt) {
  return db.selectFrom('plan_statement').selectAll().where(isInVersion(at)).orderBy('position').execute();
}

/** The text of a version, item by item. */
export async function listNarrativeOf(db: Db, at: VersionAt) {
  return db.selectFrom('plan_narrative').selectAll().where(isInVersion(at)).orderBy('position').execute();
}

/** Tables of a version. */
export async function listAppendicesOf(db: Db, at: VersionAt) {
  return db.selectFrom('plan_appendix').selectAll().where(isInVersion(at)).orderBy('position').execute();
}

/** Who answers for what in a version, with who that is today. */
export async function listResponsibilitiesOf(db: Db, at: VersionAt) {
  return db
    .selectFrom('plan_responsibility as r')
    .innerJoin('plan_holder as h', (join) => join.onRef('h.unit_id', '=', 'r.unit_id').onRef('h.words', '=', 'r.words'))
    .selectAll('r')
    .select(['h.kind', 'h.record_id', 'h.key'])
    .where('r.unit_id', '=', at.unitId)
    .where('r.plan_id', '=', at.planId)
    .where('r.from_version', '<=', at.version)
    .where('r.to_version', '>', at.version)
    .orderBy('r.position')
    .execute();
}

/** Reports that a version asks for. */
export async function listReportDutiesOf(db: Db, at: VersionAt) {
  return db
    .selectFrom('plan_report_duty as r')
    .innerJoin('plan_holder as h', (join) => join.onRef('h.unit_id', '=', 'r.unit_id').onRef('h.words', '=', 'r.words'))
    .selectAll('r')
    .select(['h.kind', 'h.record_id', 'h.key'])
    .where('r.unit_id', '=', at.unitId)
    .where('r.plan_id', '=', at.planId)
    .where('r.from_version', '<=', at.version)
    .where('r.to_version', '>', at.version)
    .orderBy('r.position')
    .execute();
}
