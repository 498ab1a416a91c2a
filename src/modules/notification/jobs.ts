import { getSetting } from '#modules/setting/queries.ts';
import type { Context } from '#server/context.ts';
import type { Job, Services } from '#server/module.ts';
import { findNoticeKind } from '#server/notice-kinds.ts';
import { noticeWanted } from './contract.ts';
import { channelsOf } from './domain/channels.ts';
import { afterQuietHours } from './domain/quiet-hours.ts';
import { findReceivers, type Receiver } from './queries/receivers.ts';
import { addNotice, addRecipients, type NewRecipient } from './store.ts';
import { defaultsOf } from './words-of-notice.ts';

/**
 * Makes the notice that another module asked for: whom it reaches, on the screen and by e-mail, as each of them chose.
 * It runs in one transaction with its own idempotency key, so a notice is made once however often the job runs.
 */
export function noticeJob({ config }: Services): Job {
  return async (ctx, payload) => {
    const wanted = noticeWanted.parse(payload);
    const kind = findNoticeKind(wanted.kind);
    if (!kind) throw new Error(`no module gives the notice ${wanted.kind}`);
    const receivers = await findReceivers(ctx.db, ctx.unitId, wanted.accountIds);
    if (receivers.length === 0) return;
    const sendsMail = config.smtpUrl !== undefined && (await getSetting(ctx.db, ctx.unitId, 'mail.enabled'));
    const recipients = receivers.flatMap((one) => {
      const { app, email } = channelsOf(defaultsOf(kind), one.choices[wanted.kind]);
      const byMail = email && sendsMail && one.address !== null;
      return app || byMail ? [recipientOf(ctx, one, app, byMail, kind.urgent ?? false)] : [];
    });
    if (recipients.length === 0) return;
    const id = ctx.newId();
    const added = await addNotice(ctx.db, ctx.unitId, { ...wanted, id, once: wanted.once, at: ctx.at });
    if (added) await addRecipients(ctx.db, ctx.unitId, id, ctx.at, recipients);
  };
}

function recipientOf(ctx: Context, one: Receiver, inApp: boolean, byMail: boolean, urgent: boolean): NewRecipient {
  const nextAt = urgent ? ctx.now : afterQuietHours(ctx.now, one.quiet);
  return {
    accountId: one.accountId,
    inApp,
    touched: ctx.newId(),
    mail: byMail ? { id: ctx.newId(), nextAt: new Date(nextAt).toISOString() } : undefined,
  };
}
