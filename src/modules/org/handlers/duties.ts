import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { obey } from '#server/obey.ts';
import {
  changeDuty,
  changeDutyPost,
  createDuty,
  createDutyPost,
  type DutyPost,
  listDuties,
  listDutyPosts,
  removeDutyPost,
} from '../contract/duties.ts';
import { mayBearDuty } from '../domain/may-bear-duty.ts';
import { dayBefore, mayChangeDates, mayHaveDates } from '../domain/validity.ts';
import { dutyDependents } from '../queries/dependents.ts';
import { dutyPostRows, dutyRows } from '../queries/duty-rows.ts';
import { listingOf } from '../queries/listing.ts';
import {
  bearingsOfDuty,
  deleteDutyPost,
  findDuty,
  findDutyPost,
  findDutyWithPost,
  insertDuty,
  insertDutyPost,
  type NewDutyPost,
  updateDuty,
  updateDutyPost,
} from '../store/duty.ts';
import { codeFrom, getCurrent, recorded, removed } from './record.ts';

export function mountDuties(mount: Mount): void {
  mount(listDuties, (ctx, { query }) => dutyRows(ctx.db, ctx.unitId, listingOf(ctx, query)));

  mount(createDuty, async (ctx, { body }) => {
    obey(mayHaveDates(body));
    const id = ctx.newId();
    const made = { ...body, id, code: body.code ?? codeFrom(body.name, id) };
    return recorded(ctx, 'duty', await insertDuty(ctx.db, ctx.unitId, made));
  });

  mount(changeDuty, async (ctx, { params: { id }, body }) => {
    const before = getCurrent(await findDuty(ctx.db, ctx.unitId, id), body.version);
    obey(mayChangeDates(body, await dutyDependents(ctx.db, ctx.unitId, id)));
    return recorded(ctx, 'duty', await updateDuty(ctx.db, ctx.unitId, id, body), { before });
  });

  mount(listDutyPosts, (ctx, { query }) => dutyPostRows(ctx.db, ctx.unitId, listingOf(ctx, query), query));

  mount(createDutyPost, async (ctx, { body }) => {
    const made: NewDutyPost = { ...body, id: ctx.newId() };
    const bearings = await bearingsOfDuty(ctx.db, ctx.unitId, body.dutyId);
    const open = bearings.find((each) => each.validTo === null && each.validFrom < body.validFrom);
    const rest = open ? bearings.filter((each) => each !== open) : bearings;
    await obeyBearing(ctx, made, rest);
    if (open) await endBearing(ctx, open, made);
    return recorded(ctx, 'duty-post', await insertDutyPost(ctx.db, ctx.unitId, made));
  });

  mount(changeDutyPost, async (ctx, { params: { id }, body }) => {
    const before = getCurrent(await findDutyPost(ctx.db, ctx.unitId, id), body.version);
    const bearings = await bearingsOfDuty(ctx.db, ctx.unitId, before.dutyId);
    await obeyBearing(ctx, { ...before, ...body }, bearings);
    return recorded(ctx, 'duty-post', await updateDutyPost(ctx.db, ctx.unitId, id, body), { before });
  });

  mount(removeDutyPost, async (ctx, { params: { id }, body }) => {
    const before = getCurrent(await findDutyPost(ctx.db, ctx.unitId, id), body.version);
    await deleteDutyPost(ctx.db, ctx.unitId, id);
    return removed(ctx, 'duty-post', before, body.reason);
  });
}

async function obeyBearing(ctx: Context, asked: NewDutyPost, others: readonly DutyPost[]): Promise<void> {
  const found = await findDutyWithPost(ctx.db, ctx.unitId, asked.dutyId, asked.positionId);
  if (!found) {
    const isKnown = await findDuty(ctx.db, ctx.unitId, asked.dutyId);
    fail(isKnown ? 'org-position-unknown' : 'org-duty-unknown', {}, 409);
  }
  obey(mayBearDuty(asked, found.duty, found.position, others));
}

/** The bearing without an end gives way the day before the new one begins. */
async function endBearing(ctx: Context, open: DutyPost, next: NewDutyPost): Promise<void> {
  const ended = { ...open, validTo: dayBefore(next.validFrom) };
  recorded(ctx, 'duty-post', await updateDutyPost(ctx.db, ctx.unitId, open.id, ended), { before: open });
}
