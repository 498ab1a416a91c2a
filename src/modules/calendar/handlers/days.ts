import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { obey } from '#server/obey.ts';
import { setCalendarDay, withdrawCalendarDay } from '../contract.ts';
import { type CalendarEntry, weekOnly } from '../domain/calendar-entry.ts';
import { mayEnterDay } from '../domain/may-enter-day.ts';
import { nationalOf } from '../queries/stored-calendar.ts';
import { insertDays, nextRevision, type OwnDay, readOwnDays, readOwnWeeks } from '../store/own.ts';
import { doerOf } from './doer-of.ts';

/** Entering, changing and withdrawing one day. */
export function mountDays(mount: Mount): void {
  mount(setCalendarDay, async (ctx, { body: { version, reason, ...entry } }) => {
    const { revision, sha256 } = await nextRevision(ctx.db, ctx.unitId, ctx.newId());
    const own = await getCurrent(ctx, entry.day, version);
    const { weeks, entries } = await nationalOf(ctx.db, sha256);
    const week = weekOnly([...weeks, ...(await readOwnWeeks(ctx.db, ctx.unitId))]);
    const national = entries.find((one) => one.day === entry.day);
    obey(mayEnterDay(entry, { week, national, own, reason }));
    await insertDays(ctx.db, ctx.unitId, revision, [entry], doerOf(ctx, reason));
    const before = own ?? national;
    note(ctx, before ? 'changed' : 'entered', entry.day, { before, after: entry, reason });
    return { revision };
  });

  mount(withdrawCalendarDay, async (ctx, { body: { day, version, reason } }) => {
    const { revision } = await nextRevision(ctx.db, ctx.unitId, ctx.newId());
    const own = await getCurrent(ctx, day, version);
    if (!own) fail('not-found', {}, 404);
    const withdrawn = { day, kind: 'national', name: '', citation: '' } as const;
    await insertDays(ctx.db, ctx.unitId, revision, [withdrawn], doerOf(ctx, reason));
    note(ctx, 'withdrawn', day, { before: own, reason });
    return { revision };
  });
}

/** The unit's own entry a change is based on; 409 with the present one when it has moved on. */
async function getCurrent(ctx: Context, day: PlainDate, version: number): Promise<OwnDay | undefined> {
  const [own] = await readOwnDays(ctx.db, ctx.unitId, [day]);
  if ((own?.version ?? 0) !== version) fail('stale-version', {}, 409, { current: own ?? null });
  return own;
}

interface Noted {
  readonly before?: CalendarEntry | undefined;
  readonly after?: CalendarEntry;
  readonly reason: string | undefined;
}

function note(ctx: Context, act: string, day: PlainDate, { before, after, reason }: Noted): void {
  ctx.log({
    action: `calendar-day.${act}`,
    record: { type: 'calendar-day', id: day },
    ...(before && { before: saidOf(before) }),
    ...(after && { after: saidOf(after) }),
    ...(reason !== undefined && { reason }),
  });
  ctx.publish('calendar.changed', { from: day, to: day });
}

const saidOf = ({ day, kind, name, citation }: CalendarEntry) => ({ day, kind, name, citation });
