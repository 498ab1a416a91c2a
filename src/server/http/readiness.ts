import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { collectDefaultMetrics, Histogram, register } from 'prom-client';
import type { Services } from '../module.ts';

const keptMs = 1_000;

/** `/healthz` (the process), `/readyz` (a new database session answers) and `/metrics` (from this machine only). */
export function addReadiness(app: FastifyInstance, services: Services): void {
  let last = { ready: false, at: Number.NEGATIVE_INFINITY };
  app.get('/healthz', { schema: { hide: true } }, async () => ({ ok: true }));
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    if (performance.now() - last.at > keptMs) last = { ready: await opensSession(services), at: performance.now() };
    return reply.code(last.ready ? 200 : 503).send({ ready: last.ready });
  });
  register.clear();
  collectDefaultMetrics();
  const seconds = new Histogram({
    name: 'http_request_seconds',
    help: 'Duration of requests by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    seconds.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1_000);
  });
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (request.ip !== '127.0.0.1' && request.ip !== '::1') return reply.code(404).send();
    return reply.type(register.contentType).send(await register.metrics());
  });
}

async function opensSession(services: Services): Promise<boolean> {
  const client = new pg.Client({ ...services.appPool.options, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select count(*) from unit');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
