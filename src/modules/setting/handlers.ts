import { fail } from '#server/errors.ts';
import type { Mount, Services } from '#server/module.ts';
import { listSettings, saveSetting } from './contract.ts';
import { settingKeys } from './domain/settings.ts';
import { readSettings } from './queries.ts';
import { storeSetting } from './store.ts';

/** The routes of the settings of a unit. */
export function mountSettings(mount: Mount, { config }: Services): void {
  mount(listSettings, async (ctx) => {
    const { values, versions } = await readSettings(ctx.db, ctx.unitId);
    return {
      settings: settingKeys.map((key) => ({ key, value: values[key], version: versions[key] })),
      mailFrom: config.smtpUrl === undefined ? null : config.mailFrom,
    };
  });

  mount(saveSetting, async (ctx, { body: { key, value, version } }) => {
    const before = await readSettings(ctx.db, ctx.unitId);
    const stored = await storeSetting(ctx.db, ctx.unitId, key, value, version);
    if (!stored) {
      const current = { key, value: before.values[key], version: before.versions[key] };
      fail('stale-version', {}, 409, { current });
    }
    ctx.log({
      action: 'setting.changed',
      record: { type: 'setting', id: key },
      before: { [key]: before.values[key] },
      after: { [key]: value },
    });
    ctx.publish('setting.changed', { key });
    return { key, value, version: version + 1 };
  });
}
