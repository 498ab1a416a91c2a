import type { Id } from '#kernel/brands.ts';
import { type Context, getSession } from '#server/context.ts';
import type { ProcessBody, VersionSource } from '../domain/process.ts';
import type { Maker, NewVersion } from '../store.ts';

/** Who acts, for what is made or put into force now. */
export function makerOf(ctx: Context): Maker {
  const { accountId, name } = getSession(ctx);
  return { at: ctx.at, by: accountId, byName: name };
}

interface Made {
  readonly processId: Id;
  readonly number: number;
  readonly source: VersionSource;
  readonly body: ProcessBody;
  readonly citation?: string;
  readonly exampleOf?: string;
  readonly note?: string;
}

/** A draft to be stored. */
export function newDraft(ctx: Context, made: Made): NewVersion {
  return { id: ctx.newId(), exampleOf: null, citation: '', note: '', ...made };
}
