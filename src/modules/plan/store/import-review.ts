import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Id, UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import type { ContradictionChoice } from '../domain/contradictions/contradiction.ts';
import type { MadeEdit } from '../domain/review/rebase-edits.ts';

/** Who did something, and when. */
export interface Doer {
  readonly at: string;
  readonly by: Id | null;
  readonly byName: string;
}

export interface StoredEdit extends MadeEdit {
  readonly reason: string | null;
  readonly applied: boolean;
  readonly made_at: string;
  readonly made_by_name: string;
}

export interface StoredDecision {
  readonly doubt_id: string;
  readonly kind: string;
  readonly choice: ContradictionChoice;
  readonly reason: string | null;
  readonly places: readonly string[];
  readonly made_at: string;
  readonly made_by: string | null;
  readonly made_by_name: string;
}

export interface StoredLine {
  readonly line: number;
  readonly use: 'furniture' | 'field';
  readonly path: string | null;
  readonly made_at: string;
  readonly made_by_name: string;
}

/** What people did with an import so far. */
export interface ReviewActs {
  readonly edits: readonly StoredEdit[];
  readonly decisions: readonly StoredDecision[];
  readonly lines: readonly StoredLine[];
}

/** Corrections, decisions and settled lines of an import, each in the order they were made, by one statement. */
export async function loadReviewActs(db: Db, unitId: UnitId, importId: Id): Promise<ReviewActs> {
  const row = await db
    .selectFrom('plan_import as i')
    .where('i.unit_id', '=', unitId)
    .where('i.id', '=', importId)
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('plan_import_edit as e')
          .select([
            'e.id',
            'e.op',
            'e.path',
            'e.before',
            'e.after',
            'e.reason',
            'e.applied',
            'e.made_at',
            'e.made_by_name',
          ])
          .where('e.unit_id', '=', unitId)
          .where('e.import_id', '=', importId)
          .orderBy('e.id'),
      ).as('edits'),
      jsonArrayFrom(
        eb
          .selectFrom('plan_import_decision as d')
          .selectAll('d')
          .where('d.unit_id', '=', unitId)
          .where('d.import_id', '=', importId)
          .orderBy('d.made_at')
          .orderBy('d.doubt_id'),
      ).as('decisions'),
      jsonArrayFrom(
        eb
          .selectFrom('plan_import_line as l')
          .select(['l.line', 'l.use', 'l.path', 'l.made_at', 'l.made_by_name'])
          .where('l.unit_id', '=', unitId)
          .where('l.import_id', '=', importId)
          .orderBy('l.line'),
      ).as('lines'),
    ])
    .executeTakeFirst();
  return (row ?? { edits: [], decisions: [], lines: [] }) as unknown as ReviewActs;
}

/** Keeps corrections; their ids must sort in the order they were made. */
export async function insertEdits(
  db: Db,
  unitId: UnitId,
  importId: Id,
  edits: readonly (MadeEdit & { readonly reason?: string | undefined })[],
  doer: Doer,
): Promise<void> {
  if (edits.length === 0) return;
  await db
    .insertInto('plan_import_edit')
    .values(
      edits.map((edit) => ({
        unit_id: unitId,
        import_id: importId,
        id: edit.id,
        op: edit.op,
        path: edit.path,
        before: edit.before === undefined ? null : JSON.stringify(edit.before),
        after: edit.after === undefined ? null : JSON.stringify(edit.after),
        reason: edit.reason ?? null,
        made_at: doer.at,
        made_by: doer.by,
        made_by_name: doer.byName,
      })),
    )
    .execute();
}

/** Says which corrections a new reading no longer takes. */
export async function markEdits(db: Db, unitId: UnitId, importId: Id, left: ReadonlySet<string>): Promise<void> {
  await db
    .updateTable('plan_import_edit')
    .set({ applied: sql<boolean>`not (id = any(${[...left]}::uuid[]))` })
    .where('unit_id', '=', unitId)
    .where('import_id', '=', importId)
    .execute();
}

/** Writes the decisions of an import as they are now, in place of those before. */
export async function replaceDecisions(
  db: Db,
  unitId: UnitId,
  importId: Id,
  decisions: readonly StoredDecision[],
): Promise<void> {
  await db.deleteFrom('plan_import_decision').where('unit_id', '=', unitId).where('import_id', '=', importId).execute();
  if (decisions.length === 0) return;
  await db
    .insertInto('plan_import_decision')
    .values(
      decisions.map((one) => ({
        unit_id: unitId,
        import_id: importId,
        doubt_id: one.doubt_id,
        kind: one.kind,
        choice: one.choice,
        reason: one.reason,
        places: JSON.stringify(one.places),
        made_at: one.made_at,
        made_by: one.made_by,
        made_by_name: one.made_by_name,
      })),
    )
    .execute();
}

/** Says what became of unread lines; a later word takes the place of an earlier one. */
export async function settleLines(
  db: Db,
  unitId: UnitId,
  importId: Id,
  lines: readonly number[],
  use: 'furniture' | 'field',
  path: string | null,
  doer: Doer,
): Promise<void> {
  await db
    .insertInto('plan_import_line')
    .values(
      lines.map((line) => ({
        unit_id: unitId,
        import_id: importId,
        line,
        use,
        path,
        made_at: doer.at,
        made_by: doer.by,
        made_by_name: doer.byName,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['unit_id', 'import_id', 'line']).doUpdateSet((eb) => ({
        use: eb.ref('excluded.use'),
        path: eb.ref('excluded.path'),
        made_at: eb.ref('excluded.made_at'),
        made_by: eb.ref('excluded.made_by'),
        made_by_name: eb.ref('excluded.made_by_name'),
      })),
    )
    .execute();
}
