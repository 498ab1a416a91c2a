import { getSetting } from '#modules/setting/queries.ts';
import { type Context, getSession } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount, Services } from '#server/module.ts';
import { allNoticeKinds, findNoticeKind } from '#server/notice-kinds.ts';
import { getPreferences, type Preferences, setPreferences } from '../contract.ts';
import { type Choice, channelsOf } from '../domain/channels.ts';
import { minuteOfClock, writeMinute } from '../domain/clock-text.ts';
import { findReceivers } from '../queries/receivers.ts';
import { savePreferences } from '../store.ts';
import { testNotice } from '../text.ts';
import { defaultsOf } from '../words-of-notice.ts';

/** What a person wants to be told, and how. */
export function mountPreferences(mount: Mount, services: Services): void {
  mount(getPreferences, (ctx) => preferencesOf(ctx, services));

  mount(setPreferences, async (ctx, { body }) => {
    const { accountId } = getSession(ctx);
    const before = await preferencesOf(ctx, services);
    const unknown = body.choices.find(({ kind }) => !findNoticeKind(kind));
    if (unknown) fail('unknown-notice-kind', { kind: unknown.kind });
    const choices: Record<string, Choice> = Object.fromEntries(
      body.choices.map(({ kind, app, email }) => [kind, { app, email }]),
    );
    const quiet = body.quiet ? { from: minuteOfClock(body.quiet.from), to: minuteOfClock(body.quiet.to) } : undefined;
    const saved = await savePreferences(ctx.db, ctx.unitId, accountId, body.version, { choices, quiet });
    if (!saved) fail('stale-version', {}, 409, { current: before });
    const after = await preferencesOf(ctx, services);
    ctx.log({
      action: 'notification.preferences-changed',
      record: { type: 'account', id: accountId },
      before: { quiet: before.quiet, choices: switchedOn(before) },
      after: { quiet: after.quiet, choices: switchedOn(after) },
    });
    return after;
  });
}

/** Nobody chooses about a letter that was asked for by a click. */
function offeredKinds() {
  return allNoticeKinds().filter(([name]) => name !== testNotice);
}

async function preferencesOf(ctx: Context, { config }: Services): Promise<Preferences> {
  const { accountId } = getSession(ctx);
  const [me] = await findReceivers(ctx.db, ctx.unitId, [accountId]);
  if (!me) fail('not-found', {}, 404);
  return {
    kinds: offeredKinds().map(([name, kind]) => ({
      kind: name,
      label: kind.label,
      required: kind.required ?? false,
      urgent: kind.urgent ?? false,
      ...channelsOf(defaultsOf(kind), me.choices[name]),
    })),
    quiet: me.quiet ? { from: writeMinute(me.quiet.from), to: writeMinute(me.quiet.to) } : null,
    version: me.version,
    address: me.address,
    sendsMail: config.smtpUrl !== undefined && (await getSetting(ctx.db, ctx.unitId, 'mail.enabled')),
  };
}

/** What is switched on, as it stands in the log: kinds and channels. */
function switchedOn({ kinds }: Preferences): string[] {
  return kinds.flatMap(({ kind, app, email }) => [
    ...(app ? [`${kind}:app`] : []),
    ...(email ? [`${kind}:email`] : []),
  ]);
}
