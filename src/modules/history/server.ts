import type { ServerModule } from '#server/module.ts';
import { mountHistory } from './handlers.ts';
import { actions, errors, permissions, records } from './text.ts';

/** What was done, in words and with proof; the log itself is kept by the server. */
export const historyModule: ServerModule = {
  name: 'history',
  errors,
  permissions,
  actions,
  records,
  routes: mountHistory,
};
