import type { Context } from '#server/context.ts';
import type { SettingKey, Settings } from './domain/settings.ts';
import { storeSetting } from './store.ts';

/** Sets a setting that the unit never set; one that is there stays. */
export async function seedSetting<K extends SettingKey>(ctx: Context, key: K, value: Settings[K]): Promise<void> {
  await storeSetting(ctx.db, ctx.unitId, key, value, 0);
}
