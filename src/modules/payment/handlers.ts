import type { Id } from '#kernel/brands.ts';
import { getReadableDossier, type ReadableDossier } from '#modules/dossier/queries.ts';
import { feesFor } from '#modules/procedure/domain/fees-for.ts';
import { findProcedureFor } from '#modules/procedure/queries.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { closeCashDay, getCashDay, getDossierFees, listCashDays, refundFees, takeFees } from './contract.ts';
import { mayClose } from './domain/may-close.ts';
import { entriesOfDay, entriesOfDossier, findClosedDay, findEntry, listDays, sumsOfDay } from './queries.ts';
import { book, insertCashDay, lockDay } from './store.ts';

export function mountPayment(mount: Mount): void {
  mountTaking(mount);
  mountBook(mount);
}

/** Taking and giving back. */
function mountTaking(mount: Mount): void {
  mount(takeFees, async (ctx, { body }) => {
    if (body.dossierId) await getChargeable(ctx, body.dossierId);
    const entry = await book(ctx, { ...body, kind: 'taking', refundsId: null, reason: null });
    ctx.log({ action: 'fee.taken', record: { type: 'fee', id: entry.id }, after: { ...body, amount: entry.amount } });
    ctx.publish('payment.taken', { entryId: entry.id, dossierId: body.dossierId });
    return entry;
  });

  mount(refundFees, async (ctx, { params, body: { reason } }) => {
    const taken = (await findEntry(ctx, params.entryId)) ?? fail('not-found', {}, 404);
    if (taken.kind === 'refund') fail('fee-is-refund', {}, 409);
    if (taken.refundedAt !== null) fail('fee-refunded', {}, 409);
    const { dossierId, payer, rows, way } = taken;
    const given = { dossierId, payer, rows, way, reason, reference: null };
    const entry = await book(ctx, { ...given, kind: 'refund', refundsId: taken.id });
    ctx.log({
      action: 'fee.refunded',
      record: { type: 'fee', id: taken.id },
      after: { amount: entry.amount, payer },
      reason,
    });
    ctx.publish('payment.refunded', { entryId: entry.id, dossierId });
    return entry;
  });

  mount(getDossierFees, async (ctx, { params: { dossierId } }) => {
    const dossier = await getReadableDossier(ctx, dossierId);
    const entries = await entriesOfDossier(ctx, dossierId);
    const sign = { taking: 1, refund: -1 };
    return {
      asked: await askedFees(ctx, dossier),
      entries,
      taken: entries.reduce((sum, entry) => sum + sign[entry.kind] * entry.amount, 0),
    };
  });
}

/** A correction costs nothing: the body at fault pays (Decree 61/2018 art. 21). */
async function getChargeable(ctx: Context, dossierId: Id): Promise<void> {
  const { correctsId } = await getReadableDossier(ctx, dossierId);
  if (correctsId) fail('fee-after-correction', {}, 409);
}

async function askedFees(ctx: Context, dossier: ReadableDossier) {
  if (!dossier.procedureVersionId || dossier.correctsId) return [];
  const procedure = await findProcedureFor(ctx.db, ctx.unitId, dossier.procedureVersionId, ctx.today);
  if (!procedure) return [];
  const fees = feesFor(procedure, dossier.channel, dossier.caseCode || null);
  return fees.map(({ code, name, amount, legalBasis }) => ({ code, name, amount, legalBasis }));
}

/** The cash book. */
function mountBook(mount: Mount): void {
  mount(listCashDays, async (ctx, { query: { page, size } }) => ({
    ...(await listDays(ctx, page, size)),
    ...{ page, size },
  }));

  mount(getCashDay, async (ctx, { params: { day }, query: { page, size } }) => {
    const { cash, transfer, entries } = await sumsOfDay(ctx, day);
    const rows = await entriesOfDay(ctx, day, page, size);
    return { rows, total: entries, page, size, cash, transfer, closed: (await findClosedDay(ctx, day)) ?? null };
  });

  mount(closeCashDay, async (ctx, { params: { day }, body: { counted, note } }) => {
    const { isClosed } = await lockDay(ctx, day);
    const { cash: booked } = await sumsOfDay(ctx, day);
    const verdict = mayClose({ day, today: ctx.today, booked, counted, note, isClosed });
    if (!verdict.ok) fail(verdict.code, verdict.params ?? {}, 409);
    await insertCashDay(ctx, day, { booked, counted, note });
    ctx.log({ action: 'cash-day.closed', record: { type: 'cash-day', id: day }, after: { booked, counted } });
    ctx.publish('payment.day-closed', { day });
    return { booked, counted };
  });
}
