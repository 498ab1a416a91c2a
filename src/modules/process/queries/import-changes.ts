import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#server/db.ts';
import type { ImportChange } from '../contract/imports.ts';
import { isSameBody } from '../domain/compare-versions.ts';
import type { ProcessBody } from '../domain/process.ts';
import { keyOf } from './legal-term.ts';
import { versionToShow } from './process-rows.ts';
import { type VersionRow, versionRows } from './version-rows.ts';

export interface Imported extends ProcessBody {
  readonly procedureCode: string;
  readonly caseCode: string;
  readonly name: string;
}

/** A process of a table beside what the unit has. */
export interface Matched {
  readonly imported: Imported;
  /** What is stored when it is accepted: posts that the unit chose for a step stay. */
  readonly body: ProcessBody;
  readonly processId: Id | undefined;
  /** The draft or version in force it is compared with. */
  readonly before: VersionRow | undefined;
  readonly newestNumber: number;
  readonly outcome: ImportChange['outcome'];
}

/** Every process of a table with what it is here: new, changed against the draft or the version in force, or the same. */
export async function matchImport(
  db: Db,
  unitId: UnitId,
  day: PlainDate,
  all: readonly Imported[],
): Promise<readonly Matched[]> {
  const stored = await db
    .selectFrom('process')
    .select(['id', 'procedure_code', 'case_code'])
    .where('unit_id', '=', unitId)
    .where(
      'procedure_code',
      'in',
      all.map((one) => one.procedureCode),
    )
    .execute();
  const ids = new Map(
    stored.map((row) => [keyOf({ procedureCode: row.procedure_code, caseCode: row.case_code }), row.id as Id]),
  );
  const processIds = all.flatMap((one) => ids.get(keyOf(one)) ?? []);
  const versions = await versionRows(db, unitId, { processIds });
  return all.map((imported) => {
    const processId = ids.get(keyOf(imported));
    const own = versions.filter((version) => version.processId === processId);
    const before = versionToShow(own, day);
    const body = withPosts(imported, before);
    const outcome = !before ? 'added' : isSameBody(before, body) ? 'same' : 'changed';
    return { imported, body, processId, before, newestNumber: own[0]?.number ?? 0, outcome };
  });
}

/** A table names no posts: a step done by the same role keeps its own. */
function withPosts({ steps, links, declared }: ProcessBody, before: ProcessBody | undefined): ProcessBody {
  if (!before) return { steps, links, declared };
  const kept = steps.map((step) => {
    const former = before.steps.find((one) => one.no === step.no && one.actor === step.actor);
    return step.positionId === null && former ? { ...step, positionId: former.positionId } : step;
  });
  return { steps: kept, links, declared };
}
