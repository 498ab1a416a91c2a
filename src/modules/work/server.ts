import type { ServerModule } from '#server/module.ts';
import { mountActs } from './handlers/acts/mount-acts.ts';
import { mountReads } from './handlers/reads/mount-reads.ts';
import { mountTasks } from './handlers/tasks/mount-tasks.ts';
import { errors } from './text/errors.ts';
import { actions, fields, notices, permissions, records, topics } from './text/words.ts';

/** Working the plan: what falls due, who does it, what was handed in and decided. */
export const workModule: ServerModule = {
  name: 'work',
  errors,
  permissions,
  topics,
  notices,
  actions,
  fields,
  records,
  routes: (mount) => {
    mountReads(mount);
    mountActs(mount);
    mountTasks(mount);
  },
};
