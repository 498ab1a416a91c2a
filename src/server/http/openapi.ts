import swagger from '@fastify/swagger';
import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import type { ServerModule } from '../module.ts';

/** `/openapi.json` from the contracts, and its reader at `/api/docs`. Must be added before the routes. */
export async function addOpenApi(app: FastifyInstance, modules: readonly ServerModule[]): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Liền Mạch',
        version: '0.2.0',
        description:
          'Giao diện lập trình của Liền Mạch. Mọi lệnh ghi cần Idempotency-Key; gửi lại cùng khóa chỉ có một tác dụng.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'lm.session_token' },
          token: {
            type: 'http',
            scheme: 'bearer',
            description: 'Mã truy cập cá nhân (lm_…), tạo trong mục Tài khoản.',
          },
        },
      },
      security: [{ session: [] }, { token: [] }],
      tags: modules.map((module) => ({ name: module.name })),
    },
    transform: jsonSchemaTransform,
  });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  await app.register(async (docs) => {
    docs.addHook('onSend', async (_request, reply) => {
      reply.header(
        'content-security-policy',
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:",
      );
    });
    await docs.register(scalar, {
      routePrefix: '/api/docs',
      configuration: { url: '/openapi.json', proxyUrl: '', withDefaultFonts: false, telemetry: false },
    });
  });
}
