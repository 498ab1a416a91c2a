import { sql } from 'kysely';
import type { Id } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import { isInVersion } from '../store/in-version.ts';
import type { VersionAt } from './plan-rows.ts';

/** Where a task of a version came from: its table, and its place in the import it was read in. */
export async function findTaskSource(db: Db, at: VersionAt, taskId: Id) {
  const row = await db
    .selectFrom('plan_task as t')
    .leftJoin('plan_appendix as a', (join) =>
      join
        .onRef('a.unit_id', '=', 't.unit_id')
        .onRef('a.id', '=', 't.appendix_id')
        .on('a.from_version', '<=', at.version)
        .on('a.to_version', '>', at.version),
    )
    .select(['t.source_import', 't.source_path', 't.source_lines', 'a.number', 'a.title'])
    .where('t.unit_id', '=', at.unitId)
    .where('t.plan_id', '=', at.planId)
    .where('t.id', '=', taskId)
    .where('t.from_version', '<=', at.version)
    .where('t.to_version', '>', at.version)
    .executeTakeFirst();
  const appendix = row && row.number !== null && row.title !== null ? { number: row.number, title: row.title } : null;
  const source =
    row?.source_import && row.source_path
      ? { importId: row.source_import as Id, path: row.source_path, lines: row.source_lines }
      : null;
  return { appendix, source };
}

/** Items of the text that a task carries out. */
export async function listNarrativeOfTask(db: Db, at: VersionAt, taskId: Id) {
  return db
    .selectFrom('plan_narrative')
    .selectAll()
    .where(isInVersion(at))
    .where(sql<boolean>`${taskId}::uuid = any(task_ids)`)
    .orderBy('position')
    .execute();
}
