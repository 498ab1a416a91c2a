import { addDays } from '#kernel/plain-date.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { addRoles } from '../add-account.ts';
import { endRole, giveRole } from '../contract/administration.ts';
import { judgeEndingRole } from '../domain/administration.ts';
import { administratorsOn, rolesOf } from '../queries.ts';
import { endRoleOf } from '../store.ts';
import { getAccountOf } from './administration.ts';

/** Giving and ending roles. */
export function mountRoles(mount: Mount): void {
  mount(giveRole, async (ctx, { params: { accountId }, body }) => {
    await getAccountOf(ctx, accountId);
    const [id] = await addRoles(ctx, accountId, [body]);
    if (!id) throw new Error('no role was given');
    ctx.publish('account.changed', { accountId });
    return { id };
  });

  mount(endRole, async (ctx, { params: { accountId, roleId }, body: { lastDay, reason } }) => {
    await getAccountOf(ctx, accountId);
    const role = (await rolesOf(ctx.db, ctx.unitId, [accountId])).find((one) => one.id === roleId);
    if (!role) fail('not-found', {}, 404);
    const dayAfter = addDays(lastDay < ctx.today ? addDays(ctx.today, -1) : lastDay, 1);
    const before = await administratorsOn(ctx.db, ctx.unitId, dayAfter);
    await endRoleOf(ctx.db, ctx.unitId, roleId, lastDay);
    const after = await administratorsOn(ctx.db, ctx.unitId, dayAfter);
    const verdict = judgeEndingRole(before.length, after.length);
    if (!verdict.ok) fail(verdict.code, verdict.params, 409);
    ctx.log({
      action: 'account.role-ended',
      record: { type: 'account', id: accountId },
      before: { role: role.role, departmentId: role.departmentId, from: role.from, to: role.to },
      after: { to: lastDay },
      reason,
    });
    ctx.publish('account.changed', { accountId });
    return { ok: true as const };
  });
}
