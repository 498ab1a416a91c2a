import type { Id } from '#kernel/brands.ts';
import type { ServerModule } from '#server/module.ts';
import { addWorkPages } from './export/work-pages.ts';
import { mountActs } from './handlers/acts/mount-acts.ts';
import { mountCalendarFeed } from './handlers/reads/calendar-feed.ts';
import { mountReads } from './handlers/reads/mount-reads.ts';
import { mountTakeovers } from './handlers/takeovers.ts';
import { mountTasks } from './handlers/tasks/mount-tasks.ts';
import { workEvidenceUses } from './queries/evidence-uses.ts';
import { closeByReport, reportSigned } from './sync/close-by-report.ts';
import { deriveStates } from './sync/derive.ts';
import { handOver, takeoverAsked } from './sync/hand-over.ts';
import { routeAgain } from './sync/route-again.ts';
import { syncAllPlans, syncPlan } from './sync/sync-plan.ts';
import { takeOver, takeoverHanded } from './sync/take-over.ts';
import { watchDay } from './sync/watch-day.ts';
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
  evidenceUses: workEvidenceUses,
  subscriptions: {
    'plan.accepted': ['sync-plan'],
    'plan.holders-changed': ['sync-all'],
    'org.changed': ['sync-all', 'route-again'],
    'work.derived': ['route-again'],
    'calendar.changed': ['sync-all'],
    'report-terms.changed': ['sync-all'],
    'report.signed': ['close-by-report'],
    'setting.changed': ['derive'],
    'takeover.asked': ['hand-over'],
    'takeover.handed': ['take-over'],
  },
  jobs: () => ({
    derive: (ctx) => deriveStates(ctx),
    'route-again': (ctx) => routeAgain(ctx),
    'hand-over': (ctx, payload) => handOver(ctx, takeoverAsked.parse(payload)),
    'take-over': (ctx, payload) => takeOver(ctx, takeoverHanded.parse(payload)),
    'close-by-report': (ctx, payload) => closeByReport(ctx, reportSigned.parse(payload)),
  }),
  longJobs: () => ({
    'sync-plan': (work, payload) => syncPlan(work, payload.planId as Id),
    'sync-all': (work) => syncAllPlans(work),
  }),
  topicsAtUnit: ['takeover.asked', 'takeover.handed'],
  wholeUnitJobs: ['derive', 'sync-all', 'route-again'],
  background: watchDay,
  routes: (mount, services) => {
    mountReads(mount);
    mountCalendarFeed(mount, services.config.publicUrl);
    mountTakeovers(mount);
    mountActs(mount);
    mountTasks(mount, services.files);
  },
  pages: addWorkPages,
};
