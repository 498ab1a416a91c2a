import type { UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import type { SettingKey } from './domain/settings.ts';

/** Stores a setting; false when `version` is not the present one (0: it was never set). */
export async function storeSetting(
  db: Db,
  unitId: UnitId,
  key: SettingKey,
  value: unknown,
  version: number,
): Promise<boolean> {
  const values = { value: JSON.stringify(value), version: version + 1 };
  const stored = await db
    .insertInto('unit_setting')
    .values({ unit_id: unitId, key, ...values })
    .onConflict((conflict) =>
      conflict.columns(['unit_id', 'key']).doUpdateSet(values).where('unit_setting.version', '=', version),
    )
    .returning('version')
    .executeTakeFirst();
  return stored !== undefined;
}
