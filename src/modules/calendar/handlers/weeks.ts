import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { setCalendarWeek, withdrawCalendarWeek } from '../contract.ts';
import { insertWeek, nextRevision, type OwnWeek, readOwnWeeks } from '../store/own.ts';
import { doerOf } from './doer-of.ts';

/** Setting and withdrawing the office week of a unit. */
export function mountWeeks(mount: Mount): void {
  mount(setCalendarWeek, async (ctx, { body: { version, reason, ...after } }) => {
    const { revision } = await nextRevision(ctx.db, ctx.unitId, ctx.newId());
    const own = await getCurrent(ctx, after.effectiveFrom, version);
    if (own && !reason) fail('calendar-week-taken', { day: after.effectiveFrom }, 409);
    await insertWeek(ctx.db, ctx.unitId, revision, after, doerOf(ctx, reason));
    note(ctx, 'set', after.effectiveFrom, { ...(own && { before: saidOf(own) }), after, ...(reason && { reason }) });
    return { revision };
  });

  mount(withdrawCalendarWeek, async (ctx, { body: { effectiveFrom, version, reason } }) => {
    const { revision } = await nextRevision(ctx.db, ctx.unitId, ctx.newId());
    const own = await getCurrent(ctx, effectiveFrom, version);
    if (!own) fail('not-found', {}, 404);
    const withdrawn = { effectiveFrom, week: null, citation: '' };
    await insertWeek(ctx.db, ctx.unitId, revision, withdrawn, doerOf(ctx, reason));
    note(ctx, 'withdrawn', effectiveFrom, { before: saidOf(own), reason });
    return { revision };
  });
}

async function getCurrent(ctx: Context, effectiveFrom: PlainDate, version: number): Promise<OwnWeek | undefined> {
  const own = (await readOwnWeeks(ctx.db, ctx.unitId)).find((one) => one.effectiveFrom === effectiveFrom);
  if ((own?.version ?? 0) !== version) fail('stale-version', {}, 409, { current: own ?? null });
  return own;
}

const saidOf = ({ effectiveFrom, week, citation }: OwnWeek) => ({ effectiveFrom, week, citation });

interface Noted {
  readonly before?: object;
  readonly after?: object;
  readonly reason?: string;
}

function note(ctx: Context, act: string, effectiveFrom: PlainDate, noted: Noted): void {
  ctx.log({ action: `calendar-week.${act}`, record: { type: 'calendar-week', id: effectiveFrom }, ...noted });
  ctx.publish('calendar.changed', { from: effectiveFrom, to: null });
}
