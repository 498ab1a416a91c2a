import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import type { NamedProcess } from '../domain/table/write-table.ts';
import { versionToShow } from './process-rows.ts';
import { versionRows } from './version-rows.ts';

const most = 2_000;

/** The processes of a unit without the examples, each by its draft or what is in force on the day, by code. */
export async function exportedProcesses(db: Db, unitId: UnitId, day: PlainDate): Promise<NamedProcess[]> {
  const heads = await db
    .selectFrom('process')
    .select('id')
    .where('unit_id', '=', unitId)
    .orderBy('procedure_code')
    .orderBy('case_code')
    .limit(most)
    .execute();
  const versions = await versionRows(db, unitId, { processIds: heads.map((head) => head.id as Id) });
  return heads.flatMap(({ id }) => {
    const shown = versionToShow(
      versions.filter((version) => version.processId === id),
      day,
    );
    return shown && shown.source !== 'example' && shown.state !== 'discarded' ? [shown] : [];
  });
}
