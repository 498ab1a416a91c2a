import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { formatDate } from '#kernel/plain-date.ts';
import { inTransaction } from '#server/db.ts';
import { fail } from '#server/errors.ts';
import { attachment, excelType } from '#server/http/attachment.ts';
import { draftContext } from '#server/http/draft-context.ts';
import { gate } from '#server/http/gate.ts';
import type { Services } from '#server/module.ts';
import { sheetStream } from '#server/sheet.ts';
import { type CertificationRow, exportCertifications } from './contract.ts';
import { certificationsOf } from './queries.ts';
import { bookWords } from './text.ts';

const mostRows = 20_000;

const columns = [
  { heading: 'Số', width: 8 },
  { heading: 'Ngày', width: 12 },
  { heading: 'Người yêu cầu chứng thực', width: 30 },
  { heading: 'Số định danh', width: 16 },
  { heading: 'Giấy tờ, hợp đồng', width: 40 },
  { heading: 'Số trang', width: 9 },
  { heading: 'Số bản', width: 9 },
  { heading: 'Phí (đồng)', width: 12 },
  { heading: 'Người ký', width: 24 },
  { heading: 'Ghi chú', width: 30 },
];

function cellsOf(row: CertificationRow): (string | number)[] {
  const note = row.voidedReason ? `Đã gạch: ${row.voidedReason}` : (row.exemption ?? '');
  const parties = row.others ? `${row.requester}; ${row.others}` : row.requester;
  const { number, pages, copies, fee, signer, content, requesterNumber } = row;
  return [number, formatDate(row.day), parties, requesterNumber ?? '', content, pages, copies, fee, signer, note];
}

/** A book of certification as Excel: exactly what the list shows. */
export function addExportPage(app: FastifyInstance, services: Services): void {
  const { path, summary, query } = exportCertifications;
  app.get(
    path,
    {
      schema: { summary, tags: ['certification'], querystring: query },
      onRequest: gate(exportCertifications, { findPublicUnit: async () => undefined }),
    },
    async (request, reply) => {
      const { unitId } = request;
      if (!unitId) fail('not-signed-in', {}, 401);
      const draft = draftContext(request, unitId, services.clock, undefined);
      const asked = request.query as z.output<NonNullable<typeof exportCertifications.query>>;
      const rows = await inTransaction(services.appPool, unitId, 'read', (db) =>
        certificationsOf(draft.withDb(db), asked, 1, mostRows),
      );
      const name = `Sổ ${bookWords[asked.book].toLowerCase()}`;
      const file = sheetStream({ name: 'Sổ chứng thực', lines: [name], columns, rows: rows.map(cellsOf) });
      return attachment(reply, `${name}.xlsx`, excelType).send(file);
    },
  );
}
