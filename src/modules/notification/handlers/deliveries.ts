import type { Id } from '#kernel/brands.ts';
import { getSetting } from '#modules/setting/queries.ts';
import { type Context, getSession } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount, Services } from '#server/module.ts';
import { discardDelivery, listDeliveries, retryDelivery, retryFailedDeliveries, sendTestMail } from '../contract.ts';
import { type DeliveryAct, type DeliveryState, findNextState } from '../domain/delivery-state.ts';
import { countDeliveries, findDelivery, readDeliveries } from '../queries/deliveries.ts';
import { findReceivers } from '../queries/receivers.ts';
import { discardOpen, letFailedSendAgain, letSendAgain } from '../store.ts';
import { mailProblems, testNotice } from '../text.ts';
import { wordsOfNotice } from '../words-of-notice.ts';

/** What administrators see and do of e-mails on their way. */
export function mountDeliveries(mount: Mount, services: Services): void {
  mount(listDeliveries, async (ctx, { query: { page, size, q, state } }) => {
    const { rows, total } = await readDeliveries(ctx.db, ctx.unitId, { state, words: q, page, size });
    const counts = await countDeliveries(ctx.db, ctx.unitId);
    return { rows: rows.map(rowOf), total, page, size, counts, configured: services.config.smtpUrl !== undefined };
  });

  mount(retryDelivery, async (ctx, { params: { deliveryId }, body: { version } }) => {
    const before = await openDelivery(ctx, deliveryId, 'retry');
    if (!(await letSendAgain(ctx.db, ctx.unitId, deliveryId, version, ctx.at))) failStale(before);
    logOne(ctx, 'delivery.retried', deliveryId, before.state, 'waiting');
    return { ok: true as const };
  });

  mount(discardDelivery, async (ctx, { params: { deliveryId }, body: { version, reason } }) => {
    const before = await openDelivery(ctx, deliveryId, 'discard');
    if (!(await discardOpen(ctx.db, ctx.unitId, deliveryId, version))) failStale(before);
    logOne(ctx, 'delivery.discarded', deliveryId, before.state, 'discarded', reason);
    return { ok: true as const };
  });

  mount(retryFailedDeliveries, async (ctx) => {
    const count = await letFailedSendAgain(ctx.db, ctx.unitId, ctx.at);
    ctx.log({ action: 'delivery.retried-all', record: { type: 'unit', id: ctx.unitId }, after: { count } });
    return { count };
  });

  mount(sendTestMail, async (ctx) => {
    const { accountId } = getSession(ctx);
    if (services.config.smtpUrl === undefined) fail('mail-not-configured', {}, 409);
    if (!(await getSetting(ctx.db, ctx.unitId, 'mail.enabled'))) fail('mail-switched-off', {}, 409);
    const [me] = await findReceivers(ctx.db, ctx.unitId, [accountId]);
    if (!me?.address) fail('no-own-address', {}, 409);
    const record = { type: 'account', id: accountId };
    ctx.publish('notification.wanted', { kind: testNotice, accountIds: [accountId], record, params: {} });
    ctx.log({ action: 'delivery.test-sent', record });
    return { ok: true as const };
  });
}

type StoredDelivery = Awaited<ReturnType<typeof readDeliveries>>['rows'][number];

function rowOf(row: StoredDelivery) {
  const problem = row.state === 'sent' ? null : row.error_code;
  return {
    id: row.id as Id,
    state: row.state as DeliveryState,
    title: wordsOfNotice(row.kind, row.params).title,
    kind: row.kind,
    recipient: row.recipient,
    address: row.address,
    attempts: row.attempts,
    repeats: row.repeats,
    at: row.at,
    nextAt: row.next_at,
    sentAt: row.sent_at,
    problem: problem === null ? null : ((mailProblems as Record<string, string>)[problem] ?? problem),
    reply: row.error_reply,
    version: row.version,
  };
}

async function openDelivery(ctx: Context, deliveryId: Id, act: DeliveryAct) {
  const found = await findDelivery(ctx.db, ctx.unitId, deliveryId);
  if (!found) fail('not-found', {}, 404);
  if (!findNextState(found.state as DeliveryState, act)) fail('delivery-not-open', {}, 409);
  return found;
}

function failStale(current: object): never {
  fail('stale-version', {}, 409, { current });
}

function logOne(ctx: Context, action: string, id: Id, before: string, after: string, reason?: string): void {
  ctx.log({
    action,
    record: { type: 'delivery', id },
    before: { state: before },
    after: { state: after },
    ...(reason === undefined ? {} : { reason }),
  });
}
