import type pg from 'pg';
import type { Answered, AnyRoute, ParsedInput } from '#kernel/route.ts';
import type { Clock, DemoClock } from './clock.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import type { ErrorTexts } from './errors.ts';
import type { FileStore } from './files.ts';

/** Mounts a route with its handler, which gets an open transaction and parsed input. */
export type Mount = <R extends AnyRoute>(
  route: R,
  handler: (ctx: Context, input: ParsedInput<R>) => Promise<Answered<R>> | Answered<R>,
) => void;

/** What a module may take from the running server besides the context of a request. */
export interface Services {
  readonly config: Config;
  readonly clock: Clock;
  readonly demoClock: DemoClock | undefined;
  readonly files: FileStore;
  /** Connection string of the role that alone reads passwords and session tokens. */
  readonly authUrl: string;
  /** Key that signs session cookies. */
  readonly authSecret: string;
  readonly appPool: pg.Pool;
  readonly workerPool: pg.Pool;
}

/** A job acts as the application with its unit set, in a transaction of its own, once for each id. */
export type Job = (ctx: Context, payload: Readonly<Record<string, unknown>>) => Promise<void>;

export interface ServerModule {
  readonly name: string;
  readonly errors?: ErrorTexts;
  /** Permission codes and what they allow, in words. */
  readonly permissions?: Readonly<Record<string, string>>;
  /** Topics this module publishes, with what they mean. */
  readonly topics?: Readonly<Record<string, string>>;
  /** Topic → names of the jobs of this module that follow it. */
  readonly subscriptions?: Readonly<Record<string, readonly string[]>>;
  readonly jobs?: (services: Services) => Readonly<Record<string, Job>>;
  /** Crontab of jobs of this module without a unit (five fields, office time), by job name. */
  readonly nightly?: Readonly<Record<string, string>>;
  readonly routes?: (mount: Mount, services: Services) => void;
  /** Server pages and streams that are not JSON routes (public pages, server-sent events, sign-in). */
  readonly pages?: (app: import('fastify').FastifyInstance, services: Services) => void;
}
