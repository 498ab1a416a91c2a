import type { Id, UnitId } from '#kernel/brands.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from './db.ts';
import type { StoredUpload } from './files.ts';
import type { Session } from './session.ts';

/** What is said of an act in the log; before and after stay outside the leaf, behind a salted commitment. */
export interface LogNote {
  readonly action: string;
  readonly record: { readonly type: string; readonly id: string };
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string;
}

export interface OutboxNote {
  readonly topic: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** All a handler or job may use: one open transaction of one unit, who acts, and what time it is. */
export interface Context {
  readonly db: Db;
  readonly unitId: UnitId;
  /** Undefined for the public and for jobs. */
  readonly session: Session | undefined;
  /** Milliseconds since 1970 when the request began; the same through the whole act. */
  readonly now: number;
  /** `now` as text for a timestamptz column. */
  readonly at: string;
  readonly today: PlainDate;
  readonly file: StoredUpload | undefined;
  /** Address and connection facts for pages; never for decisions on rights. */
  readonly address: string;
  newId(): Id;
  /** Adds an entry to the log of this act; written with the act's own transaction. */
  log(note: LogNote): void;
  /** Leaves an event for the modules that subscribe to it. */
  publish(topic: string, payload: Readonly<Record<string, unknown>>): void;
  may(permission: string, departmentId?: Id | null): boolean;
  /**
   * For acts that lock what many wait for, such as a counter: the locks are let go as soon as the transaction is ended,
   * while the answer waits until its end is on disk. Whoever locked next comes later in the write-ahead log, so that a
   * crash never keeps the later act without the earlier one.
   */
  lockBriefly(): void;
}

/** The account that acts. Only for handlers of routes that ask for a session. */
export function getSession(ctx: Context): Session {
  if (!ctx.session) throw new Error('the route does not ask for a session');
  return ctx.session;
}
