import type { Mount } from '#server/module.ts';
import { obey } from '#server/obey.ts';
import { changePerson, createPerson, listPeople } from '../contract/people.ts';
import { mayChangeDates, mayHaveDates } from '../domain/validity.ts';
import { personDependents } from '../queries/dependents.ts';
import { listingOf } from '../queries/listing.ts';
import { personRows } from '../queries/person-rows.ts';
import { findPerson, insertPerson, updatePerson } from '../store/person.ts';
import { getCurrent, recorded } from './record.ts';

export function mountPeople(mount: Mount): void {
  mount(listPeople, (ctx, { query }) => personRows(ctx.db, ctx.unitId, listingOf(ctx, query)));

  mount(createPerson, async (ctx, { body }) => {
    obey(mayHaveDates(body));
    const made = await insertPerson(ctx.db, ctx.unitId, { ...body, id: ctx.newId(), demo: false });
    return recorded(ctx, 'person', made);
  });

  mount(changePerson, async (ctx, { params: { id }, body }) => {
    const [found, dependents] = await Promise.all([
      findPerson(ctx.db, ctx.unitId, id),
      personDependents(ctx.db, ctx.unitId, id),
    ]);
    const before = getCurrent(found, body.version);
    obey(mayChangeDates(body, dependents));
    return recorded(ctx, 'person', await updatePerson(ctx.db, ctx.unitId, id, body), { before });
  });
}
