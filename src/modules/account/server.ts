import type { ServerModule } from '#server/module.ts';
import { mountAdministration } from './handlers/administration.ts';
import { mountOwnAccount } from './handlers/own-account.ts';
import { mountRoles } from './handlers/roles.ts';
import { mountSession } from './handlers/session.ts';
import { mountTokens } from './handlers/tokens.ts';
import { mountTotp } from './handlers/totp.ts';
import { addSignInPages } from './pages/routes.ts';
import { accountActions, accountErrors, accountFields, accountPermissions, accountTopics } from './text.ts';

export const accountModule: ServerModule = {
  name: 'account',
  errors: accountErrors,
  permissions: accountPermissions,
  topics: accountTopics,
  actions: accountActions,
  fields: accountFields,
  records: {
    account: { name: 'tài khoản', permission: 'account.manage' },
    'demo-clock': { name: 'ngày thử nghiệm', permission: 'log.read' },
  },
  inSessions: { account: 'everybody', 'demo-clock': 'everybody' },
  routes: (mount, services) => {
    mountSession(mount, services);
    mountOwnAccount(mount, services);
    mountTotp(mount, services);
    mountTokens(mount);
    mountAdministration(mount);
    mountRoles(mount);
  },
  pages: addSignInPages,
};
