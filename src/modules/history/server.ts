import type { ServerModule } from '#server/module.ts';
import { mountHistory } from './handlers.ts';
import { errors, permissions, refusedAction, routeRecord } from './text.ts';

/** What was done, in words and with proof; the log itself is kept by the server. */
export const historyModule: ServerModule = {
  name: 'history',
  errors,
  permissions,
  actions: { [refusedAction]: 'bị từ chối' },
  records: { route: routeRecord },
  routes: mountHistory,
};
