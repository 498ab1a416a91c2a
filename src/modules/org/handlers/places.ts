import type { Mount } from '#server/module.ts';
import { obey } from '#server/obey.ts';
import { changeReceptionPoint, createReceptionPoint, listReceptionPoints } from '../contract/reception-points.ts';
import { changeRecipient, createRecipient, listRecipients, removeRecipient } from '../contract/recipients.ts';
import { mayReceive } from '../domain/may-receive.ts';
import { dayBefore, mayHaveDates } from '../domain/validity.ts';
import { listingOf } from '../queries/listing.ts';
import { receptionPointRows, recipientRows } from '../queries/place-rows.ts';
import { findReceptionPoint, insertReceptionPoint, updateReceptionPoint } from '../store/reception-point.ts';
import {
  deleteRecipient,
  findRecipient,
  insertRecipient,
  type NewRecipient,
  recipientsFor,
  updateRecipient,
} from '../store/recipient.ts';
import { codeFrom, getCurrent, recorded, removed } from './record.ts';

export function mountPlaces(mount: Mount): void {
  mount(listReceptionPoints, (ctx, { query }) => receptionPointRows(ctx.db, ctx.unitId, listingOf(ctx, query)));

  mount(createReceptionPoint, async (ctx, { body }) => {
    obey(mayHaveDates(body));
    const id = ctx.newId();
    const made = { ...body, id, code: body.code ?? codeFrom(body.name, id) };
    return recorded(ctx, 'reception-point', await insertReceptionPoint(ctx.db, ctx.unitId, made));
  });

  mount(changeReceptionPoint, async (ctx, { params: { id }, body }) => {
    const before = getCurrent(await findReceptionPoint(ctx.db, ctx.unitId, id), body.version);
    obey(mayHaveDates(body));
    return recorded(ctx, 'reception-point', await updateReceptionPoint(ctx.db, ctx.unitId, id, body), { before });
  });

  mount(listRecipients, (ctx, { query }) => recipientRows(ctx.db, ctx.unitId, listingOf(ctx, query), query.purpose));

  mount(createRecipient, async (ctx, { body }) => {
    const made: NewRecipient = { ...body, id: ctx.newId() };
    const known = await recipientsFor(ctx.db, ctx.unitId, body.purpose);
    const open = known.find((each) => each.validTo === null && each.validFrom < body.validFrom);
    obey(
      mayReceive(
        made,
        known.filter((each) => each !== open),
      ),
    );
    if (open) {
      const ended = { ...open, validTo: dayBefore(body.validFrom) };
      recorded(ctx, 'recipient', await updateRecipient(ctx.db, ctx.unitId, open.id, ended), { before: open });
    }
    return recorded(ctx, 'recipient', await insertRecipient(ctx.db, ctx.unitId, made));
  });

  mount(changeRecipient, async (ctx, { params: { id }, body }) => {
    const before = getCurrent(await findRecipient(ctx.db, ctx.unitId, id), body.version);
    obey(mayReceive({ ...before, ...body }, await recipientsFor(ctx.db, ctx.unitId, before.purpose)));
    return recorded(ctx, 'recipient', await updateRecipient(ctx.db, ctx.unitId, id, body), { before });
  });

  mount(removeRecipient, async (ctx, { params: { id }, body }) => {
    const before = getCurrent(await findRecipient(ctx.db, ctx.unitId, id), body.version);
    await deleteRecipient(ctx.db, ctx.unitId, id);
    return removed(ctx, 'recipient', before, body.reason);
  });
}
