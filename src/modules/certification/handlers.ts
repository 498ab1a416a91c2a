import { foldWords } from '#kernel/fold.ts';
import { getReadableDossier } from '#modules/dossier/queries.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { enterCertification, listCertifications, listTariffs, setTariff, voidCertification } from './contract.ts';
import { type Book, certificationFee, shippedTariffs } from './domain/tariff.ts';
import { certificationSums, certificationsOf, findCertification, tariffsOn } from './queries.ts';
import { insertCertification, upsertTariff, voidEntry } from './store.ts';

export function mountCertification(mount: Mount): void {
  mount(listCertifications, async (ctx, { query: { page, size, ...asked } }) => ({
    rows: await certificationsOf(ctx, asked, page, size),
    ...(await certificationSums(ctx, asked)),
    ...{ page, size },
  }));

  mount(enterCertification, async (ctx, { body }) => {
    if (foldWords(body.signer) === foldWords(body.requester)) fail('certification-own-signature', {}, 409);
    if (body.dossierId) await getReadableDossier(ctx, body.dossierId);
    const fee = body.exemption ? 0 : certificationFee(await tariffOf(ctx, body.book), body.pages, body.copies);
    const made = await insertCertification(ctx, body, fee);
    const after = { book: body.book, number: made.number, pages: body.pages, copies: body.copies, fee };
    ctx.log({ action: 'certification.entered', record: { type: 'certification', id: made.id }, after });
    ctx.publish('certification.entered', { certificationId: made.id });
    return { ...made, fee };
  });

  mount(voidCertification, async (ctx, { params: { certificationId }, body: { version, reason } }) => {
    const known = (await findCertification(ctx, certificationId)) ?? fail('not-found', {}, 404);
    if (known.voidedReason !== null) fail('certification-voided', {}, 409);
    const isDone = await voidEntry(ctx, certificationId, version, reason);
    if (!isDone) fail('stale-version', {}, 409, { current: known });
    ctx.log({ action: 'certification.voided', record: { type: 'certification', id: certificationId }, reason });
    ctx.publish('certification.voided', { certificationId });
    return { ok: true as const };
  });

  mount(listTariffs, async (ctx) => ({ tariffs: await tariffsOn(ctx, ctx.today) }));

  mount(setTariff, async (ctx, { params: { book }, body }) => {
    const version = await upsertTariff(ctx, book, body);
    if (version === undefined) fail('stale-version', {}, 409, { current: await tariffOf(ctx, book) });
    ctx.log({
      action: 'certification-tariff.set',
      record: { type: 'certification-tariff', id: book },
      after: body,
      reason: body.citation,
    });
    ctx.publish('certification.tariff-set', { book });
    return { version };
  });
}

async function tariffOf(ctx: Context, book: Book) {
  return (await tariffsOn(ctx, ctx.today)).find((one) => one.book === book) ?? shippedTariffs[book];
}
