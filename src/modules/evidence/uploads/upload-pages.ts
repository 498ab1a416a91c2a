import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Id, isUuid } from '#kernel/brands.ts';
import { fail } from '#server/errors.ts';
import { gate } from '#server/http/gate.ts';
import type { Services } from '#server/module.ts';
import { uploadInParts } from '../contract/uploads.ts';
import { makePartReceiver, type PartReceiver, type Sender } from './receive-parts.ts';

/**
 * `/api/uploads`: the protocol tus 1.0 for signed-in people who enter evidence. Session, permission and origin are asked
 * as for every route, and each part again whether the file is the sender's.
 */
export function addUploadPages(app: FastifyInstance, services: Services): void {
  const receiver = makePartReceiver(services);
  void app.register(async (part) => {
    part.removeAllContentTypeParsers();
    part.addContentTypeParser('*', (_request, _payload, done) => done(null));
    const options = {
      schema: { hide: true },
      onRequest: gate(uploadInParts, { findPublicUnit: async () => undefined }),
    };
    part.post(
      uploadInParts.path,
      { ...options, schema: { summary: uploadInParts.summary, tags: ['evidence'] } },
      (request, reply) => hand(receiver, request, reply),
    );
    part.route({
      method: ['HEAD', 'PATCH', 'DELETE'],
      url: `${uploadInParts.path}/:uploadId`,
      ...options,
      handler: (request, reply) => goOn(receiver, request, reply),
    });
  });
}

function senderOf({ unitId, session }: FastifyRequest): Sender {
  if (!unitId || !session) fail('not-signed-in', {}, 401);
  return { unitId, accountId: session.accountId };
}

async function goOn(receiver: PartReceiver, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const sender = senderOf(request);
  const { uploadId } = request.params as { uploadId: string };
  const found = isUuid(uploadId) ? await receiver.find(sender, uploadId as Id) : undefined;
  if (!found) fail('not-found', {}, 404);
  reply.header('tus-resumable', '1.0.0').header('cache-control', 'no-store');
  if (request.method === 'DELETE') {
    if (!found.isWhole) await receiver.drop(sender, uploadId as Id);
    return reply.code(204).send();
  }
  if (!found.isWhole) return hand(receiver, request, reply);
  reply.header('upload-offset', found.size).header('upload-length', found.size);
  return reply.code(request.method === 'HEAD' ? 200 : 204).send();
}

/** Gives the request to the protocol's own server, which reads the body as it comes. */
async function hand(receiver: PartReceiver, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const server = receiver.serverFor(senderOf(request));
  reply.hijack();
  reply.raw.setHeader('x-content-type-options', 'nosniff');
  reply.raw.setHeader('cache-control', 'no-store');
  await server.handle(request.raw, reply.raw);
  return reply;
}
