import { type Auth, makeAuth } from '#server/auth.ts';
import type { Services } from '#server/module.ts';

const made = new WeakMap<Services, Auth>();

/** The sign-in library of a running server; one for all routes and pages of it. */
export function authOf(services: Services): Auth {
  const known = made.get(services);
  if (known) return known;
  const auth = makeAuth({
    connectionString: services.authUrl,
    secret: services.authSecret,
    publicUrl: services.config.publicUrl,
  });
  made.set(services, auth);
  return auth;
}
