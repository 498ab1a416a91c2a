import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Id } from '#kernel/brands.ts';
import { route } from '#kernel/route.ts';
import { done } from '#modules/fields.ts';
import { fail } from '#server/errors.ts';
import { gate } from '#server/http/gate.ts';
import type { Services } from '#server/module.ts';
import { type LiveConnection, LiveHub } from './live-hub.ts';

/** Only for the gate: the answer is a stream of events, not JSON. */
const liveRoute = route({
  method: 'GET',
  path: '/api/notifications/stream',
  permission: 'session',
  db: 'none',
  summary: 'Luồng báo có thông báo mới (server-sent events), chỉ mang mã; ngắt trong 5 giây khi phiên bị thu hồi',
  answer: done,
});

/** What a slow browser may leave unread before its connection is ended; it comes back and asks for the list. */
const mostUnsent = 64 * 1024;

/** `GET /api/notifications/stream`: one connection for each browser, which shares it between its tabs. */
export function addLiveStream(app: FastifyInstance, services: Services): void {
  const hub = new LiveHub(services);
  app.addHook('preClose', async () => hub.close());
  app.get(
    liveRoute.path,
    {
      schema: { summary: liveRoute.summary, tags: ['notifications'] },
      onRequest: gate(liveRoute, { findPublicUnit: async () => undefined }),
      config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      if (request.session?.via !== 'cookie') fail('forbidden', {}, 403);
      const connection = connectionOf(request, reply);
      if (!hub.add(connection)) fail('busy', {}, 503);
      reply.hijack();
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      reply.raw.write('retry: 3000\n\nevent: ready\ndata: {}\n\n');
      reply.raw.on('close', () => hub.remove(connection));
    },
  );
}

function connectionOf(request: FastifyRequest, reply: FastifyReply): LiveConnection {
  const { session } = request;
  if (!session) fail('not-signed-in', {}, 401);
  return {
    unitId: session.unitId,
    accountId: session.accountId,
    sessionId: session.id as Id,
    send: (event, data) => {
      if (reply.raw.writableLength > mostUnsent) reply.raw.destroy();
      else reply.raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    end: () => reply.raw.end(),
  };
}
