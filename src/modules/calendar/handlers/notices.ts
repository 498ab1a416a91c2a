import { readFile } from 'node:fs/promises';
import type { ParsedInput } from '#kernel/route.ts';
import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount, Services } from '#server/module.ts';
import { obey } from '#server/obey.ts';
import { readSheet } from '#server/read-sheet.ts';
import { enterNotice, readNoticeFile } from '../contract.ts';
import { weekOnly } from '../domain/calendar-entry.ts';
import { compareNotice } from '../domain/compare-notice.ts';
import { mayEnterNotice } from '../domain/may-enter-day.ts';
import { splitTable } from '../domain/split-table.ts';
import { calendarOfYear } from '../queries/calendar-of-year.ts';
import { insertDays, insertYear, nextRevision } from '../store/own.ts';
import { doerOf } from './doer-of.ts';

/** Entering the notice of a year, and reading the table it came in. */
export function mountNotices(mount: Mount, { files }: Services): void {
  mount(enterNotice, async (ctx, { body }) => {
    const { year, announced, citation, reason } = body;
    const { added, changed, same, isKnown } = await compared(ctx, body);
    const counts = { added: added.length, changed: changed.length, same: same.length };
    if (isKnown && added.length + changed.length === 0) return { revision: body.revision, ...counts };
    const { revision } = await nextRevision(ctx.db, ctx.unitId, ctx.newId());
    if (revision !== body.revision + 1) failStale(revision - 1);
    const entered = [...added, ...changed.map((one) => one.after)];
    const doer = doerOf(ctx, reason);
    await insertDays(ctx.db, ctx.unitId, revision, entered, doer);
    await insertYear(ctx.db, ctx.unitId, revision, { year, announced, citation }, doer);
    const before = changed.map((one) => one.before);
    note(ctx, year, { announced, citation, days: entered }, before, reason);
    return { revision, ...counts };
  });

  mount(readNoticeFile, async (ctx) => {
    const { file } = ctx;
    if (!file) fail('file-missing');
    const path = files.path(ctx.unitId, file.sha256);
    const isText = file.mediaType.startsWith('text/');
    return { rows: isText ? splitTable(await readFile(path, 'utf8')) : await readSheet(path) };
  });
}

type Notice = ParsedInput<typeof enterNotice>['body'];

/** The notice beside the calendar it was compared with on the screen; refused when that has changed since. */
async function compared(ctx: Context, { year, announced, citation, days, reason, revision }: Notice) {
  const present = await calendarOfYear(ctx.db, ctx.unitId, year);
  if (present.revision !== revision) failStale(present.revision);
  const comparison = compareNotice(days, present.entries);
  const isChanging = comparison.changed.length > 0;
  obey(mayEnterNotice(days, { year, week: weekOnly(present.weeks), isChanging, reason }));
  const known = present.years.find((one) => one.year === year);
  return { ...comparison, isKnown: known?.announced === announced && known.citation === citation };
}

function failStale(revision: number): never {
  return fail('stale-version', {}, 409, { current: { revision } });
}

function note(ctx: Context, year: number, after: object, before: readonly object[], reason: string | undefined): void {
  ctx.log({
    action: 'calendar-year.entered',
    record: { type: 'calendar-year', id: String(year) },
    ...(before.length > 0 && { before: { days: before } }),
    after: { year, ...after },
    ...(reason !== undefined && { reason }),
  });
  ctx.publish('calendar.changed', { from: `${year}-01-01`, to: `${year}-12-31` });
}
