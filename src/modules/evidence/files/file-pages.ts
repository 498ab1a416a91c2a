import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { UnitId } from '#kernel/brands.ts';
import type { AnyRoute } from '#kernel/route.ts';
import { fail } from '#server/errors.ts';
import { attachment } from '#server/http/attachment.ts';
import { gate } from '#server/http/gate.ts';
import { findRange } from '#server/http/range.ts';
import type { Services } from '#server/module.ts';
import { holds } from '#server/session.ts';
import { downloadFile, viewFile } from '../contract/evidence.ts';
import { isViewable } from '../domain/viewable.ts';
import { type ReadVersion, readVersion } from './read-version.ts';

type Params = z.output<NonNullable<typeof downloadFile.params>>;

/** The bytes of evidence: for saving, and for showing beside a form. Whole or in parts, so that a cut line goes on. */
export function addFilePages(app: FastifyInstance, services: Services): void {
  const serve = (route: AnyRoute, send: (reply: FastifyReply, version: ReadVersion) => void) => {
    app.get(
      route.path,
      {
        // A part that was compressed would have another length; most of these files are compressed already.
        compress: false,
        schema: { summary: route.summary, tags: ['evidence'], params: route.params },
        onRequest: gate(route, { findPublicUnit: async () => undefined }),
      },
      async (request, reply) => {
        const { version, unitId } = await versionFor(services, request);
        send(reply, version);
        return sendBytes(services, request, reply, unitId, version);
      },
    );
  };
  serve(downloadFile, (reply, version) => attachment(reply, version.name, version.mediaType));
  serve(viewFile, (reply, version) => {
    if (!isViewable(version.mediaType)) fail('file-not-viewable', {}, 409);
    attachment(reply, version.name, version.mediaType).header('content-disposition', 'inline');
  });
}

async function versionFor(services: Services, request: FastifyRequest) {
  const { unitId, session } = request;
  if (!unitId || !session) fail('not-signed-in', {}, 401);
  const may = (permission: string) => holds(session.grants, permission);
  const viewer = { unitId, session, may, today: services.clock.today() };
  return { unitId, version: await readVersion(services, viewer, request.params as Params) };
}

async function sendBytes(
  { files }: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  unitId: UnitId,
  { sha256, size }: ReadVersion,
): Promise<FastifyReply> {
  if (!(await files.has(unitId, sha256))) fail('file-bytes-missing', {}, 500);
  const part = findRange(request.headers.range, size);
  reply.header('accept-ranges', 'bytes').header('etag', `"${sha256}"`);
  if (part === 'none') return reply.code(416).header('content-range', `bytes */${size}`).send();
  if (!part) return reply.header('content-length', size).send(files.open(unitId, sha256));
  return reply
    .code(206)
    .header('content-range', `bytes ${part.start}-${part.end}/${size}`)
    .header('content-length', part.end - part.start + 1)
    .send(files.open(unitId, sha256, part));
}
