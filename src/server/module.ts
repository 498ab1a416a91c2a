import type pg from 'pg';
import type { UnitId } from '#kernel/brands.ts';
import type { Answered, AnyRoute, ParsedInput } from '#kernel/route.ts';
import type { ActionWords, FieldWords, RecordWords } from './act-words.ts';
import type { Clock, DemoClock } from './clock.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import type { ErrorTexts } from './errors.ts';
import type { EvidenceUses } from './evidence-uses.ts';
import type { FileStore } from './files.ts';
import type { LastingAnswer } from './http/lasting-answer.ts';
import type { NoticeKinds } from './notice-kinds.ts';

/** Mounts a route with its handler, which gets an open transaction and parsed input. What reads may answer lastingly. */
export type Mount = <R extends AnyRoute>(
  route: R,
  handler: (ctx: Context, input: ParsedInput<R>) => Promise<HandlerAnswer<R>> | HandlerAnswer<R>,
) => void;

type HandlerAnswer<R extends AnyRoute> = Answered<R> | LastingAnswer<Answered<R>>;

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

/** How a long job reaches its unit's data: by short transactions, each of its own. */
export interface LongWork {
  readonly unitId: UnitId;
  read<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
  /** Writes. An act with a name is carried out once for the job, however often the job is run. */
  act(name: string | undefined, work: (ctx: Context) => Promise<void>): Promise<void>;
}

/**
 * Work too long for a transaction, such as reading a document or rendering one. It runs outside of any; when it is cut off
 * it is run again from its beginning.
 */
export type LongJob = (work: LongWork, payload: Readonly<Record<string, unknown>>) => Promise<void>;

/** Work that goes on beside requests and jobs, outside of transactions; it ends what it has begun when it is stopped. */
export interface Background {
  stop(): Promise<void>;
}

export interface ServerModule {
  readonly name: string;
  readonly errors?: ErrorTexts;
  /** Permission codes and what they allow, in words. */
  readonly permissions?: Readonly<Record<string, string>>;
  /** Topics this module publishes, with what they mean. */
  readonly topics?: Readonly<Record<string, string>>;
  /**
   * Topics of this module by which a unit acts on another: their jobs run in the unit that `atUnit` of the payload names,
   * where they check for themselves that the sender may ask for it.
   */
  readonly topicsAtUnit?: readonly string[];
  /** Topic → names of the jobs of this module that follow it. */
  readonly subscriptions?: Readonly<Record<string, readonly string[]>>;
  /** Kinds of notices that this module asks for by the event `notification.wanted`, with their words. */
  readonly notices?: NoticeKinds;
  /** Acts of this module's log entries, in words: what follows "ai, lúc nào" in a history. */
  readonly actions?: Readonly<Record<string, ActionWords>>;
  /** Fields in before and after of those entries, in words; one without words is shown by its name. */
  readonly fields?: Readonly<Record<string, FieldWords>>;
  /** Types of this module's records: what they are called, and who may read their history. */
  readonly records?: Readonly<Record<string, RecordWords>>;
  /**
   * Types of this module's records that sessions tell of (rights, names, posts): an act on one may change the session of
   * everybody in the unit, or of the person whom the record is about alone.
   */
  readonly inSessions?: Readonly<Record<string, 'everybody' | 'this-person'>>;
  /** Where the records of this module use evidence, and who may read it for that. */
  readonly evidenceUses?: EvidenceUses;
  readonly jobs?: (services: Services) => Readonly<Record<string, Job>>;
  /** Jobs that look at their unit as it is now and at no payload: many that wait for one unit become one. */
  readonly wholeUnitJobs?: readonly string[];
  readonly longJobs?: (services: Services) => Readonly<Record<string, LongJob>>;
  /** Started with the jobs, in the processes that run them. */
  readonly background?: (services: Services, onError: (error: Error) => void) => Background;
  readonly routes?: (mount: Mount, services: Services) => void;
  /** Server pages and streams that are not JSON routes (public pages, server-sent events, sign-in). */
  readonly pages?: (app: import('fastify').FastifyInstance, services: Services) => void;
}
