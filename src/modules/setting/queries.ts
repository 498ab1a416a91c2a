import type { UnitId } from '#kernel/brands.ts';
import type { Db } from '#server/db.ts';
import { settingSchemas } from './contract.ts';
import { defaultSettings, type SettingKey, type Settings, settingKeys } from './domain/settings.ts';

export interface StoredSettings {
  readonly values: Settings;
  readonly versions: Readonly<Record<SettingKey, number>>;
}

/**
 * The settings of a unit, in one statement; what was never set has its default, and so has a stored value whose form
 * an earlier release allowed. A version of 0 says that the setting was never set.
 */
export async function readSettings(db: Db, unitId: UnitId): Promise<StoredSettings> {
  const rows = await db
    .selectFrom('unit_setting')
    .select(['key', 'value', 'version'])
    .where('unit_id', '=', unitId)
    .execute();
  const values: Record<string, unknown> = { ...defaultSettings };
  const versions: Record<string, number> = Object.fromEntries(settingKeys.map((key) => [key, 0]));
  for (const row of rows) {
    const key = settingKeys.find((one) => one === row.key);
    if (!key) continue;
    const parsed = settingSchemas[key].safeParse(row.value);
    if (parsed.success) values[key] = parsed.data;
    versions[key] = row.version;
  }
  return { values: values as unknown as Settings, versions: versions as StoredSettings['versions'] };
}

/** One setting of a unit. */
export async function getSetting<K extends SettingKey>(db: Db, unitId: UnitId, key: K): Promise<Settings[K]> {
  return (await readSettings(db, unitId)).values[key];
}
