import type { ServerModule } from '#server/module.ts';
import { addPublicPages } from './pages/routes.ts';

/** What everybody may read of a unit without signing in. */
export const portalModule: ServerModule = {
  name: 'portal',
  pages: addPublicPages,
};
