import type { Job, Services } from '#server/module.ts';
import { noticesWanted, noticeWanted } from './contract.ts';
import { makeNotices } from './make-notices.ts';

/**
 * Makes the notice of an event. It runs in one transaction with its own idempotency key, so a notice is made once however
 * often the job runs.
 */
export function noticeJob({ config }: Services): Job {
  return (ctx, payload) => makeNotices(ctx, config, [noticeWanted.parse(payload)]);
}

/** Makes the notices of an event that asks for many at once, such as a morning's reminders. */
export function noticesJob({ config }: Services): Job {
  return (ctx, payload) => makeNotices(ctx, config, noticesWanted.parse(payload).notices);
}
