import type { ServerModule } from '#server/module.ts';
import { mountReminders } from './handlers.ts';
import { remind } from './jobs.ts';
import { notices } from './text.ts';

/** Tells people of what is near or past its day, once for each step, and the leaders of what stays late. */
export const reminderModule: ServerModule = {
  name: 'reminder',
  notices,
  subscriptions: { 'work.derived': ['remind'] },
  jobs: () => ({ remind: (ctx) => remind(ctx) }),
  wholeUnitJobs: ['remind'],
  routes: mountReminders,
};
