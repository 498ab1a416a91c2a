import { sql } from 'kysely';
import type { UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import { fail } from '#server/errors.ts';
import type { LifeEvent } from '../contract/life-events.ts';

/** Writes a unit's life event; refuses when somebody else wrote it at the same moment. */
export async function upsertLifeEvent(
  db: Db,
  unitId: UnitId,
  given: Omit<LifeEvent, 'own' | 'version'>,
  version: number,
): Promise<LifeEvent> {
  const values = {
    name: given.name,
    sort: given.sort,
    procedure_codes: [...given.procedureCodes],
    is_shown: given.isShown,
  };
  const saved = await db
    .insertInto('life_event')
    .values({ unit_id: unitId, code: given.code, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['unit_id', 'code'])
        .doUpdateSet({ ...values, version: sql<number>`life_event.version + 1` })
        .where('life_event.version', '=', version),
    )
    .returning('version')
    .executeTakeFirst();
  if (!saved) fail('stale-version', {}, 409);
  return { ...given, own: true, version: saved.version };
}
