import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Id } from '#kernel/brands.ts';
import { route } from '#kernel/route.ts';
import { done, id } from '#modules/fields.ts';
import { inTransaction } from '#server/db.ts';
import { fail } from '#server/errors.ts';
import { attachment, excelType } from '#server/http/attachment.ts';
import { draftContext } from '#server/http/draft-context.ts';
import { gate } from '#server/http/gate.ts';
import type { Services } from '#server/module.ts';
import { checkSheet, sheetRecord } from '../handlers/tasks/task-sheet.ts';
import { errorSheet } from '../sheet/error-sheet.ts';
import { readTaskRows } from '../sheet/read-task-rows.ts';

const declared = route({
  method: 'GET',
  path: '/api/work-tasks/sheet/:fileId/errors.xlsx',
  permission: 'work.manage',
  db: 'none',
  summary: 'Bảng Excel đã gửi, các ô sai được đánh dấu kèm lý do',
  answer: done,
});

/** An uploaded sheet with its errors marked, as they are now: read in a transaction, written outside of it. */
export function addErrorSheetPage(app: FastifyInstance, services: Services): void {
  app.get(
    declared.path,
    {
      schema: { summary: declared.summary, tags: ['work'], params: z.strictObject({ fileId: id }) },
      onRequest: gate(declared, { findPublicUnit: async () => undefined }),
    },
    async (request, reply) => {
      const { unitId } = request;
      if (!unitId) fail('not-signed-in', {}, 401);
      const { fileId } = request.params as { fileId: Id };
      const draft = draftContext(request, unitId, services.clock, undefined);
      const found = await inTransaction(services.appPool, unitId, 'read', async (db) => {
        const file = await db
          .selectFrom('file')
          .select(['sha256', 'name'])
          .where('unit_id', '=', unitId)
          .where('id', '=', fileId)
          .where('record_type', '=', sheetRecord)
          .executeTakeFirst();
        if (!file) fail('not-found', {}, 404);
        const path = services.files.path(unitId, file.sha256);
        const read = await readTaskRows(path);
        return { file, path, read, checked: await checkSheet(draft.withDb(db), read) };
      });
      const bytes = await errorSheet(found.path, found.read.heading, found.checked.errors);
      const name = `${found.file.name.replace(/\.xlsx$/i, '')} - lỗi cần sửa.xlsx`;
      return attachment(reply, name, excelType).send(bytes);
    },
  );
}
