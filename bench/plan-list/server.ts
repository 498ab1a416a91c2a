/** The server that the bench of plans asks: with the list once more, open to all, for the comparison without rights. */
import { listTasks } from '#modules/plan/contract/plans.ts';
import { makeTaskLister } from '#modules/plan/handlers/tasks.ts';
import { serve } from './serve.ts';

await serve((mount) =>
  mount({ ...listTasks, path: '/bench/plans/:planId/tasks', permission: 'public' }, makeTaskLister()),
);
