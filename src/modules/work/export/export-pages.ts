import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type AnyRoute, route } from '#kernel/route.ts';
import { done } from '#modules/fields.ts';
import type { Context } from '#server/context.ts';
import { inTransaction } from '#server/db.ts';
import { fail } from '#server/errors.ts';
import { attachment, excelType } from '#server/http/attachment.ts';
import { draftContext } from '#server/http/draft-context.ts';
import { gate } from '#server/http/gate.ts';
import type { Services } from '#server/module.ts';
import { sheetStream } from '#server/sheet.ts';
import { type ExportedList, exportedLists, exportPaths } from '../contract/exports.ts';
import { getMyWork, listApprovals, listObligations, listWorkTasks } from '../contract/reads.ts';
import { type ListSheet, listSheets } from './list-sheets.ts';
import { printPage } from './print-page.ts';

const routes: Readonly<Record<ExportedList, AnyRoute>> = {
  'my-work': getMyWork,
  obligations: listObligations,
  tasks: listWorkTasks,
  approvals: listApprovals,
};

/** Only for the gate and OpenAPI: the answers are a file and a page. */
function declared(path: string, summary: string) {
  return route({ method: 'GET', path, permission: 'work.read', db: 'none', summary, answer: done });
}

/** Every list of work as Excel and as an A4 page: read in a transaction, written outside of it. */
export function addExportPages(app: FastifyInstance, services: Services): void {
  for (const list of exportedLists) {
    const { sheet, page } = exportPaths(list);
    const querystring = routes[list].query as z.ZodType;
    const excel = declared(sheet, 'Xuất danh sách đang xem ra Excel');
    app.get(
      sheet,
      { schema: { summary: excel.summary, tags: ['work'], querystring }, onRequest: gateOf(excel) },
      async (request, reply) => {
        const { made } = await read(services, request, list);
        const lines = [made.title, ...made.lines];
        const file = sheetStream({ name: made.title, lines, columns: made.columns, rows: made.rows });
        return attachment(reply, `${made.title}.xlsx`, excelType).send(file);
      },
    );
    const print = declared(page, 'In danh sách đang xem trên giấy A4');
    app.get(page, { schema: { hide: true, querystring }, onRequest: gateOf(print) }, async (request, reply) => {
      const { made, unitName, today } = await read(services, request, list);
      return reply
        .header('cache-control', 'private, no-store')
        .type('text/html; charset=utf-8')
        .send(await printPage(made, unitName, today));
    });
  }
}

function gateOf(one: AnyRoute) {
  return gate(one, { findPublicUnit: async () => undefined });
}

async function read(services: Services, request: FastifyRequest, list: ExportedList) {
  const { unitId } = request;
  if (!unitId) fail('not-signed-in', {}, 401);
  const draft = draftContext(request, unitId, services.clock, undefined);
  return inTransaction(services.appPool, unitId, 'read', async (db) => {
    const ctx = draft.withDb(db);
    const make = listSheets[list] as (ctx: Context, query: unknown) => Promise<ListSheet>;
    const unit = await db.selectFrom('unit').select('name').where('id', '=', unitId).executeTakeFirstOrThrow();
    return { made: await make(ctx, request.query), unitName: unit.name, today: ctx.today };
  });
}
