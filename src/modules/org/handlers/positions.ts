import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { obey } from '#server/obey.ts';
import {
  changeHolder,
  changePosition,
  createHolder,
  createPosition,
  type Holder,
  listHolders,
  listPositions,
  removeHolder,
} from '../contract/positions.ts';
import { mayHaveSeats } from '../domain/may-have-seats.ts';
import { mayHoldPost } from '../domain/may-hold-post.ts';
import { mayPlaceDepartment } from '../domain/may-place-department.ts';
import { mayChangeDates } from '../domain/validity.ts';
import { positionDependents } from '../queries/dependents.ts';
import { holderRows } from '../queries/holder-rows.ts';
import { listingOf } from '../queries/listing.ts';
import { positionRows } from '../queries/position-rows.ts';
import { departmentPlaces } from '../store/department.ts';
import {
  deleteHolder,
  findHolder,
  findPair,
  holdingsBeside,
  insertHolder,
  type NewHolder,
  updateHolder,
} from '../store/holder.ts';
import { findPosition, insertPosition, type NewPosition, updatePosition } from '../store/position.ts';
import { codeFrom, getCurrent, recorded, removed } from './record.ts';

export function mountPositions(mount: Mount): void {
  mount(listPositions, (ctx, { query }) => positionRows(ctx.db, ctx.unitId, listingOf(ctx, query), query));

  mount(createPosition, async (ctx, { body }) => {
    const id = ctx.newId();
    await obeyPlace(ctx, { id, ...body });
    const made = { ...body, id, code: body.code ?? codeFrom(body.title, id) };
    return recorded(ctx, 'position', await insertPosition(ctx.db, ctx.unitId, made));
  });

  mount(changePosition, async (ctx, { params: { id }, body }) => {
    const before = getCurrent(await findPosition(ctx.db, ctx.unitId, id), body.version);
    await obeyPlace(ctx, { id, ...body });
    const dependents = await positionDependents(ctx.db, ctx.unitId, id);
    obey(mayChangeDates(body, dependents));
    const holders = dependents.filter((each) => each.kind === 'holder');
    if (body.seats < before.seats) obey(mayHaveSeats(body.seats, holders));
    return recorded(ctx, 'position', await updatePosition(ctx.db, ctx.unitId, id, body), { before });
  });

  mount(listHolders, (ctx, { query }) => holderRows(ctx.db, ctx.unitId, listingOf(ctx, query), query));

  mount(createHolder, async (ctx, { body }) => {
    const made: NewHolder = { ...body, id: ctx.newId() };
    await obeyHolding(ctx, made);
    return recorded(ctx, 'position-holder', await insertHolder(ctx.db, ctx.unitId, made));
  });

  mount(changeHolder, async (ctx, { params: { id }, body }) => {
    const before: Holder = getCurrent(await findHolder(ctx.db, ctx.unitId, id), body.version);
    await obeyHolding(ctx, { ...before, ...body });
    return recorded(ctx, 'position-holder', await updateHolder(ctx.db, ctx.unitId, id, body), { before });
  });

  mount(removeHolder, async (ctx, { params: { id }, body }) => {
    const before = getCurrent(await findHolder(ctx.db, ctx.unitId, id), body.version);
    await deleteHolder(ctx.db, ctx.unitId, id);
    return removed(ctx, 'position-holder', before, body.reason);
  });
}

/** A post stands inside the days of its division. */
async function obeyPlace(ctx: Context, post: Pick<NewPosition, 'id' | 'departmentId' | 'validFrom' | 'validTo'>) {
  const places = post.departmentId === null ? new Map() : await departmentPlaces(ctx.db, ctx.unitId);
  obey(mayPlaceDepartment({ ...post, parentId: post.departmentId }, places));
}

async function obeyHolding(ctx: Context, asked: NewHolder): Promise<void> {
  const found = await findPair(ctx.db, ctx.unitId, asked.positionId, asked.personId);
  if (!found) {
    const isKnown = await findPosition(ctx.db, ctx.unitId, asked.positionId);
    fail(isKnown ? 'org-person-unknown' : 'org-position-unknown', {}, 409);
  }
  const others = await holdingsBeside(ctx.db, ctx.unitId, asked.positionId, asked.personId);
  obey(mayHoldPost(asked, found.position, found.person, others));
}
