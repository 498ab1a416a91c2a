import type { ServerModule } from '#server/module.ts';
import { addExportPage } from './export-page.ts';
import { mountCertification } from './handlers.ts';
import { actions, errors, fields, permissions, records, topics } from './text.ts';

/** The books of certification: copies, signatures and contracts, with numbers and fees. */
export const certificationModule: ServerModule = {
  name: 'certification',
  errors,
  permissions,
  topics,
  actions,
  fields,
  records,
  routes: mountCertification,
  pages: addExportPage,
};
