import type { FastifyRequest } from 'fastify';
import type { AnyRoute } from '#kernel/route.ts';
import { fail } from '../errors.ts';
import type { MountServices } from './mount.ts';

/**
 * Asks, before the body is read: where the request comes from, who sends it, and whether they may. Sets
 * `request.unitId`. A permission held for one department only passes here; the handler narrows it by `ctx.may`.
 */
export function gate(route: AnyRoute, services: Pick<MountServices, 'findPublicUnit'>) {
  return async (request: FastifyRequest): Promise<void> => {
    const session = request.session;
    if (session?.via !== 'token') refuseCrossSite(request);
    if (route.permission === 'public') {
      const unitId = session?.unitId ?? (await services.findPublicUnit(request));
      if (unitId) request.unitId = unitId;
      return;
    }
    if (!session) fail('not-signed-in', {}, 401);
    request.unitId = session.unitId;
    if (!route.beforeReady) {
      if (session.mustChangePassword) fail('must-change-password', {}, 403);
      if (session.mustEnrolTotp) fail('must-enrol-totp', {}, 403);
    }
    if (route.permission === 'session') return;
    const held = session.grants.some((grant) => grant.permission === route.permission);
    if (!held) fail('forbidden', {}, 403);
  };
}

/** Refuses writes that another site made the browser send. */
export function refuseCrossSite(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const site = request.headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') fail('cross-site', {}, 403);
  const origin = request.headers.origin;
  if (origin === undefined) return;
  if (!URL.canParse(origin) || new URL(origin).host !== request.headers.host) fail('cross-site', {}, 403);
}
