import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Id } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AnyRoute } from '#kernel/route.ts';
import type { Context } from '#server/context.ts';
import { inTransaction } from '#server/db.ts';
import { fail } from '#server/errors.ts';
import { attachment } from '#server/http/attachment.ts';
import { draftContext } from '#server/http/draft-context.ts';
import { gate } from '#server/http/gate.ts';
import type { Services } from '#server/module.ts';
import { printTypst } from '#server/typst.ts';
import { printControl, printForm, printSpareSet } from '../contract/forms.ts';
import { getControlSlip } from './control-slip.ts';
import { getSlip, type PrintableSlip } from './find-slip.ts';
import { makeSpareSet } from './spare-set.ts';

/** Slips as PDF, shown in the browser for printing: read in a transaction, printed outside of it. */
export function addFormPages(app: FastifyInstance, services: Services): void {
  const serve = (route: AnyRoute, find: (ctx: Context, request: FastifyRequest) => Promise<PrintableSlip>) => {
    app.get(
      route.path,
      {
        schema: {
          ...{ summary: route.summary, tags: ['dossier'] },
          ...(route.params && { params: route.params }),
          ...(route.query && { querystring: route.query }),
        },
        onRequest: gate(route, { findPublicUnit: async () => undefined }),
      },
      async (request, reply) => send(reply, await read(services, request, (ctx) => find(ctx, request))),
    );
  };
  serve(printForm, (ctx, request) =>
    getSlip(ctx, (request.params as { formId: Id }).formId, services.config.publicUrl),
  );
  serve(printSpareSet, (ctx, request) => makeSpareSet(ctx, (request.query as { day: PlainDate }).day));
  serve(printControl, (ctx, request) => getControlSlip(ctx, (request.params as { dossierId: Id }).dossierId));
}

async function read(
  services: Services,
  request: FastifyRequest,
  find: (ctx: Context) => Promise<PrintableSlip>,
): Promise<PrintableSlip> {
  const { unitId } = request;
  if (!unitId) fail('not-signed-in', {}, 401);
  const draft = draftContext(request, unitId, services.clock, undefined);
  return inTransaction(services.appPool, unitId, 'read', (db) => find(draft.withDb(db)));
}

async function send(reply: FastifyReply, slip: PrintableSlip): Promise<FastifyReply> {
  const pdf = await printTypst(slip.template, slip.data, slip.issuedAt);
  const named = attachment(reply, slip.fileName, 'application/pdf');
  const disposition = String(named.getHeader('content-disposition')).replace(/^attachment/, 'inline');
  return named.header('content-disposition', disposition).send(pdf);
}
