import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { formatDate } from '#kernel/plain-date.ts';
import { route } from '#kernel/route.ts';
import { done } from '#modules/fields.ts';
import { inTransaction } from '#server/db.ts';
import { fail } from '#server/errors.ts';
import { attachment, excelType } from '#server/http/attachment.ts';
import { gate } from '#server/http/gate.ts';
import type { Services } from '#server/module.ts';
import { type Sheet, sheetStream } from '#server/sheet.ts';
import { exportParams, exportQuery } from '../contract/exports.ts';
import { listingOf } from '../queries/listing.ts';
import { listSheets } from './list-sheets.ts';

const mostRows = 20_000;

/** Only for the gate and OpenAPI: the answer is a file. */
const exportRoute = route({
  method: 'GET',
  path: '/api/org/exports/:list',
  permission: 'org.read',
  db: 'none',
  summary: 'Xuất danh sách tổ chức đang xem ra Excel',
  answer: done,
});

/** The lists of the organisation as Excel: read in a transaction, written outside of it. */
export function addExportPages(app: FastifyInstance, services: Services): void {
  app.get(
    exportRoute.path,
    {
      schema: { summary: exportRoute.summary, tags: ['org'], params: exportParams, querystring: exportQuery },
      onRequest: gate(exportRoute, { findPublicUnit: async () => undefined }),
    },
    async (request, reply) => {
      const sheet = await readSheet(services, request);
      return attachment(reply, `${sheet.name}.xlsx`, excelType).send(sheetStream(sheet));
    },
  );
}

async function readSheet(services: Services, request: FastifyRequest): Promise<Sheet> {
  const { unitId } = request;
  if (!unitId) fail('not-signed-in', {}, 401);
  const { list } = request.params as z.output<typeof exportParams>;
  const query = request.query as z.output<typeof exportQuery>;
  const listing = listingOf({ today: services.clock.today() }, { ...query, page: 1, size: mostRows });
  const { title, columns, read } = listSheets[list];
  const rows = await inTransaction(services.appPool, unitId, 'read', (db) => read(db, unitId, listing, query));
  const day = listing.on ? `Vào ngày ${formatDate(listing.on)}` : 'Mọi thời kỳ';
  const words = listing.words === undefined ? [] : [`Tìm: ${listing.words}`];
  return { name: title, lines: [title, `${day}; ${rows.length} dòng`, ...words], columns, rows };
}
