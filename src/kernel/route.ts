/**
 * What a route promises, said once: the server mounts it, the web calls it, OpenAPI lists it.
 * The schemas are any that carry zod's type marker; the kernel itself knows no library.
 */
export interface Schema<Output = unknown, Input = unknown> {
  readonly _zod: { readonly output: Output; readonly input: Input };
}

type Optional = Schema | undefined;

export interface Route<P extends Optional, Q extends Optional, B extends Optional, A extends Schema> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Fastify form, e.g. `/api/plans/:planId`. */
  readonly path: string;
  /** `public`: nobody need be signed in. `session`: anybody signed in. Otherwise the permission asked for. */
  readonly permission: string;
  /** `none`: no transaction; `read`: read only; `write`: idempotency key, log and outbox. */
  readonly db: 'none' | 'read' | 'write';
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly answer: A;
  /** The body is multipart: one file beside the fields of `body`, received before the transaction begins. */
  readonly file?: boolean;
  /** Largest file of a `file` route, in MB (200 unless said). */
  readonly mostFileMb?: number;
  /** Body or answer holds a secret (password, token): what is kept for a repeated request cannot be read in the database. */
  readonly secret?: boolean;
  /** Asked while the password must still be changed or TOTP enrolled; else such a session is refused. */
  readonly beforeReady?: boolean;
}

export type AnyRoute = Route<Optional, Optional, Optional, Schema>;

/** Declares a route; exists so that its schemas keep their own types. */
export function route<
  A extends Schema,
  P extends Optional = undefined,
  Q extends Optional = undefined,
  B extends Optional = undefined,
>(declared: Route<P, Q, B, A>): Route<P, Q, B, A> {
  return declared;
}

export type OutputOf<S> = S extends Schema<infer Output> ? Output : undefined;
export type InputOf<S> = S extends { readonly _zod: { readonly input: infer Input } } ? Input : undefined;

/** What a handler is given after parsing. */
export interface ParsedInput<R extends AnyRoute> {
  readonly params: ParsedPart<R['params']>;
  readonly query: ParsedPart<R['query']>;
  readonly body: ParsedPart<R['body']>;
}

/** A declared part is always there after parsing, although a route need not declare it. */
type ParsedPart<S> = OutputOf<[Exclude<S, undefined>] extends [never] ? undefined : Exclude<S, undefined>>;

/** What a caller gives. */
export interface CallInput<R extends AnyRoute> {
  readonly params?: InputOf<R['params']>;
  readonly query?: InputOf<R['query']>;
  readonly body?: InputOf<R['body']>;
}

export type AnswerOf<R extends AnyRoute> = OutputOf<R['answer']>;
/** What a handler returns: parsed by the contract before it leaves, so that no column leaks. */
export type Answered<R extends AnyRoute> = InputOf<R['answer']>;
