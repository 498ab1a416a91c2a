import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import { fail } from '#server/errors.ts';
import type { VersionAnswer } from '../contract/versions.ts';
import { findingsOf, shownFinding } from './findings-of.ts';
import { legalTermOf } from './legal-term.ts';
import { headOf, type VersionRow, versionRows } from './version-rows.ts';

/** A version; refuses with `not-found` when the unit has none of that id. */
export async function getVersionRow(db: Db, unitId: UnitId, id: Id): Promise<VersionRow> {
  const [row] = await versionRows(db, unitId, { ids: [id] });
  return row ?? fail('not-found', {}, 404);
}

/** A version for its screen, with everything that is to be said of it on the day. */
export async function versionAnswer(db: Db, unitId: UnitId, id: Id, day: PlainDate): Promise<VersionAnswer> {
  const row = await getVersionRow(db, unitId, id);
  const { term: legalTerm } = await legalTermOf(db, unitId, row.procedureCode, row.caseCode, row.effectiveFrom ?? day);
  const days = { from: row.effectiveFrom, to: row.effectiveTo };
  const findings = await findingsOf(db, unitId, day, { body: row, legalTerm, days });
  const named = row.steps.flatMap((step) => step.positionId ?? []);
  const positions =
    named.length === 0
      ? []
      : await db
          .selectFrom('position')
          .select(['id', 'title'])
          .where('unit_id', '=', unitId)
          .where('id', 'in', named)
          .$castTo<{ id: Id; title: string }>()
          .execute();
  const { stepCount: _, ...head } = headOf(row);
  return {
    ...head,
    processId: row.processId,
    procedureCode: row.procedureCode,
    caseCode: row.caseCode,
    name: row.name,
    note: row.note,
    warningsReason: row.warningsReason,
    legalTerm,
    steps: row.steps.map((step) => ({ ...step })) as VersionAnswer['steps'],
    links: [...row.links],
    declared: row.declared,
    positions,
    findings: findings.map(shownFinding),
  };
}
