import type { Id, UnitId } from '#kernel/brands.ts';
import type { Term } from '#kernel/term.ts';
import { makeDefaultProcess } from '#modules/process/domain/default-process.ts';
import type { ProcessBody } from '#modules/process/domain/process.ts';
import { findProcessVersion } from '#modules/process/queries.ts';
import type { Db } from '#server/db.ts';

const mostKept = 2_000;
const kept = new Map<string, ProcessBody>();

/**
 * The process a dossier goes by: the version it began under, or the default one of its term. Versions in force are never
 * changed, so one that was read is kept.
 */
export async function processOf(
  db: Db,
  unitId: UnitId,
  processVersionId: Id | null,
  term: Term | null,
): Promise<ProcessBody> {
  if (processVersionId === null) return makeDefaultProcess(term);
  const key = `${unitId} ${processVersionId}`;
  const known = kept.get(key);
  if (known) return known;
  const version = await findProcessVersion(db, unitId, processVersionId);
  if (!version) return makeDefaultProcess(term);
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, version);
  return version;
}
