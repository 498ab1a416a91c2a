import type { Id } from '#kernel/brands.ts';
import { foldWords } from '#kernel/fold.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';

/** What is logged and published of a write, so that seeding and handlers say it the same way. */
export type RecordingContext = Pick<Context, 'log' | 'publish'>;

interface Recorded {
  readonly id: Id;
  readonly version: number;
}

/** The record a change is based on: 404 when there is none here, 409 with the present one when it has moved on. */
export function getCurrent<T extends Recorded>(found: T | undefined, version: number): T {
  if (!found) fail('not-found', {}, 404);
  if (found.version !== version) fail('stale-version', {}, 409, { current: found });
  return found;
}

/** Logs and publishes a new or changed record, and gives it back as the answer. */
export function recorded<T extends Recorded>(
  ctx: RecordingContext,
  type: string,
  after: T,
  more: { readonly before?: T; readonly reason?: string } = {},
): T {
  ctx.log({
    action: `${type}.${more.before ? 'changed' : 'created'}`,
    record: { type, id: after.id },
    ...(more.before ? { before: more.before } : {}),
    after,
    ...(more.reason ? { reason: more.reason } : {}),
  });
  ctx.publish('org.changed', { type, id: after.id });
  return after;
}

/** Logs and publishes that a record was taken away. */
export function removed(ctx: RecordingContext, type: string, before: Recorded, reason: string): { ok: true } {
  ctx.log({ action: `${type}.removed`, record: { type, id: before.id }, before, reason });
  ctx.publish('org.changed', { type, id: before.id });
  return { ok: true };
}

/** The code a record gets when none was given: its name without marks, and the end of its id. */
export function codeFrom(name: string, id: Id): string {
  const words = foldWords(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${words.slice(0, 50) || 'ma'}-${id.slice(-6)}`;
}
