import type { Context } from '#server/context.ts';
import { fail } from '#server/errors.ts';
import type { Mount } from '#server/module.ts';
import { obey } from '#server/obey.ts';
import type { SubstitutionRecord } from '../contract/substitutions.ts';
import {
  changeSubstitution,
  createSubstitution,
  listSubstitutions,
  removeSubstitution,
} from '../contract/substitutions.ts';
import { maySubstitute, type Substitution } from '../domain/may-substitute.ts';
import { listingOf } from '../queries/listing.ts';
import { substitutionRows } from '../queries/substitution-rows.ts';
import { findPeople } from '../store/person.ts';
import {
  deleteSubstitution,
  findSubstitution,
  insertSubstitution,
  substitutionsIn,
  updateSubstitution,
} from '../store/substitution.ts';
import { getCurrent, recorded, removed } from './record.ts';

export function mountSubstitutions(mount: Mount): void {
  mount(listSubstitutions, (ctx, { query }) => substitutionRows(ctx.db, ctx.unitId, listingOf(ctx, query), query));

  mount(createSubstitution, async (ctx, { body }) => {
    const made = { ...body, id: ctx.newId() };
    await obeySubstitution(ctx, made);
    const { reason } = body;
    return recorded(ctx, 'substitution', await insertSubstitution(ctx.db, ctx.unitId, made), { reason });
  });

  mount(changeSubstitution, async (ctx, { params: { id }, body }) => {
    const before = getCurrent(await findSubstitution(ctx.db, ctx.unitId, id), body.version);
    await obeySubstitution(ctx, { ...before, ...body });
    const { reason } = body;
    return recorded(ctx, 'substitution', await updateSubstitution(ctx.db, ctx.unitId, id, body), { before, reason });
  });

  mount(removeSubstitution, async (ctx, { params: { id }, body }) => {
    const before = getCurrent(await findSubstitution(ctx.db, ctx.unitId, id), body.version);
    if (before.validFrom <= ctx.today) fail('org-substitution-begun', {}, 409);
    await deleteSubstitution(ctx.db, ctx.unitId, id);
    return removed(ctx, 'substitution', before, body.reason);
  });
}

async function obeySubstitution(
  ctx: Context,
  asked: Omit<SubstitutionRecord, 'version'> & Substitution,
): Promise<void> {
  const people = await findPeople(ctx.db, ctx.unitId, [asked.awayId, asked.substituteId]);
  const away = people.find((person) => person.id === asked.awayId);
  const substitute = people.find((person) => person.id === asked.substituteId);
  if (!away || !substitute) fail('org-person-unknown', {}, 409);
  obey(maySubstitute(asked, away, substitute, await substitutionsIn(ctx.db, ctx.unitId, asked)));
}
