import { addDays, type PlainDate } from '#kernel/plain-date.ts';
import type { NoticeWanted } from '#modules/notification/contract.ts';
import { readSettings } from '#modules/setting/queries.ts';
import type { Context } from '#server/context.ts';
import { type Letter, lettersOf, remindersOf, type WatchedOutput } from './domain/round.ts';
import { farthestStep, mondayOf } from './domain/steps.ts';
import { weekLetters } from './domain/week.ts';
import { loadAudience, watchedOutputs } from './queries.ts';
import { addReminders, beginWeek, keyOf, toldBefore } from './store.ts';

/** Notices of one event: few enough for a row of the outbox. */
const perEvent = 250;

/**
 * Reminds a whole unit on the day that has just begun: each person of what is near or past its day, those who decide, and the
 * leaders; on the first run of a week also what the week brings. Run again on the same day it tells only what is new.
 */
export async function remind(ctx: Context): Promise<void> {
  const { values } = await readSettings(ctx.db, ctx.unitId);
  const audience = await loadAudience(ctx.db, ctx.unitId, ctx.today);
  const outputs = await watchedOutputs(ctx.db, ctx.unitId, addDays(ctx.today, farthestStep), audience);
  const told = await toldBefore(
    ctx.db,
    ctx.unitId,
    outputs.map(({ id }) => id),
  );
  const rules = {
    today: ctx.today,
    escalateAfterDays: values['reminder.escalate-after-days'],
    leaders: audience.leaders,
  };
  const letters = lettersOf(remindersOf(outputs, rules).filter((one) => !told.has(keyOf(one))));
  await addReminders(
    ctx.db,
    ctx.unitId,
    ctx.today,
    letters.flatMap((letter) =>
      letter.reminders.map((one) => ({ ...one, id: ctx.newId(), once: onceOf(ctx, letter) })),
    ),
  );
  const mailFrom = officeHour(ctx.today, values['reminder.hour']);
  const notices = letters.map((letter) => noticeOf(ctx, letter, mailFrom));
  const week = await weekOf(
    ctx,
    outputs,
    rules.leaders.map(({ accountId }) => accountId),
    mailFrom,
  );
  publish(ctx, [...notices, ...week]);
}

async function weekOf(
  ctx: Context,
  outputs: readonly WatchedOutput[],
  leaders: readonly WatchedOutput['id'][],
  mailFrom: string,
): Promise<NoticeWanted[]> {
  const monday = mondayOf(ctx.today);
  if (!(await beginWeek(ctx.db, ctx.unitId, monday, ctx.at))) return [];
  return weekLetters(outputs, ctx.today, leaders).map(({ kind, accountId, params }) => ({
    kind,
    accountIds: [accountId],
    record: { type: 'unit', id: ctx.unitId },
    params: { ...params },
    once: `${accountId}:${monday}`,
    mailFrom,
  }));
}

/** A later run of the same day may tell more; the number of what is told keeps its notice apart. */
function onceOf(ctx: Context, letter: Letter): string {
  const first = letter.reminders[0];
  return `${letter.accountId}:${ctx.today}:${first?.obligationId ?? ''}:${letter.reminders.length}`;
}

function noticeOf(ctx: Context, letter: Letter, mailFrom: string): NoticeWanted {
  return {
    kind: `reminder.${letter.kind}`,
    accountIds: [letter.accountId],
    record: { type: 'unit', id: ctx.unitId },
    params: { ...letter.params },
    once: onceOf(ctx, letter),
    mailFrom,
  };
}

function publish(ctx: Context, notices: readonly NoticeWanted[]): void {
  for (let begin = 0; begin < notices.length; begin += perEvent)
    ctx.publish('notification.many-wanted', { notices: notices.slice(begin, begin + perEvent) });
}

function officeHour(day: PlainDate, hour: number): string {
  return `${day}T${String(hour).padStart(2, '0')}:00:00+07:00`;
}
