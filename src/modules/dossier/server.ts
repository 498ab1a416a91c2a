import type { ServerModule } from '#server/module.ts';
import { addExportPages } from './export/export-pages.ts';
import { addFormPages } from './forms/form-pages.ts';
import { mountActs } from './handlers/acts/mount-acts.ts';
import { mountImport } from './handlers/import.ts';
import { mountReads } from './handlers/reads/mount-reads.ts';
import { mountReceive } from './handlers/receive/mount-receive.ts';
import { mountWatch } from './handlers/watch.ts';
import { addCheckPages } from './public/check-routes.ts';
import { dossierEvidenceUses } from './queries/evidence-uses.ts';
import { reproject } from './reproject/reproject.ts';
import { errors } from './text/errors.ts';
import { actions, fields, permissions, records, topics } from './text/words.ts';
import { noteLate, scanDossiers } from './watch/scan.ts';

/** The one-stop shop: dossiers taken in, worked on, answered and handed over, with their deadlines. */
export const dossierModule: ServerModule = {
  name: 'dossier',
  errors,
  permissions,
  topics,
  actions,
  fields,
  records,
  evidenceUses: dossierEvidenceUses,
  subscriptions: {
    'calendar.changed': ['reproject'],
    'work.derived': ['note-late', 'scan'],
    'dossier.imported': ['scan'],
  },
  jobs: () => ({
    'note-late': (ctx) => noteLate(ctx),
    scan: async (ctx) => void (await scanDossiers(ctx)),
  }),
  longJobs: () => ({ reproject: (work) => reproject(work) }),
  wholeUnitJobs: ['reproject', 'note-late', 'scan'],
  routes: (mount, services) => {
    mountReads(mount);
    mountReceive(mount);
    mountActs(mount);
    mountWatch(mount);
    mountImport(mount, services);
  },
  pages: (app, services) => {
    addExportPages(app, services);
    addFormPages(app, services);
    addCheckPages(app, services);
  },
};
