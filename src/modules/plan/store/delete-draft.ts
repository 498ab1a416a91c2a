import { sql } from 'kysely';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import { stillHolds } from './in-version.ts';

const tables = [
  'plan_due_rule',
  'plan_role',
  'plan_output',
  'plan_narrative',
  'plan_responsibility',
  'plan_report_duty',
  'plan_statement',
  'plan_target',
  'plan_task',
  'plan_appendix',
] as const;

/** Takes all rows of a draft version away and lets those go on that it had ended. */
export async function deleteDraftRows(db: Db, unitId: UnitId, planId: Id, draft: number): Promise<void> {
  for (const table of tables) {
    await db
      .deleteFrom(table)
      .where('unit_id', '=', unitId)
      .where('plan_id', '=', planId)
      .where('from_version', '=', draft)
      .execute();
    await db
      .updateTable(table)
      .set({ to_version: stillHolds })
      .where('unit_id', '=', unitId)
      .where('plan_id', '=', planId)
      .where('to_version', '=', draft)
      .execute();
  }
  await db
    .deleteFrom('plan_version')
    .where('unit_id', '=', unitId)
    .where('plan_id', '=', planId)
    .where('version', '=', draft)
    .execute();
}

/** Takes away identities of rows that no version has. */
export async function deleteLooseIdentities(db: Db, unitId: UnitId, planId: Id): Promise<void> {
  const held = tables
    .filter((table) => table !== 'plan_due_rule' && table !== 'plan_role')
    .map((table) => sql`select id from ${sql.table(table)} where unit_id = ${unitId} and plan_id = ${planId}`);
  await sql`delete from plan_row where unit_id = ${unitId} and plan_id = ${planId}
    and id not in (${sql.join(held, sql` union `)})`.execute(db);
}

/** Takes a plan away that never was issued; its draft must be gone. */
export async function deletePlan(db: Db, unitId: UnitId, planId: Id): Promise<void> {
  await db.deleteFrom('plan').where('unit_id', '=', unitId).where('id', '=', planId).execute();
}
