import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { projectDir } from '../config.ts';

const folder = join(projectDir, 'dist', 'web');

/** The staff web: its files under `/assets/` for ever, its page under `/lam-viec` always fresh. */
export async function addWeb(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    decorateReply: true,
  });
  const page = async (_request: unknown, reply: import('fastify').FastifyReply) =>
    reply.header('cache-control', 'no-cache').sendFile('index.html', folder, { immutable: false, maxAge: 0 });
  app.get('/lam-viec', { schema: { hide: true } }, page);
  app.get('/lam-viec/*', { schema: { hide: true } }, page);
}
