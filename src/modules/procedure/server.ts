import type { ServerModule } from '#server/module.ts';
import { addCatalogueFiles } from './files/export-pages.ts';
import { mountProcedures } from './handlers.ts';
import { actions, errors, fields, permissions, records, topics } from './text.ts';

/** Administrative procedures: the nation's catalogue, what a unit adds and sets; other modules read it by `queries.ts`. */
export const procedureModule: ServerModule = {
  name: 'procedure',
  errors,
  permissions,
  topics,
  actions,
  fields,
  records,
  routes: mountProcedures,
  pages: addCatalogueFiles,
};
