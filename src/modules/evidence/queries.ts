import type { Id, UnitId } from '#kernel/brands.ts';
import type { Context } from '#server/context.ts';
import type { Db } from '#server/db.ts';
import { fail } from '#server/errors.ts';
import { evidenceByIds, readableAmong, type StoredEvidence } from './store/read-evidence.ts';

/** What other modules show of the evidence their records use. */
export type Evidence = Omit<StoredEvidence, 'createdBy'>;

/** Evidence by id, for records of other modules that use it; the module of the record has asked who may read it. */
export async function evidenceOf(db: Db, unitId: UnitId, ids: readonly Id[]): Promise<ReadonlyMap<Id, Evidence>> {
  const found = await evidenceByIds({ db, unitId }, [...new Set(ids)]);
  return new Map(found.map(({ createdBy: _, ...evidence }) => [evidence.id, evidence]));
}

/**
 * The evidence a person wants to use in a record of another module, in the order given. Refuses (404) what that person
 * may not read: using it would let others read it.
 */
export async function getUsable(ctx: Context, ids: readonly Id[]): Promise<Evidence[]> {
  const found = new Map((await readableAmong(ctx, ids)).map((evidence) => [evidence.id, evidence]));
  return [...new Set(ids)].map((id) => found.get(id) ?? fail('not-found', {}, 404));
}
