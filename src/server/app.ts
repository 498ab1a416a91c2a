import './http/fastify-types.ts';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { modules } from '#modules/index.server.ts';
import { AppError } from './errors.ts';
import { answerError } from './http/error-handler.ts';
import { makeMount } from './http/mount.ts';
import { addOpenApi } from './http/openapi.ts';
import { makePublicUnitFinder } from './http/public-unit.ts';
import { addReadiness } from './http/readiness.ts';
import { addWeb } from './http/web.ts';
import type { Services } from './module.ts';
import { makeSessionReader } from './sessions.ts';
import { makeSessionForgetter } from './touched-sessions.ts';
import { addWords } from './words.ts';

z.config(z.locales.vi());

/** The HTTP server with every module mounted, not yet listening. */
export async function buildApp(services: Services): Promise<FastifyInstance> {
  const { config } = services;
  const app = Fastify({
    logger:
      config.logLevel === 'silent'
        ? false
        : { level: config.logLevel, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy,
    bodyLimit: 2 * 1_048_576,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerError);
  app.decorate('contractRoutes', []);
  app.decorateRequest('session', undefined);
  app.decorateRequest('unitId', undefined);
  for (const module of modules) addWords(module);

  await app.register(cookie);
  await app.register(formbody);
  await app.register(multipart);
  await app.register(compress, { threshold: 1_024, encodings: ['br', 'gzip'], brotliOptions: { params: { 1: 4 } } });
  await app.register(rateLimit, {
    max: config.requestsPerMinute,
    timeWindow: '1 minute',
    errorResponseBuilder: () => new AppError('too-many-requests', {}, 429),
  });
  await app.register(underPressure, {
    maxEventLoopDelay: 3_000,
    pressureHandler: () => {
      throw new AppError('busy', {}, 503);
    },
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'"],
        'script-src': ["'self'"],
        'object-src': ["'none'"],
        'frame-ancestors': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
      },
    },
    ...(config.publicUrl.startsWith('https:') ? {} : { strictTransportSecurity: false }),
    crossOriginEmbedderPolicy: false,
    // Without a referrer browsers send `Origin: null` with forms, which the gate must refuse.
    referrerPolicy: { policy: 'same-origin' },
  });
  await addOpenApi(app, modules);
  addReadiness(app, services);

  const sessions = makeSessionReader(services.appPool, services.authSecret, () => services.clock.now());
  const findPublicUnit = makePublicUnitFinder(services.appPool);
  app.addHook('onRequest', async (request) => {
    if (request.url.startsWith('/assets/')) return;
    request.session = await sessions.read(request);
  });
  app.decorate('forgetSessions', sessions.forget);
  app.addHook('onSend', (request, _reply, _payload, done) => {
    const changes = request.method !== 'GET' && request.method !== 'HEAD';
    if (changes && request.routeOptions.config.route?.db !== 'write') sessions.forget(request.session?.unitId);
    done();
  });
  const mount = makeMount(app, {
    pool: services.appPool,
    clock: services.clock,
    files: services.files,
    authSecret: services.authSecret,
    findPublicUnit,
    forgetSessions: makeSessionForgetter(modules, sessions),
  });
  for (const module of modules) {
    module.routes?.(mount, services);
    module.pages?.(app, services);
  }
  await addWeb(app);
  app.setNotFoundHandler(() => {
    throw new AppError('not-found', {}, 404);
  });
  return app;
}
