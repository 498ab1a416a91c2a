import type { FastifyInstance } from 'fastify';
import type { Id } from '#kernel/brands.ts';
import { formName, formRegimeOn } from '#modules/dossier/domain/forms/form-names.ts';
import { getReadableDossier, slipData, unitHeadOn } from '#modules/dossier/queries.ts';
import type { Context } from '#server/context.ts';
import { inTransaction } from '#server/db.ts';
import { fail } from '#server/errors.ts';
import { attachment } from '#server/http/attachment.ts';
import { draftContext } from '#server/http/draft-context.ts';
import { gate } from '#server/http/gate.ts';
import type { Services } from '#server/module.ts';
import { printTypst } from '#server/typst.ts';
import { printFees } from './contract.ts';
import { rowAmount } from './domain/fee-rows.ts';
import { findEntry } from './queries.ts';

/** The slip of a taking as PDF: internal, the tax authority's receipt is another document. */
export function addFeeSlipPage(app: FastifyInstance, services: Services): void {
  const { path, summary, params } = printFees;
  app.get(
    path,
    {
      schema: { summary, tags: ['payment'], params },
      onRequest: gate(printFees, { findPublicUnit: async () => undefined }),
    },
    async (request, reply) => {
      const { unitId } = request;
      if (!unitId) fail('not-signed-in', {}, 401);
      const draft = draftContext(request, unitId, services.clock, undefined);
      const { entryId } = request.params as { entryId: Id };
      const data = await inTransaction(services.appPool, unitId, 'read', (db) => readSlip(draft.withDb(db), entryId));
      const pdf = await printTypst('forms/fee-receipt.typ', data, services.clock.now());
      const named = attachment(reply, 'Phiếu thu phí, lệ phí.pdf', 'application/pdf');
      const disposition = String(named.getHeader('content-disposition')).replace(/^attachment/, 'inline');
      return named.header('content-disposition', disposition).send(pdf);
    },
  );
}

const ways = { cash: 'Tiền mặt', transfer: 'Chuyển khoản' } as const;

async function readSlip(ctx: Context, entryId: Id) {
  const entry = (await findEntry(ctx, entryId)) ?? fail('not-found', {}, 404);
  if (entry.kind === 'refund') fail('fee-is-refund', {}, 409);
  const dossier = entry.dossierId ? await getReadableDossier(ctx, entry.dossierId) : undefined;
  const name = formName(formRegimeOn(entry.day), 'fee-receipt');
  const nobody = { name: entry.payer, number: null, address: null, phone: null, email: null };
  const content = {
    code: entry.dossierCode,
    procedure: dossier?.procedureName ?? '',
    request: dossier?.summary || dossier?.procedureName || 'Thu phí, lệ phí',
    owner: { ...(dossier?.owner ?? nobody), name: entry.payer },
    submitter: null,
    byName: entry.byName,
    byTitle: '',
    rows: entry.rows.map((row) => ({
      ...{ name: row.name, note: row.exemption ?? '', quantity: row.quantity },
      amount: rowAmount(row),
    })),
    way: [ways[entry.way], entry.reference].filter(Boolean).join(', số '),
    at: entry.at,
  };
  const number = `${entry.number}/${name.symbol}`;
  const head = { ...(await unitHeadOn(ctx.db, ctx.unitId, entry.day)), day: entry.day, number, name };
  return slipData('fee-receipt', content, { ...head, qr: null, checkAt: '' });
}
