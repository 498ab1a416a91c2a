import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Id } from '#kernel/brands.ts';
import { route } from '#kernel/route.ts';
import { done, id } from '#modules/fields.ts';
import { projectDir } from '#server/config.ts';
import { type Db, inTransaction } from '#server/db.ts';
import { fail } from '#server/errors.ts';
import { gate } from '#server/http/gate.ts';
import type { Services } from '#server/module.ts';
import { holds } from '#server/session.ts';
import { sheetStream } from '#server/sheet.ts';
import { fillWord } from '#server/word.ts';
import { exportQuery } from '../contract/exports.ts';
import { planDocument } from './plan-document.ts';
import { readDocumentSource, readTaskSheet } from './read-export.ts';

const params = z.strictObject({ planId: id });
const importParams = z.strictObject({ importId: id });
const template = join(projectDir, 'templates', 'plan.docx');

/** Only for the gate and OpenAPI: the answers are files. */
function fileRoute(path: string, permission: string, summary: string) {
  return route({ method: 'GET', path, permission, db: 'none', summary, answer: done });
}

type FileRoute = ReturnType<typeof fileRoute>;

/** The exports of a plan and the document of an import: read first, then made outside of any transaction. */
export function addExportPages(app: FastifyInstance, services: Services): void {
  const serve = (
    declared: FileRoute,
    schema: { readonly params: z.ZodType; readonly querystring?: z.ZodType },
    handler: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
  ) =>
    app.get(
      declared.path,
      {
        schema: { summary: declared.summary, tags: ['plans'], ...schema },
        onRequest: gate(declared, { findPublicUnit: async () => undefined }),
      },
      handler,
    );

  serve(
    fileRoute('/api/plans/:planId/export.xlsx', 'plan.read', 'Xuất danh sách nhiệm vụ đang xem ra Excel'),
    { params, querystring: exportQuery },
    async (request, reply) => {
      const { planId } = request.params as { planId: Id };
      const query = request.query as z.output<typeof exportQuery>;
      const made = await read(services, request, (viewer) => readTaskSheet(viewer, planId, query));
      return attached(reply, `${made.name}.xlsx`, excel).send(sheetStream(made.sheet));
    },
  );

  serve(
    fileRoute('/api/plans/:planId/export.docx', 'plan.read', 'Xuất kế hoạch ra Word theo thể thức Nghị định 30/2020'),
    { params, querystring: exportQuery },
    async (request, reply) => {
      const { planId } = request.params as { planId: Id };
      const { version } = request.query as z.output<typeof exportQuery>;
      const made = await read(services, request, (viewer) => readDocumentSource(viewer, planId, version));
      const bytes = await fillWord(await readFile(template), planDocument(made.source));
      return attached(reply, `${made.name}.docx`, word).send(bytes);
    },
  );

  serve(
    fileRoute('/api/plan-imports/:importId/file', 'plan.import', 'Tải văn bản gốc của lần nhập'),
    { params: importParams },
    async (request, reply) => {
      const { importId } = request.params as { importId: Id };
      const found = await read(services, request, ({ db, unitId }) =>
        db
          .selectFrom('plan_import as i')
          .innerJoin('file as f', (join) => join.onRef('f.unit_id', '=', 'i.unit_id').onRef('f.id', '=', 'i.file_id'))
          .select(['f.sha256', 'f.name', 'f.media_type'])
          .where('i.unit_id', '=', unitId)
          .where('i.id', '=', importId)
          .executeTakeFirst(),
      );
      if (!found || !request.unitId) fail('not-found', {}, 404);
      return attached(reply, found.name, found.media_type).send(services.files.open(request.unitId, found.sha256));
    },
  );
}

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Who reads, in an open transaction. */
export interface Viewer {
  readonly db: Db;
  readonly unitId: NonNullable<FastifyRequest['unitId']>;
  may(permission: string): boolean;
}

async function read<T>(services: Services, request: FastifyRequest, work: (viewer: Viewer) => Promise<T>): Promise<T> {
  const { unitId, session } = request;
  if (!unitId || !session) fail('not-signed-in', {}, 401);
  return inTransaction(services.appPool, unitId, 'read', (db) =>
    work({ db, unitId, may: (permission) => holds(session.grants, permission) }),
  );
}

/** A file for saving, never shown inside the site. */
function attached(reply: FastifyReply, name: string, type: string): FastifyReply {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gu, 'd')
    .replace(/Đ/gu, 'D')
    .replace(/[^\w.-]+/gu, '-');
  return reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('cache-control', 'private, no-store');
}
