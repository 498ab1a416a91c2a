import type { ServerModule } from '#server/module.ts';
import { addExportPages } from './export/export-pages.ts';
import { addFormPages } from './forms/form-pages.ts';
import { mountActs } from './handlers/acts/mount-acts.ts';
import { mountReads } from './handlers/reads/mount-reads.ts';
import { mountReceive } from './handlers/receive/mount-receive.ts';
import { addCheckPages } from './public/check-routes.ts';
import { dossierEvidenceUses } from './queries/evidence-uses.ts';
import { errors } from './text/errors.ts';
import { actions, fields, permissions, records, topics } from './text/words.ts';

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
  routes: (mount) => {
    mountReads(mount);
    mountReceive(mount);
    mountActs(mount);
  },
  pages: (app, services) => {
    addExportPages(app, services);
    addFormPages(app, services);
    addCheckPages(app, services);
  },
};
