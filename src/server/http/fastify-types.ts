import type { UnitId } from '#kernel/brands.ts';
import type { AnyRoute } from '#kernel/route.ts';
import type { Session } from '../session.ts';

declare module 'fastify' {
  interface FastifyRequest {
    session: Session | undefined;
    unitId: UnitId | undefined;
  }
  interface FastifyInstance {
    /** Every route mounted from a contract; tests walk them. */
    contractRoutes: AnyRoute[];
    /** Tells that rights in this unit, or in any, were changed by a way other than a request to this server. */
    forgetSessions(unitId?: UnitId): void;
  }
  interface FastifyContextConfig {
    route?: AnyRoute;
  }
}
