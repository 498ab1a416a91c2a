import type { ServerModule } from '#server/module.ts';
import { mountSettings } from './handlers.ts';
import { actions, fields, permissions, records, topics } from './text.ts';

/** What an administrator sets for the unit; other modules read it by `queries.ts`. */
export const settingModule: ServerModule = {
  name: 'setting',
  permissions,
  topics,
  actions,
  fields,
  records,
  routes: mountSettings,
};
