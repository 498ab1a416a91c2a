import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type AnyRoute, type ParsedInput, route, type Schema } from '#kernel/route.ts';
import { done } from '#modules/fields.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../db.ts';
import { fail } from '../errors.ts';
import { attachment, excelType } from '../http/attachment.ts';
import { draftContext } from '../http/draft-context.ts';
import { gate } from '../http/gate.ts';
import type { Services } from '../module.ts';
import { sheetStream } from '../sheet.ts';
import type { ListSheet } from './list-sheet.ts';
import { printPage } from './print-page.ts';

/** A list that goes out as Excel and on paper, under the filters its screen has. */
export interface ListExport<R extends AnyRoute> {
  /** The list as its screen asks for it: its query, and the permission it needs. */
  readonly list: R;
  /** Addresses of the Excel file and of the page to be printed. */
  readonly sheet: string;
  readonly page: string;
  readonly tag: string;
  /** The whole list, all pages. */
  readonly make: (ctx: Context, query: ParsedInput<R>['query']) => Promise<ListSheet>;
}

/** Excel takes no longer name of a sheet. */
const longestName = 31;

/** Only for the gate and OpenAPI: the answers are a file and a page. */
function declared(path: string, permission: string, summary: string) {
  return route({ method: 'GET', path, permission, db: 'none', summary, answer: done as unknown as Schema });
}

const gateOf = (one: AnyRoute) => gate(one, { findPublicUnit: async () => undefined });

/** Adds the Excel file and the A4 page of a list: read in a transaction, written outside of it. */
export function addListExport<R extends AnyRoute>(app: FastifyInstance, services: Services, one: ListExport<R>): void {
  const { list, sheet, page, tag } = one;
  const querystring = list.query as unknown as z.ZodType;
  const excel = declared(sheet, list.permission, 'Xuất danh sách đang xem ra Excel');
  app.get(
    sheet,
    { schema: { summary: excel.summary, tags: [tag], querystring }, onRequest: gateOf(excel) },
    async (request, reply) => {
      const { made } = await read(services, request, one);
      const lines = [made.title, ...made.lines];
      const file = sheetStream({ ...made, name: made.title.slice(0, longestName), lines });
      return attachment(reply, `${made.title}.xlsx`, excelType).send(file);
    },
  );
  const print = declared(page, list.permission, 'In danh sách đang xem trên giấy A4');
  app.get(page, { schema: { hide: true, querystring }, onRequest: gateOf(print) }, async (request, reply) => {
    const { made, unitName, today } = await read(services, request, one);
    return reply
      .header('cache-control', 'private, no-store')
      .type('text/html; charset=utf-8')
      .send(await printPage(made, unitName, today));
  });
}

async function read<R extends AnyRoute>(services: Services, request: FastifyRequest, one: ListExport<R>) {
  const { unitId } = request;
  if (!unitId) fail('not-signed-in', {}, 401);
  const draft = draftContext(request, unitId, services.clock, undefined);
  return inTransaction(services.appPool, unitId, 'read', async (db) => {
    const ctx = draft.withDb(db);
    const unit = await db.selectFrom('unit').select('name').where('id', '=', unitId).executeTakeFirstOrThrow();
    const made = await one.make(ctx, request.query as ParsedInput<R>['query']);
    return { made, unitName: unit.name, today: ctx.today };
  });
}
