import type { ServerModule } from '#server/module.ts';
import { addExportPages } from './export/export-pages.ts';
import { mountImports } from './handlers/imports.ts';
import { mountProcesses } from './handlers/processes.ts';
import { mountVersions } from './handlers/versions.ts';
import { actions, errors, fields, permissions, records, topics } from './text.ts';

/** Internal processes of procedures: versions, steps, ways between them; other modules read them by `queries.ts`. */
export const processModule: ServerModule = {
  name: 'process',
  errors,
  permissions,
  topics,
  actions,
  fields,
  records,
  routes: (mount, services) => {
    mountProcesses(mount);
    mountVersions(mount);
    mountImports(mount, services);
  },
  pages: addExportPages,
};
