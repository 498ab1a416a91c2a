import type { ServerModule } from '#server/module.ts';
import { mountDeliveries } from './handlers/deliveries.ts';
import { mountOwnNotices } from './handlers/own-notices.ts';
import { mountPreferences } from './handlers/preferences.ts';
import { noticeJob, noticesJob } from './jobs.ts';
import { addLiveStream } from './live/live-stream.ts';
import { startMailSender } from './mail/mail-sender.ts';
import { actions, errors, fields, notices, records, topics } from './text.ts';

/**
 * Tells people what happened, on the screen and by e-mail. Another module causes a notice in three steps: it gives the
 * kind with its words in `notices` of its `ServerModule`; in a handler or job it leaves the event
 * `ctx.publish('notification.wanted', { kind, accountIds, record, params, once? })` (see `NoticeWanted` in `contract.ts`);
 * the rest, whom it reaches how and when, is done here after the commit.
 */
export const notificationModule: ServerModule = {
  name: 'notification',
  errors,
  topics,
  notices,
  actions,
  fields,
  records,
  subscriptions: { 'notification.wanted': ['make'], 'notification.many-wanted': ['make-many'] },
  jobs: (services) => ({ make: noticeJob(services), 'make-many': noticesJob(services) }),
  background: (services, onError) => startMailSender(services, { onError }),
  routes: (mount, services) => {
    mountOwnNotices(mount);
    mountPreferences(mount, services);
    mountDeliveries(mount, services);
  },
  pages: addLiveStream,
};
