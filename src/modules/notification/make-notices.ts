import { getSetting } from '#modules/setting/queries.ts';
import type { Config } from '#server/config.ts';
import type { Context } from '#server/context.ts';
import { findNoticeKind, type NoticeKind } from '#server/notice-kinds.ts';
import type { NoticeWanted } from './contract.ts';
import { channelsOf } from './domain/channels.ts';
import { afterQuietHours } from './domain/quiet-hours.ts';
import { findReceivers, type Receiver } from './queries/receivers.ts';
import { addNotices, addRecipients, type NewRecipient } from './store.ts';
import { defaultsOf } from './words-of-notice.ts';

/**
 * Makes the notices that another module asked for: whom each reaches, on the screen and by e-mail, as each person chose.
 * What was told before under the same `once` is left out. A few statements, however many notices.
 */
export async function makeNotices(ctx: Context, config: Config, wanted: readonly NoticeWanted[]): Promise<void> {
  const kinds = new Map(wanted.map(({ kind }) => [kind, kindOf(kind)]));
  const known = await findReceivers(
    ctx.db,
    ctx.unitId,
    wanted.flatMap(({ accountIds }) => accountIds),
  );
  if (known.length === 0) return;
  const receivers = new Map(known.map((one) => [one.accountId, one]));
  const sendsMail = config.smtpUrl !== undefined && (await getSetting(ctx.db, ctx.unitId, 'mail.enabled'));
  const made = wanted.flatMap((notice) => {
    const recipients = [...new Set(notice.accountIds)].flatMap((accountId) => {
      const receiver = receivers.get(accountId);
      return receiver ? recipientsOf(ctx, receiver, notice, kinds.get(notice.kind), sendsMail) : [];
    });
    return recipients.length === 0 ? [] : [{ ...notice, id: ctx.newId(), once: notice.once, at: ctx.at, recipients }];
  });
  const added = await addNotices(ctx.db, ctx.unitId, made);
  const reached = made
    .filter(({ id }) => added.has(id))
    .flatMap(({ id, recipients }) => recipients.map((one) => ({ ...one, noticeId: id })));
  await addRecipients(ctx.db, ctx.unitId, ctx.at, reached);
}

function kindOf(name: string): NoticeKind {
  const kind = findNoticeKind(name);
  if (!kind) throw new Error(`no module gives the notice ${name}`);
  return kind;
}

function recipientsOf(
  ctx: Context,
  one: Receiver,
  notice: NoticeWanted,
  kind: NoticeKind | undefined,
  sendsMail: boolean,
): NewRecipient[] {
  const { app, email } = channelsOf(defaultsOf(kind), one.choices[notice.kind]);
  const byMail = email && sendsMail && one.address !== null;
  if (!app && !byMail) return [];
  const from = Math.max(ctx.now, notice.mailFrom === undefined ? 0 : Date.parse(notice.mailFrom));
  const nextAt = kind?.urgent ? from : afterQuietHours(from, one.quiet);
  return [
    {
      accountId: one.accountId,
      inApp: app,
      touched: ctx.newId(),
      mail: byMail ? { id: ctx.newId(), nextAt: new Date(nextAt).toISOString() } : undefined,
    },
  ];
}
