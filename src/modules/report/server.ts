import { sql } from 'kysely';
import type { ServerModule } from '#server/module.ts';
import { mountReports } from './handlers/reports.ts';
import { mountSections } from './handlers/sections.ts';
import { mountTerms } from './handlers/terms.ts';
import { keepReports, remindOwners } from './jobs.ts';
import { actions, errors, fields, notices, records, topics } from './text.ts';

/** Periodic reports: their calendar, their sections with an owner and an earlier day, and the signed one that closes what it fulfils. */
export const reportModule: ServerModule = {
  name: 'report',
  errors,
  topics,
  notices,
  actions,
  fields,
  records,
  evidenceUses: {
    select: ({ unitId, may }) => sql`
      select evidence_id, 'report' as record_type, id as record_id, 'Báo cáo kỳ ' || period as title, signed_at as at,
        ${may('work.read')}::boolean as readable
      from report where unit_id = ${unitId} and evidence_id is not null`,
    path: ({ id }) => `/bao-cao/${id}`,
  },
  subscriptions: { 'work.derived': ['keep', 'remind-owners'], 'calendar.changed': ['keep'] },
  jobs: () => ({ keep: (ctx) => keepReports(ctx), 'remind-owners': (ctx) => remindOwners(ctx) }),
  wholeUnitJobs: ['keep', 'remind-owners'],
  routes: (mount) => {
    mountReports(mount);
    mountSections(mount);
    mountTerms(mount);
  },
};
