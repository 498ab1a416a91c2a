import type { Id } from '#kernel/brands.ts';
import type { ServerModule } from '#server/module.ts';
import { mountCheck } from './files/check-file.ts';
import { addFilePages } from './files/file-pages.ts';
import { renderVersion } from './files/render-version.ts';
import { mountRendering } from './files/show-rendering.ts';
import { mountChanges } from './handlers/change.ts';
import { mountEnter } from './handlers/enter.ts';
import { mountReads } from './handlers/read.ts';
import { scanVersion } from './scan/scan-version.ts';
import { findReadable } from './store/read-evidence.ts';
import { errors } from './text/errors.ts';
import { actions, fields, notices, permissions, topics } from './text/words.ts';
import { sweepUploads } from './uploads/sweep-uploads.ts';
import { addUploadPages } from './uploads/upload-pages.ts';

/** Issued documents and files that show that work was done: stored once, used by many records. */
export const evidenceModule: ServerModule = {
  name: 'evidence',
  errors,
  permissions,
  topics,
  notices,
  actions,
  fields,
  records: {
    evidence: {
      name: 'minh chứng',
      permission: 'evidence.read',
      mayRead: async (ctx, recordId) => (await findReadable(ctx, recordId as Id)) !== undefined,
    },
  },
  subscriptions: { 'evidence.file-added': ['scan'], 'evidence.file-safe': ['render'] },
  longJobs: (services) => ({
    scan: (work, payload) => scanVersion(services, work, payload),
    render: (work, payload) => renderVersion(services.files, work, payload),
  }),
  background: sweepUploads,
  routes: (mount, services) => {
    mountReads(mount);
    mountEnter(mount, services);
    mountChanges(mount, services);
    mountCheck(mount, services);
    mountRendering(mount, services);
  },
  pages: (app, services) => {
    addFilePages(app, services);
    addUploadPages(app, services);
  },
};
