import type { Id, UnitId } from '#kernel/brands.ts';
import { dayInVietnam } from '#kernel/plain-date.ts';
import { systemClock } from '#server/clock.ts';
import { type Context, getSession } from '#server/context.ts';
import type { Db } from '#server/db.ts';
import { fail } from '#server/errors.ts';
import type { Mount, Services } from '#server/module.ts';
import { getCurrentSession, getDemoClock, setDemoClock } from '../contract/session.ts';
import { findSubstituted } from '../queries.ts';

/** Who works here, and the demo clock. */
export function mountSession(mount: Mount, services: Services): void {
  const { clock, demoClock } = services;

  mount(getCurrentSession, async (ctx) => {
    const session = getSession(ctx);
    const { accountId, name, username, email, mustChangePassword, mustEnrolTotp } = session;
    return {
      account: { id: accountId, name, username, email },
      unit: await getUnit(ctx.db, ctx.unitId),
      permissions: [...new Set(session.grants.map((grant) => grant.permission))].sort(),
      departmentIds: [...session.departmentIds],
      mustChangePassword,
      mustEnrolTotp,
      demo: demoClock !== undefined,
      today: ctx.today,
      onBehalfOf: (await substitutedBy(ctx, session.personId)) ?? null,
    };
  });

  const words = () => ({
    today: clock.today(),
    now: new Date(clock.now()).toISOString(),
    real: clock.today() === systemClock.today(),
  });

  mount(getDemoClock, () => {
    if (!demoClock) fail('demo-only', {}, 404);
    return words();
  });

  mount(setDemoClock, async (ctx, { body: { today } }) => {
    if (!demoClock) fail('demo-only', {}, 404);
    if (today < '2000-01-01' || today > '2100-12-31') fail('demo-day-far');
    const before = dayInVietnam(ctx.now);
    await demoClock.moveTo(today);
    ctx.log({
      action: 'demo-clock.moved',
      record: { type: 'demo-clock', id: 'demo-clock' },
      before: { today: before },
      after: { today },
    });
    return words();
  });
}

async function getUnit(db: Db, unitId: UnitId): Promise<{ id: string; name: string; level: string }> {
  return db.selectFrom('unit').where('id', '=', unitId).select(['id', 'name', 'level']).executeTakeFirstOrThrow();
}

async function substitutedBy(ctx: Context, personId: Id | null): Promise<{ personId: Id; name: string } | undefined> {
  return personId === null ? undefined : findSubstituted(ctx.db, ctx.unitId, personId, ctx.today);
}
