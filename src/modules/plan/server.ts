import type { Id } from '#kernel/brands.ts';
import type { ServerModule } from '#server/module.ts';
import { addExportPages } from './export/export-pages.ts';
import { mountAccept } from './handlers/accept.ts';
import { mountDraftParts } from './handlers/draft-parts.ts';
import { mountDraftTasks } from './handlers/draft-tasks.ts';
import { mountDrafts } from './handlers/drafts.ts';
import { mountImports } from './handlers/imports.ts';
import { mountParts } from './handlers/parts.ts';
import { mountPlans } from './handlers/plans.ts';
import { mountReviewActs } from './handlers/review-acts.ts';
import { mountTasks } from './handlers/tasks.ts';
import { readImport } from './jobs/read-import.ts';
import { refreshHolders } from './store/holders.ts';
import { errors } from './text/errors.ts';
import { actions, fields, notices, permissions, records, topics } from './text/words.ts';

/** The plan of reform: read from its document, kept by version, searched and given out again. */
export const planModule: ServerModule = {
  name: 'plan',
  errors,
  permissions,
  topics,
  notices,
  actions,
  fields,
  records,
  subscriptions: {
    'plan-import.waiting': ['read'],
    'org.changed': ['refresh-holders'],
    'unit.changed': ['refresh-holders'],
  },
  jobs: () => ({ 'refresh-holders': (ctx) => refreshHolders(ctx) }),
  wholeUnitJobs: ['refresh-holders'],
  longJobs: (services) => ({
    read: (work, payload) =>
      readImport(work, services.files, {
        importId: payload.importId as Id,
        reading: Number(payload.reading),
      }),
  }),
  routes: (mount) => {
    mountImports(mount);
    mountReviewActs(mount);
    mountAccept(mount);
    mountPlans(mount);
    mountTasks(mount);
    mountParts(mount);
    mountDrafts(mount);
    mountDraftTasks(mount);
    mountDraftParts(mount);
  },
  pages: addExportPages,
};
